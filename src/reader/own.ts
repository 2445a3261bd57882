/** What every figure says of a network of the reader's own. Reading and keeping one is own-network.ts, which comes along where there is one. */
import type { Network } from '@/network/network.ts';

/** A network of the reader's own. */
export interface OwnNetwork {
  /** Of the run that it came from: 'B'. Null where it came from a file. */
  readonly letter: string | null;
  readonly network: Network;
  /** `fingerprintOf(network)`. */
  readonly fingerprint: string;
  /** What a link to it says: `writeNetworkText`. Null where it cannot be said, or it did not come from a run. */
  readonly text: string | null;
}

/** 'your network B', or 'your network from a file'. */
export function ownName({ letter }: Pick<OwnNetwork, 'letter'>): string {
  return `your network ${letter ?? 'from a file'}`;
}

/** What every figure says of a network of the reader's own. Reading and keeping one is own-network.ts, which comes along where there is one. */
import type { Network } from '@/network/network.ts';

/** A network of the reader's own. */
export interface OwnNetwork {
  /** Of the run that it came from: 'B'. Null where it came from a file, or was taught. */
  readonly letter: string | null;
  /** Whether it is one of ours that the reader taught on drawings. */
  readonly isTaught?: boolean;
  readonly network: Network;
  /** `fingerprintOf(network)`. */
  readonly fingerprint: string;
  /** What a link to it says: `writeNetworkText`. Null where it cannot be said, or it did not come from a run. */
  readonly text: string | null;
}

/** 'your network B', 'your taught network', or 'your network from a file'. */
export function ownName({ letter, isTaught }: Pick<OwnNetwork, 'letter' | 'isTaught'>): string {
  if (isTaught === true) return 'your taught network';
  return `your network ${letter ?? 'from a file'}`;
}

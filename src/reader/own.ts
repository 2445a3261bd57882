/** What every figure says of a network of the reader's own. Reading and keeping one is own-network.ts, which comes along where there is one. */
import type { Network } from '@/network/network.ts';

/** A network of the reader's own. */
export interface OwnNetwork {
  /** Of the run that it came from: 'B'. */
  readonly letter: string;
  readonly network: Network;
  /** `fingerprintOf(network)`. */
  readonly fingerprint: string;
  /** What a link to it says: `writeNetworkText`. Null where it cannot be said, or it did not come from a run. */
  readonly text: string | null;
}

/** 'your network B'. */
export function ownName({ letter }: Pick<OwnNetwork, 'letter'>): string {
  return `your network ${letter}`;
}

/** What is said where what was kept is no network. */
export const OWN_DAMAGED =
  'The network that you kept is damaged and cannot be used: figures show ours. Its run may still be on the shelf.';

/** Why a network was not kept. */
export type NotKept = 'full' | 'denied';

/** What is said then: it is in use all the same. */
export const NOT_KEPT: Readonly<Record<NotKept, string>> = {
  full: 'There is no more room on this device for your network: it is in use until you leave this page.',
  denied:
    'Your browser lets this site keep nothing: your network is in use until you leave this page.',
};

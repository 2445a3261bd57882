/** What the page lends to the demo; the workbench and tests lend their own. */
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import type { DrawingsDisk } from '@/reader/drawings/disk.ts';
import type { LinkTools } from '@/training/worker-link.ts';

/** The networks that can read: three of the site's, and the reader's own. */
export const NETWORK_KEYS = ['recogniser', 'classic', 'explainer', 'own'] as const;
export type NetworkKey = (typeof NETWORK_KEYS)[number];
/** Those of the site. */
export type OurKey = Exclude<NetworkKey, 'own'>;

export interface DemoTools {
  /** Fetches a network of the site, once. */
  readonly model: (key: OurKey) => Promise<Network>;
  /** A thousand test digits. */
  readonly thousand: () => Promise<readonly GivenDigit[]>;
  /** Scores networks on the test digits: inside/bench. */
  readonly bench: LinkTools;
  /** Looks through the training digits: inside/near. */
  readonly near: LinkTools;
  /** Where drawings are kept. */
  readonly drawings: DrawingsDisk;
  /** Uses a network everywhere on the site and keeps it. @returns why it is not kept, in words for the reader; null where it is */
  readonly keepOwn: (network: Network) => Promise<string | null>;
  /** Hands the reader a file. */
  readonly saveText: (text: string, name: string) => void;
}

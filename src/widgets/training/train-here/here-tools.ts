/** What the training figure is lent, and what of it one may look at. */
import type { ShelfDisk } from '@/reader/shelf-disk.ts';
import type { ClientTools } from '@/training/client.ts';
import type { Device } from '@/training/etas/device-limits.ts';
import type { EtaTools } from '@/training/etas/eta-runs.ts';

/** What the page lends. */
export interface HereTools {
  readonly client: ClientTools;
  readonly etas: Omit<EtaTools, 'workers'>;
  readonly disk: ShelfDisk;
  readonly device: () => Device;
}

/** Which run is looked at. */
export type Choice =
  | { readonly kind: 'run'; readonly letter: string }
  | { readonly kind: 'eta'; readonly index: number };

/** What a phone shows one of at a time. */
export const PARTS = ['neurons', 'recall', 'shelf'] as const;
export type Part = (typeof PARTS)[number];

/** The slots of the sentence that open an editor. */
export const SLOTS = ['sizes', 'epochs', 'eta', 'more'] as const;
export type Slot = (typeof SLOTS)[number];

/** Milliseconds that a run thrown away may be brought back. */
export const UNDO = 10_000;

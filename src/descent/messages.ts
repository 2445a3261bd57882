import type { Network } from '../network/network.ts';
import type { Box } from './field.ts';
import type { SliceParts } from './slice.ts';

/** What the page asks the worker for: the slice through three networks, measured node by node in FILL_ORDER. */
export interface SliceOrder {
  /** At (0, 0), at (|b - a|, 0), and above their line. */
  readonly networks: readonly [Network, Network, Network];
  /** (digits, 784) row-major, 0 to 1. */
  readonly pixels: Float64Array;
  readonly labels: Uint8Array;
  readonly box: Box;
  /** How many nodes are measured already. */
  readonly from: number;
}

/** What the worker tells the page. */
export type SliceReport =
  /** What any point of the slice can be worked out from. */
  | { readonly kind: 'parts'; readonly parts: SliceParts }
  /** The next nodes: value, dC/dx and dC/dy of each. */
  | { readonly kind: 'nodes'; readonly slopes: Float64Array }
  | { readonly kind: 'failed'; readonly message: string };

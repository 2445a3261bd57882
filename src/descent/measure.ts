import { FILL_ORDER, SIDE } from './filling.ts';
import type { SliceOrder, SliceReport } from './messages.ts';
import { nodeAt } from './patches.ts';
import { planeThrough } from './plane.ts';
import { Slice, sliceParts } from './slice.ts';

/** It speaks about as often as this, in milliseconds. */
const SPELL = 80;

/**
 * The worker's side: measures a slice node by node, and says what has come of it every now and then.
 * @param now milliseconds since some moment
 */
export function measureSlice(
  { networks, pixels, labels, box, from }: SliceOrder,
  now: () => number,
  post: (report: SliceReport) => void,
): void {
  try {
    const parts = sliceParts(planeThrough(...networks), pixels, labels);
    post({ kind: 'parts', parts });
    const slice = new Slice(parts);
    let slopes: number[] = [];
    let spoken = now();
    for (const node of FILL_ORDER.subarray(from)) {
      const { value, dx, dy } = slice.at(...nodeAt({ box, columns: SIDE, rows: SIDE }, node));
      slopes.push(value, dx, dy);
      if (now() - spoken < SPELL) continue;
      post({ kind: 'nodes', slopes: Float64Array.from(slopes) });
      slopes = [];
      spoken = now();
    }
    post({ kind: 'nodes', slopes: Float64Array.from(slopes) });
  } catch (error) {
    post({
      kind: 'failed',
      message: error instanceof Error ? error.message : 'Something went wrong.',
    });
  }
}

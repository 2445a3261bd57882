/** The thirty learning rates of one set of runs, the order in which they are tried, and the cliff among them. */

/** How many runs make a set. */
export const ETA_COUNT = 30;
const LEAST = 0.01;
const MOST = 100;

/**
 * Thirty values of eta from .01 to 100, evenly spaced on a log axis and rounded to two figures: what is printed is what was trained
 * with. Between them lie networks that hardly move and networks whose outputs are stuck after one epoch.
 */
export const ETAS: readonly number[] = Array.from({ length: ETA_COUNT }, (_, i) =>
  Number((LEAST * (MOST / LEAST) ** (i / (ETA_COUNT - 1))).toPrecision(2)),
);

/**
 * The order in which so many neighbours are tried: both ends, the middle, the quarters, the eighths and so on, each once. Whenever one
 * stops, what is done is spread over all of them.
 * @returns indices from 0
 */
export function coarseFirst(count: number): number[] {
  const last = count - 1;
  const order = new Set<number>(count > 0 ? [0, last] : []);
  for (let parts = 2; order.size < count; parts *= 2) {
    for (let part = 1; part < parts; part += 2) order.add(Math.round((part * last) / parts));
  }
  return [...order];
}

/** Two neighbours by their indices, the lower eta first. */
export interface Cliff {
  readonly from: number;
  readonly to: number;
}

/** Accuracy that must be lost from one run to the next before we speak of a cliff: luck alone makes less of a difference. */
export const LEAST_DROP = 0.05;

/**
 * The steepest drop between neighbours: among the runs that are done, the two next to one another between which most accuracy is lost
 * as eta rises.
 * @param accuracies by rising eta, 0 to 1 each; null where a run is not done
 * @returns null where no two are done, or none loses LEAST_DROP
 */
export function cliffOf(accuracies: readonly (number | null)[]): Cliff | null {
  let cliff: Cliff | null = null;
  let most = LEAST_DROP;
  let before: { index: number; accuracy: number } | null = null;
  for (const [index, accuracy] of accuracies.entries()) {
    if (accuracy === null) continue;
    const drop = before === null ? 0 : before.accuracy - accuracy;
    if (before !== null && drop >= most) {
      cliff = { from: before.index, to: index };
      most = drop;
    }
    before = { index, accuracy };
  }
  return cliff;
}

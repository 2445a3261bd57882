/** The sizes that the two plots share, so that both have the same heights at the same places; in CSS pixels. */

/** Of accuracy, and of cost below it. */
export const TALL = 282;
export const COST = 84;

export const MARGIN = {
  accuracy: { top: 8, right: 13, bottom: 4, left: 44 },
  cost: { top: 4, right: 13, bottom: 4, left: 44 },
} as const;

/** The same with no room for numbers, where a plot beside it has them. */
export const BARE = 14;

/** Where numbers stand on the cost axis. */
export function costTicks(highest: number): number[] {
  const step = highest > 4 ? 2 : highest > 2 ? 1 : highest > 1 ? 0.5 : 0.25;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => i * step);
}

/** Where the cost axis ends: past the highest, at a round number. @param costs what is shown */
export function highestCostOf(costs: readonly number[]): number {
  const most = Math.max(0, ...costs.filter(Number.isFinite));
  return [0.65, 1, 1.7, 2.5, 4, 8].find((end) => most <= end) ?? 8;
}

/** The scale of accuracy over a wide range: equal ways are equal factors of the mistakes that are left. */

/** How high an accuracy stands: -ln(1 - accuracy). @param accuracy 0 to 1; all right stands where one mistake in 10,000 would */
export function heightOf(accuracy: number): number {
  return -Math.log(Math.max(1e-4, 1 - accuracy));
}

/** Where numbers stand. */
const TICKS = [0.1, 0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995];
/** The scale begins a little below chance. */
const FLOOR = 0.08;

export interface AccuracyScale {
  /** Lowest and highest, as heights. */
  readonly domain: readonly [number, number];
  /** Heights where numbers stand. */
  readonly ticks: readonly number[];
}

/** The scale that shows everything up to the best: up to 98%, and further where a run has come further. @param best 0 to 1 */
export function accuracyScale(best: number): AccuracyScale {
  const top = TICKS.find((tick) => tick >= 0.98 && tick >= best) ?? 0.999;
  return {
    domain: [heightOf(FLOOR), heightOf(top)],
    ticks: TICKS.filter((tick) => tick <= top).map(heightOf),
  };
}

/** How a tick reads: the highest with its unit. */
export function tickName(height: number, { ticks }: Pick<AccuracyScale, 'ticks'>): string {
  const percent = Number((100 * (1 - Math.exp(-height))).toFixed(1));
  return height === ticks.at(-1) ? `${percent}%` : String(percent);
}

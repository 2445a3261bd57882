/** Where a line passes. */
export type Spot = readonly [x: number, y: number];

/** From data to the page: one axis. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** The place of a value. Values beyond the domain lie beyond the range. A domain of no width maps to the start of the range. */
export function place({ domain: [from, to], range: [start, end] }: Scale, value: number): number {
  return to === from ? start : start + ((value - from) / (to - from)) * (end - start);
}

/**
 * Round numbers across a domain, 1, 2 or 5 times a power of ten apart, and some `count` of them.
 * @returns from the first round number within the domain to the last
 */
export function ticks([from, to]: readonly [number, number], count: number): number[] {
  if (!(to > from) || count < 1) return [];
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999) ?? 10 * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(decimals)),
  );
}

/** A line through the spots, as the `d` of an SVG path, to a tenth of a pixel; empty where there are none. */
export function linePath(spots: readonly Spot[], x: Scale, y: Scale): string {
  const points = spots.map(
    ([at, value]) => `${place(x, at).toFixed(1)} ${place(y, value).toFixed(1)}`,
  );
  return points.length === 0 ? '' : `M${points.join('L')}`;
}

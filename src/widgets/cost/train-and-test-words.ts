import type { ComparisonPoint } from '../../training/comparison.ts';

/** A share as the page prints it: 0.9527 is "95.3%". */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** How much better a network does on its own digits than on new ones, of the percentages as they are printed. */
export function gap({ seen, test }: ComparisonPoint): number {
  return Number((100 * seen.accuracy).toFixed(1)) - Number((100 * test.accuracy).toFixed(1));
}

/** "33.3 points", "−0.2 points". */
export function points(point: ComparisonPoint): string {
  const value = gap(point);
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)} points`;
}

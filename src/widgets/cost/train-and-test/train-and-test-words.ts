import type { ComparisonPoint } from '@/training/comparison.ts';
import { formatNumber } from '@/words/numbers.ts';

/** How much better a network does on its own digits than on new ones, of the percentages as they are printed. */
export function gap({ seen, test }: ComparisonPoint): number {
  return Number((100 * seen.accuracy).toFixed(1)) - Number((100 * test.accuracy).toFixed(1));
}

/** "33.3 points", "−0.2 points". */
export function points(point: ComparisonPoint): string {
  const value = gap(point);
  return `${formatNumber(value, 1)} points`;
}

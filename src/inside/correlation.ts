/** How alike two lists of numbers run. */
import { ShapeError } from '../network/errors.ts';

/**
 * Pearson's correlation, -1 to 1; 0 where one of the lists does not vary.
 * @throws ShapeError for lists that are not as long as each other
 */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) {
    throw new ShapeError(
      `A correlation takes two lists of one length; got ${first.length} and ${second.length}.`,
    );
  }
  const one = standardised(first);
  const other = standardised(second);
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum;
}

/** The list less its mean, scaled to length 1; zeros where it does not vary. The product of two such lists is their correlation. */
export function standardised(list: ArrayLike<number>): Float64Array {
  const { length } = list;
  const out = new Float64Array(length);
  let mean = 0;
  for (let i = 0; i < length; i++) mean += list[i] / length;
  let squares = 0;
  let largest = 0;
  for (let i = 0; i < length; i++) {
    const off = list[i] - mean;
    out[i] = off;
    squares += off * off;
    largest = Math.max(largest, Math.abs(list[i]));
  }
  const norm = Math.sqrt(squares);
  // A list of equal numbers is off its mean by rounding alone; that is no pattern.
  if (norm <= 1e-12 * largest * length) return out.fill(0);
  for (let i = 0; i < length; i++) out[i] /= norm;
  return out;
}

/** The number at a share of the way through the list, put in order: 0.5 is the median. Between two numbers, their weighted mean. NaN for none. */
export function quantile(list: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(list).sort();
  if (sorted.length === 0) return NaN;
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

import type { Answers } from './scored.ts';
import { DIGITS } from './scored.ts';

/**
 * The confusion matrix: how many digits of each label got each answer.
 * @returns (10, 10) row-major, [label * 10 + answer]; hits stand on the diagonal
 */
export function confusionOf(
  { answer }: Pick<Answers, 'answer'>,
  labels: Uint8Array,
): Uint32Array<ArrayBuffer> {
  const confusion = new Uint32Array(DIGITS * DIGITS);
  labels.forEach((label, i) => confusion[DIGITS * label + answer[i]]++);
  return confusion;
}

/** How many digits of each label there were, (10): the sums of the matrix's rows. */
export function meantIn(confusion: ArrayLike<number>): number[] {
  return Array.from({ length: DIGITS }, (_, label) => {
    let sum = 0;
    for (let answer = 0; answer < DIGITS; answer++) sum += confusion[DIGITS * label + answer];
    return sum;
  });
}

/** Each digit's recall, (10): the share of a label's digits that were read rightly, 0 to 1; NaN for a label that no digit has. */
export function recallOf(confusion: ArrayLike<number>): number[] {
  return meantIn(confusion).map((meant, label) => confusion[(DIGITS + 1) * label] / meant);
}

/** How many digits were read rightly: the sum of the diagonal. */
export function hitsIn(confusion: ArrayLike<number>): number {
  let hits = 0;
  for (let label = 0; label < DIGITS; label++) hits += confusion[(DIGITS + 1) * label];
  return hits;
}

/** The cell with the most mistakes, label * 10 + answer: the first of equals. Of a network without mistakes the cell of zeros. */
export function fullestCell(confusion: ArrayLike<number>): number {
  let best = -1;
  for (let cell = 0; cell < DIGITS * DIGITS; cell++) {
    const isMistake = cell % (DIGITS + 1) !== 0 && confusion[cell] > 0;
    if (isMistake && (best < 0 || confusion[cell] > confusion[best])) best = cell;
  }
  return Math.max(0, best);
}

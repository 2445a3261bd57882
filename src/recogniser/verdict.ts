import { argmax } from '../network/feedforward.ts';

/**
 * What the page says of ten scores. Where it is not sure was chosen on the recogniser's scores for pen digits of the writers it was
 * tuned on (`npm run evaluate`): of every four wrong answers three are to be held back, and of the right ones not one in twenty-five.
 */
export type Verdict =
  | { readonly kind: 'blank' }
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'unsure'; readonly digit: number; readonly other: number }
  | { readonly kind: 'no-digit' };

/** A drawing whose best score is below this does not look like a digit. */
export const FLOOR = 0.4;

/** The network is sure of a digit only when its score reaches this, */
export const SURE = 0.85;

/** and leads the next by this much. */
export const LEAD = 0.7;

/** The two highest scores' indices, the higher first. */
export function bestTwo(scores: ArrayLike<number>): [number, number] {
  const best = argmax(scores);
  const rest = Array.from(scores, (score, j) => (j === best ? -Infinity : score));
  return [best, argmax(rest)];
}

/**
 * The rule, in full: no ink, nothing to read; best score below FLOOR, no digit; below SURE or leading by less than LEAD, not sure
 * between the best two; otherwise the best.
 * @param image the 784 numbers that the network saw
 * @param scores ten scores, 0 to 1
 */
export function judge(image: ArrayLike<number>, scores: ArrayLike<number>): Verdict {
  if (isBlank(image)) return { kind: 'blank' };
  const [digit, other] = bestTwo(scores);
  if (scores[digit] < FLOOR) return { kind: 'no-digit' };
  if (scores[digit] < SURE || scores[digit] - scores[other] < LEAD) {
    return { kind: 'unsure', digit, other };
  }
  return { kind: 'digit', digit };
}

function isBlank(image: ArrayLike<number>): boolean {
  for (let i = 0; i < image.length; i++) if (image[i] > 0) return false;
  return true;
}

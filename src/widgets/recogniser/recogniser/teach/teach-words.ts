import { argmax } from '@/network/feedforward.ts';
import type { Right } from '@/inside/one-step.ts';
import { counted, inWords } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';
import { plain, thousands, two } from '@/words/numbers.ts';

/** What a step comes to in test digits: 'for the price of three test digits: …', 'and wins one'. */
export function priceWords(now: Right, after: Right): string {
  const lost = now.right - after.right;
  const numbers = `${thousands(now.right)} are right now, ${thousands(after.right)} then`;
  if (lost === 0) return `for no test digit at all: ${thousands(now.right)} are right now and then`;
  const digits = Math.abs(lost) === 1 ? 'one test digit' : `${inWords(Math.abs(lost))} test digits`;
  return lost > 0 ? `for the price of ${digits}: ${numbers}` : `and win ${digits}: ${numbers}`;
}

/** What a step would do, before it is taken. */
export function stepWords(step: {
  readonly label: number;
  readonly scores: ArrayLike<number>;
  readonly now: Right | null;
  readonly after: Right | null;
  readonly moved: number;
}): string {
  const { label, scores, now, after, moved } = step;
  const best = argmax(scores);
  const reads =
    best === label
      ? `make it score your ${label} highest, at ${two(scores[label])}`
      : `lift your ${label} to ${two(scores[label])} only: ${aDigit(best)} would still lead, at ${two(scores[best])}`;
  const price = now && after ? `, ${priceWords(now, after)}` : '; its price is being measured';
  return `One step would ${reads}${price}. ${counted(moved, 'weight')} would move.`;
}

/** What a step has done. */
export function takenWords(taken: {
  readonly label: number;
  readonly eta: number;
  readonly before: Right | null;
  readonly after: Right | null;
  readonly is: ArrayLike<number>;
}): string {
  const { label, eta, before, after, is } = taken;
  const best = argmax(is);
  const reads =
    best === label
      ? `It scores your ${label} highest now, at ${two(is[label])}`
      : `Your ${label} is at ${two(is[label])} now; ${aDigit(best)} still leads, at ${two(is[best])}`;
  const begin = `Taken, with eta ${plain(eta)}. ${reads}.`;
  if (before === null || after === null) return begin;
  const lost = before.right - after.right;
  const numbers = `${thousands(before.right)} of ${thousands(before.count)} were right, ${thousands(after.right)} are`;
  if (lost === 0) return `${begin} It cost no test digit: as many are right as before.`;
  const verb = lost > 0 ? 'It cost' : 'It won';
  return `${begin} ${verb} ${counted(Math.abs(lost), 'test digit')}: ${numbers}.`;
}

/** How many more are right of each digit after a step, (10). */
export function changesOf(before: Right, after: Right): number[] {
  return after.perDigit.map((right, digit) => right - before.perDigit[digit]);
}

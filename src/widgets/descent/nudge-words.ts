/** What the figures of nudges say, and in which units. */
import { percent, significant } from '@/words/numbers.ts';
import { digitsUntil } from '@/words/places.ts';
import type { NudgesOnNetwork } from './nudges-on-network.svelte.ts';
import { capital } from '@/words/english.ts';
import { countedInWords } from '@/words/counts.ts';

/** A number with so many digits that count, its plus left out. */
export const toDigits = (value: number, digits: number): string =>
  significant(value, digits).replace('+', '');
export const three = (value: number): string => toDigits(value, 3);

/** Digits with which cost, promise and the cost after the step give the share of the promise that is printed. More are too wide for a phone. */
const MOST_DIGITS = 6;
export function digitsOfStep({ cost, costNext, promise }: NudgesOnNetwork): number {
  const digits = digitsUntil(
    3,
    (round) => (round(cost) - round(costNext)) / (round(cost) - round(cost - promise)),
    { value: (cost - costNext) / promise, places: 2 },
  );
  return promise > 0 ? Math.min(MOST_DIGITS, digits) : 3;
}

/** A unit in which numbers up to `max` have few zeros. */
export interface Unit {
  readonly size: number;
  /** 'in thousandths'; empty for ones. */
  readonly words: string;
  /** Places that show them well. */
  readonly places: number;
}

export function unitFor(max: number): Unit {
  const [size, words] =
    max >= 0.1
      ? [1, '']
      : max >= 1e-4
        ? [1e-3, 'in thousandths']
        : max >= 1e-7
          ? [1e-6, 'in millionths']
          : [1e-9, 'in billionths'];
  const top = max / size;
  return { size, words, places: top >= 100 ? 0 : top >= 10 ? 1 : top >= 1 ? 2 : 3 };
}

/** The figure in words. @param name 'this 3', 'your drawing' */
export function tell(nudges: NudgesOnNetwork, name: string): string {
  const { cost, costNext, promise, count, lastCosts, meanBefore, meanNow } = nudges;
  const said: string[] = [];
  if (count > 0 && lastCosts) {
    const [before, after] = lastCosts;
    said.push(
      `${capital(countedInWords(count, 'step'))} taken. The last took its digit’s cost from ${three(before)} to ${three(after)}${after > before ? ': up, for it was too long' : ''}.`,
      `The mean over the hundred digits went from ${three(meanBefore)} to ${three(meanNow)} in ${countedInWords(count, 'step')}${meanNow > meanBefore ? ': a step for one digit is not a step for all' : ''}.`,
    );
  }
  const digits = digitsOfStep(nudges);
  const [from, to] = [toDigits(cost, digits), toDigits(costNext, digits)];
  const fall = cost - costNext;
  const change =
    fall > 0
      ? `would take the cost of ${name} from ${from} to ${to}`
      : `would overshoot: the cost of ${name} would rise from ${from} to ${to}`;
  const kept = fall / promise;
  const verdict =
    !(promise > 0) || fall <= 0
      ? ''
      : promise > cost
        ? `. The slopes promise a fall of ${three(promise)}, more than there is: they hold for small steps only`
        : kept > 0.9 && kept < 1.1
          ? ', as much as the slopes promise'
          : kept > 1
            ? `, ${three(kept)} times what the slopes promise`
            : `, ${percent(kept, 0)} of what the slopes promise`;
  said.push(`${count > 0 ? 'Another' : 'One'} such step ${change}${verdict}.`);
  return said.join(' ');
}

/** What is known of MNIST's 10,000 test digits themselves, and what a share of them is worth. */
import type { Answers } from './scored.ts';

/**
 * Test digits by their place in the set, from 0, whose labels people dispute: of five who looked again at each label that a program
 * doubted, fewer than three chose the one that MNIST gives. Northcutt, Athalye and Mueller, "Pervasive label errors in test sets
 * destabilize machine learning benchmarks" (2021), labelerrors.com. A lower bound: what the program did not doubt nobody looked at.
 */
export const DISPUTED: readonly number[] = [
  947, 1621, 1901, 2130, 2462, 2597, 2654, 3520, 3558, 5937, 6651, 6783, 8527, 9679, 9729,
];

/**
 * Where the second half of the test set begins. Yadav and Bottou, "Cold case: the lost MNIST digits" (2019), found the first 5,001 digits
 * to be by high-school students and the others by employees of the census; halves of 5,000 can be compared digit for digit.
 */
export const SECOND_HALF = 5000;

/** How many digits, and how many of them were read rightly. */
export interface Share {
  readonly count: number;
  readonly right: number;
}

/** The two halves of the digits, the first SECOND_HALF and the others. */
export function halvesOf({ answer }: Pick<Answers, 'answer'>, labels: Uint8Array): [Share, Share] {
  const share = (from: number, to: number): Share => {
    let right = 0;
    for (let i = from; i < to; i++) if (answer[i] === labels[i]) right++;
    return { count: to - from, right };
  };
  const middle = Math.min(SECOND_HALF, labels.length);
  return [share(0, middle), share(middle, labels.length)];
}

/**
 * How far a share of `count` digits may lie from the share of all such digits by luck alone: two standard deviations of a binomial,
 * 2 sqrt(p (1 - p) / n). At 95% of 10,000 that is 0.0044.
 * @param share 0 to 1
 */
export function noiseOf(share: number, count: number): number {
  return 2 * Math.sqrt((share * (1 - share)) / count);
}

/** What two networks get wrong together. */
export interface Shared {
  /** Digits that the first misreads, and the second. */
  readonly wrong: readonly [number, number];
  /** Digits that both misread. */
  readonly both: number;
  /** Those of them that both read as the same wrong digit. */
  readonly same: number;
}

/** Compares the mistakes of two networks on the same digits. */
export function sharedMistakes(
  one: Pick<Answers, 'answer'>,
  other: Pick<Answers, 'answer'>,
  labels: Uint8Array,
): Shared {
  const wrong: [number, number] = [0, 0];
  let both = 0;
  let same = 0;
  labels.forEach((label, i) => {
    const [isWrong, isOtherWrong] = [one.answer[i] !== label, other.answer[i] !== label];
    if (isWrong) wrong[0]++;
    if (isOtherWrong) wrong[1]++;
    if (!isWrong || !isOtherWrong) return;
    both++;
    if (one.answer[i] === other.answer[i]) same++;
  });
  return { wrong, both, same };
}

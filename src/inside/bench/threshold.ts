import type { Answers } from './scored.ts';

/** What is left when a network may say "not sure": which answers it gives, for each threshold. */
export interface Answered {
  /** (thresholds): how many digits it answers, those whose top score is not below the threshold. */
  readonly answered: readonly number[];
  /** (thresholds): how many of its answers are right. */
  readonly right: readonly number[];
}

/**
 * Thresholds in hundredths, from 0 to 0.99. None at 1: which scores are so near to it that they are rounded to it is a matter of how many
 * digits a number has, and not of the network.
 */
export const THRESHOLDS: readonly number[] = Array.from({ length: 100 }, (_, i) => i / 100);

/** For each of THRESHOLDS, how many digits are answered and how many of those rightly. */
export function answeredBy({ answer, top }: Answers, labels: Uint8Array): Answered {
  // What each digit's score still reaches is counted once, from the highest threshold it is not below, and summed up downwards.
  const last = THRESHOLDS.length - 1;
  const answered = THRESHOLDS.map(() => 0);
  const right = THRESHOLDS.map(() => 0);
  top.forEach((score, i) => {
    let at = Math.min(last, Math.max(0, Math.ceil(100 * score)));
    while (at > 0 && score < THRESHOLDS[at]) at--;
    answered[at]++;
    if (answer[i] === labels[i]) right[at]++;
  });
  for (let at = last - 1; at >= 0; at--) {
    answered[at] += answered[at + 1];
    right[at] += right[at + 1];
  }
  return { answered, right };
}

import type { Answers } from './scored.ts';

/** Answers whose top scores lie in one tenth of the way from 0 to 1. */
export interface Bin {
  readonly count: number;
  /** How many of them are right. */
  readonly right: number;
  /** Their mean top score, 0 to 1; 0 where there is none. */
  readonly meanScore: number;
}

/** Tenths of the scores: a reliability diagram has one square for each. */
export const BINS = 10;

/**
 * How often the network is right where it scores its answer so high: a reliability diagram, as in Guo, Pleiss, Sun and Weinberger, "On
 * calibration of modern neural networks" (2017). Their scores are the probabilities of a softmax; ours are sigmoids, one for each digit,
 * which were never asked to be any, and are set against the share of right answers all the same.
 * @returns ten bins: bin b holds top scores from b / 10 to below (b + 1) / 10, the last one those of 1 too
 */
export function calibrationOf({ answer, top }: Answers, labels: Uint8Array): Bin[] {
  const count = new Float64Array(BINS);
  const right = new Float64Array(BINS);
  const sum = new Float64Array(BINS);
  top.forEach((score, i) => {
    const bin = Math.min(BINS - 1, Math.floor(BINS * score));
    count[bin]++;
    sum[bin] += score;
    if (answer[i] === labels[i]) right[bin]++;
  });
  return Array.from({ length: BINS }, (_, bin) => ({
    count: count[bin],
    right: right[bin],
    meanScore: count[bin] === 0 ? 0 : sum[bin] / count[bin],
  }));
}

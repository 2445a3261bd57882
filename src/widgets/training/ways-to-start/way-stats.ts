/** What the record of the four ways says after an epoch, and how much of a difference may be luck. */
import { max, mean, min } from 'd3';
import recorded from '../../../../public/models/ways.json';
import { type Way, WAYS, type WaysRecord } from '@/training/recorded/ways.ts';

const record: WaysRecord = recorded;

export const { ways: SETTINGS, seeds: SEEDS, epochs: EPOCHS } = WAYS;
/** How many digits each network was tested on. */
export const TESTED = record.tested;

/** One of the four ways, by its place among them. */
export type WayIndex = 0 | 1 | 2 | 3;
export const WAY_INDICES: readonly WayIndex[] = [0, 1, 2, 3];

/** Of each seed, in their order, the accuracy by epoch from 0: shares, 0 to 1. */
export function curvesOf(way: WayIndex): readonly (readonly number[])[] {
  return record.runs
    .filter((run) => run.way === way)
    .map(({ right }) => right.map((n) => n / TESTED));
}

/** The five networks of a way after an epoch. Shares, 0 to 1. */
export interface Bundle {
  /** In the order of the seeds. */
  readonly accuracies: readonly number[];
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

export function bundleOf(way: WayIndex, epoch: number): Bundle {
  const accuracies = curvesOf(way).map((curve) => curve[epoch]);
  const [least, most] = [min(accuracies) ?? NaN, max(accuracies) ?? NaN];
  return { accuracies, mean: mean(accuracies) ?? NaN, least, most };
}

/**
 * Two standard deviations of an accuracy that is measured on so many digits: 95 times in 100 another such set of digits would give one no
 * further off. Binomial: each digit is read rightly or not, by itself.
 * @param accuracy 0 to 1
 */
export function noiseOf(accuracy: number, tested = TESTED): number {
  return 2 * Math.sqrt((accuracy * (1 - accuracy)) / tested);
}

/** What a difference between two ways amounts to. */
export type Verdict =
  /** No more than what another ten thousand digits might change. */
  | 'noise'
  /** More, but the best of the one is no worse than the worst of the other: it takes both digits and seeds to say so. */
  | 'overlap'
  /** More, and every network of the one is better than every one of the other. */
  | 'apart';

export interface Comparison {
  /** Of the means, as they are printed: of 95.16% and 95.85% 0.69 points. Never below 0. */
  readonly points: number;
  /** The noise of the better mean, in points. */
  readonly noise: number;
  readonly isFirstBetter: boolean;
  readonly verdict: Verdict;
}

/** Points, rounded as they are printed. */
export const inPoints = (share: number): number => Number((100 * share).toFixed(2));

export function compareBundles(one: Bundle, other: Bundle): Comparison {
  const isFirstBetter = one.mean >= other.mean;
  const [better, worse] = isFirstBetter ? [one, other] : [other, one];
  const points = Number((inPoints(better.mean) - inPoints(worse.mean)).toFixed(2));
  const noise = inPoints(noiseOf(better.mean));
  const verdict = points <= noise ? 'noise' : better.least > worse.most ? 'apart' : 'overlap';
  return { points, noise, isFirstBetter, verdict };
}

/** "N(0, 1), quadratic": a way as a list has it. */
export function nameOf({ start, cost }: Way): string {
  return `${start === 'normal' ? 'N(0, 1)' : 'scaled'}, ${cost}`;
}

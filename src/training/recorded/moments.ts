/** Moments of training that chapter 5 tells of and no figure shows to the last digit: what moments.json says was measured. */
import { recipes } from '../recipes.ts';
import { RECORDED_PLAN } from './recorded-runs.ts';
import { STUCK } from './stuck.ts';

/** Which moments, all of the plan that the training figure begins with. */
export const MOMENTS = {
  plan: RECORDED_PLAN,
  /** After so many mini-batches of the first epoch. */
  steps: [0, 10, 100, 600] as readonly number[],
  /** Learning rates beside and beyond the thirty of the figure: at the edge of its cliff, and the one that the text asks about. */
  etas: [28.1, 30] as readonly number[],
  /** Another seed, with which this digit is not read for epochs: after so many mini-batches, and after each epoch until it is. */
  stuck: {
    seed: STUCK.seed,
    digit: STUCK.digit,
    steps: [0, 10] as readonly number[],
    epochs: 12 as number,
  },
  /** The recipe of the explainer network, with and without its L2, and the scores between which answers are counted. */
  l2: {
    recipe: recipes.explainer,
    lambdas: [0, recipes.explainer.lambda] as readonly number[],
    from: 0.8,
    to: 0.9,
  },
} as const;

export type Moments = typeof MOMENTS;

/** moments.json, which `npm run train -- --model moments` writes. Counts are of digits read rightly. */
export interface MomentsRecord {
  readonly recipe: unknown;
  /** How many test digits there are. */
  readonly tested: number;
  /** After each of the steps; the mean cost of a test digit. */
  readonly first: readonly {
    readonly step: number;
    readonly right: number;
    readonly cost: number;
  }[];
  /** After the last epoch of each of the learning rates; of how many kinds of digits it reads none. */
  readonly fast: readonly {
    readonly eta: number;
    readonly right: number;
    readonly unread: number;
  }[];
  /** The median weighted input of the digit's own output over the test digits of its kind: after the steps, and after each epoch from 1. */
  readonly stuck: { readonly steps: readonly number[]; readonly epochs: readonly number[] };
  /** With each of the lambdas: how many answers score from `from` to below `to`, and how many of them are right. */
  readonly l2: readonly {
    readonly lambda: number;
    readonly count: number;
    readonly right: number;
  }[];
}

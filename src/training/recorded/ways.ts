import type { CostName } from '../../network/cost.ts';
import type { Start } from '../../network/network.ts';
import { TRAIN_COUNT } from '../chunks.ts';
import type { TrainingPlan } from '../plan.ts';

/** A way to begin: how the weights are drawn, and what is made small, with the eta that suits it. */
export interface Way {
  readonly start: Start;
  readonly cost: CostName;
  readonly eta: number;
}

/** Four ways to train the classic network, five seeds each. */
export const WAYS = {
  sizes: [784, 30, 10] as readonly number[],
  miniBatch: 10,
  lambda: 0,
  epochs: 30,
  seeds: [1, 2, 3, 4, 5] as readonly number[],
  /** The slope of cross-entropy lacks the factor sigma', at most 1/4, so that its eta is smaller: Nielsen's 0.5. */
  ways: [
    { start: 'normal', cost: 'quadratic', eta: 3 },
    { start: 'scaled', cost: 'quadratic', eta: 3 },
    { start: 'normal', cost: 'cross-entropy', eta: 0.5 },
    { start: 'scaled', cost: 'cross-entropy', eta: 0.5 },
  ] as readonly Way[],
} as const;

/** ways.json, which `npm run train -- --model ways` writes. */
export interface WaysRecord {
  readonly recipe: unknown;
  /** How many digits each was tested on. */
  readonly tested: number;
  /** In the order of the ways: of each seed, by epoch from 0, how many of those digits it reads rightly. */
  readonly runs: readonly {
    readonly way: number;
    readonly seed: number;
    readonly right: readonly number[];
  }[];
}

/** The plan of one of the runs. */
export function wayPlan({ start, cost, eta }: Way, seed: number): TrainingPlan {
  const { sizes, miniBatch, lambda, epochs } = WAYS;
  return {
    ...{ sizes, start, cost, eta, miniBatch, lambda, epochs, seed },
    ...{ count: TRAIN_COUNT, growth: 'wait' },
  };
}

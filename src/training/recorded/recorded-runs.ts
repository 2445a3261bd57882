/** The runs that the training figure shows before the reader has trained anything: measured once by the trainer of the page itself. */
import type { DigitSet } from '../engine.ts';
import { TRAIN_COUNT } from '../chunks.ts';
import type { TrainingPlan } from '../plan.ts';

/** The plan of the recorded run: Nielsen's first network, on all digits. */
export const RECORDED_PLAN: TrainingPlan = {
  sizes: [784, 30, 10],
  start: 'normal',
  cost: 'quadratic',
  eta: 3,
  miniBatch: 10,
  lambda: 0,
  epochs: 30,
  seed: 1,
  count: TRAIN_COUNT,
  growth: 'wait',
};

/** After these epochs what each hidden neuron has learned is kept. */
export const LEARNED_EPOCHS: readonly number[] = [1, 2, 4, 8, 15, 30];

/** The size of a change of weight that is written as LEARNED_STEPS; beyond it is cut off. */
export const LEARNED_MAX = 2;
/** A change of weight is written as a whole number from minus this to this. */
export const LEARNED_STEPS = 15;

/** What a run reached, epoch by epoch from its start, epoch 0, on. Counts are of digits read rightly. */
export interface RecordedCurve {
  /** Of the 10,000 test digits. */
  readonly test: readonly number[];
  /** Of the first 10,000 digits that it learned from. */
  readonly seen: readonly number[];
  /** The mean cost of a test digit, and of one learned from. */
  readonly testCost: readonly number[];
  readonly seenCost: readonly number[];
}

/** As it stands in public/models/training-runs.json. */
export interface RecordedRuns {
  readonly plan: TrainingPlan;
  /** Bytes of the files of digits that the page fetches to train. */
  readonly download: { readonly test: number; readonly train: readonly number[] };
  /** How many test digits there are of each, 0 to 9. */
  readonly counts: readonly number[];
  readonly run: RecordedCurve & {
    /** How many of each digit it read rightly, 0 to 9, epoch by epoch. */
    readonly recall: readonly (readonly number[])[];
  };
  /** The same plan with other learning rates. */
  readonly etas: readonly {
    readonly eta: number;
    readonly curve: RecordedCurve;
    /** After the first epoch, and after the last. */
    readonly recall: readonly [readonly number[], readonly number[]];
  }[];
}

/** How many there are of each digit, 0 to 9. */
export function countsOf({ labels }: Pick<DigitSet, 'labels'>): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
}

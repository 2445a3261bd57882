import type { CostName } from '../../network/cost.ts';
import type { Start } from '../../network/network.ts';
import { TRAIN_COUNT } from '../chunks.ts';
import type { TrainingPlan } from '../plan.ts';

/** A run of the record: as the classic recipe has it, and with one thing cured. */
export type StuckRun = 'classic' | 'scaled' | 'cross-entropy';

interface Setting {
  readonly name: StuckRun;
  readonly start: Start;
  readonly cost: CostName;
  readonly eta: number;
}

/**
 * A run of the classic recipe in which one digit is not read for epochs, and the same seed with either cure. The seed is the first at which
 * a digit stays unread for `long` epochs, the survey says of how many.
 */
export const STUCK = {
  sizes: [784, 30, 10] as readonly number[],
  miniBatch: 10,
  lambda: 0,
  /** Epochs that are replayed: the digit wakes within them. */
  epochs: 15,
  seed: 2,
  digit: 8,
  /** The slope of cross-entropy lacks the factor sigma', at most 1/4, so that its eta is smaller: Nielsen's 0.5. */
  runs: [
    { name: 'classic', start: 'normal', cost: 'quadratic', eta: 3 },
    { name: 'scaled', start: 'scaled', cost: 'quadratic', eta: 3 },
    { name: 'cross-entropy', start: 'normal', cost: 'cross-entropy', eta: 0.5 },
  ] as readonly Setting[],
  /** How many seeds of the classic recipe are tried, from 1 on, for so many epochs each. */
  survey: { seeds: 40, epochs: 30 },
  /** A digit of which less than this share is read counts as unread, and one unread for so many epochs from the first on as stuck. */
  unread: 0.1,
  long: 5,
} as const;

/** The plan of a run of the record. */
export function stuckPlan(name: StuckRun): TrainingPlan {
  const { sizes, miniBatch, lambda, epochs, seed, runs } = STUCK;
  const { start, cost, eta } = runs.find((run) => run.name === name) ?? runs[0];
  return {
    ...{ sizes, start, cost, eta, miniBatch, lambda, epochs, seed },
    ...{ count: TRAIN_COUNT, growth: 'wait' },
  };
}

/** What the file of a run's checkpoints is called, without its ending. */
export function stuckFile(name: StuckRun): string {
  return `stuck-${name}`;
}

/** Of one seed of the survey: each digit that was unread after the first epoch, and for how many epochs from there on. */
export interface Unread {
  readonly seed: number;
  readonly digit: number;
  readonly epochs: number;
}

/** stuck.json, which `npm run train -- --model stuck` writes. */
export interface StuckRecord {
  readonly recipe: unknown;
  /** How many of each digit there are to be tested on. */
  readonly tested: readonly number[];
  /** By run, by epoch from 0: how many of each digit are read rightly. */
  readonly runs: readonly {
    readonly name: string;
    readonly right: readonly (readonly number[])[];
  }[];
  readonly survey: {
    readonly unread: readonly Unread[];
    /** By seed, from 1: how many of all are read rightly after the last epoch. */
    readonly right: readonly number[];
  };
}

/** How many epochs from the first on less than a tenth of a digit was read. @param shares its recall by epoch, from epoch 0 */
export function unreadFor(shares: readonly number[]): number {
  const wakes = shares.findIndex((share, epoch) => epoch > 0 && share >= STUCK.unread);
  return (wakes < 0 ? shares.length : wakes) - 1;
}

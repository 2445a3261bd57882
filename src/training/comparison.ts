import { PIXELS } from '../digits/mnist.ts';
import type { Start } from '../network/network.ts';
import type { CostName } from '../network/cost.ts';
import type { DigitSet, Engine, TestSet } from './engine.ts';
import type { TrainingPlan } from './plan.ts';
import { Run, type Score } from './run.ts';

/**
 * Three runs that differ in one thing: how many digits there are to learn from. All take the same number of steps, so the fewer the
 * digits, the more often each is seen.
 */
export const COMPARISON = {
  sizes: [784, 30, 10] as readonly number[],
  start: 'scaled' satisfies Start,
  cost: 'quadratic' satisfies CostName,
  eta: 3,
  miniBatch: 10,
  lambda: 0,
  /** How many digits each run learns from: the first of those that the page fetches first. */
  counts: [100, 1000, 10_000] as readonly number[],
  /** After so many steps the runs are tested; the last is where they end. */
  marks: [0, 10, 30, 100, 200, 300, 600, 1000, 2000, 3000] as readonly number[],
  seed: 1,
} as const;

/** How a run does after some steps. */
export interface ComparisonPoint {
  /** How many digits it learns from. */
  readonly count: number;
  readonly steps: number;
  /** On the digits that it learns from, all of them. */
  readonly seen: Score;
  /** On the 10,000 test digits, which no run learns from. */
  readonly test: Score;
}

/** The first `count` of some digits. Their inputs are a view, not a copy. */
export function firstOf({ inputs, full, labels }: DigitSet, count: number): DigitSet {
  return {
    count,
    inputs: inputs.subarray(0, count * PIXELS),
    full,
    labels: labels.subarray(0, count),
  };
}

/** The plan of the run that learns from so many digits. */
export function planFor(count: number, seed: number): TrainingPlan {
  const { sizes, start, cost, eta, miniBatch, lambda, marks } = COMPARISON;
  const epochs = Math.ceil((marks[marks.length - 1] * miniBatch) / count);
  return { sizes, start, cost, eta, miniBatch, lambda, epochs, seed, count, growth: 'wait' };
}

/**
 * Trains side by side and tests at each mark. The same seed gives the same points, to the last bit, on the same kind of engine.
 * @param engines one for each run, holding the digits that it learns from and those that it is tested on
 * @throws Error in words for the reader, where an engine cannot go on
 */
export function* compare(
  engines: readonly Engine[],
  seed: number,
): Generator<ComparisonPoint, void> {
  const runs = engines.map((engine) => new Run(planFor(engine.count('train'), seed), engine));
  const steps = runs.map(() => 0);
  try {
    for (const mark of COMPARISON.marks) {
      for (const [i, run] of runs.entries()) {
        while (steps[i] < mark) {
          steps[i] += run.learn(mark - steps[i]) / COMPARISON.miniBatch;
        }
        yield { count: run.plan.count, steps: mark, ...scoresOf(run) };
      }
    }
  } finally {
    for (const run of runs) run.close();
  }
}

function scoresOf(run: Run): Readonly<Record<TestSet, Score>> {
  const test = run.test();
  for (;;) {
    const { done, value } = test.next();
    if (done) return { seen: value.seen, test: value.test };
  }
}

/** Runs for tests: small, and as real ones are. */
import { createNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import type { Point } from '../../../src/training/run.ts';
import { fingerprintOf } from '../../../src/training/runs/fingerprint.ts';
import type { TrainingPlan } from '../../../src/training/plan.ts';
import type { EndedRun } from '../../../src/training/runs/record.ts';

export const plan: TrainingPlan = {
  ...{ sizes: [784, 8, 10], start: 'scaled', cost: 'quadratic', eta: 3, miniBatch: 7, lambda: 0.5 },
  ...{ epochs: 6, seed: 11, count: 180, growth: 'wait' },
};

export function pointsTo(epoch: number, cost = 0.1): Point[] {
  return Array.from({ length: epoch + 1 }, (_, at) => ({
    ...{ at, seconds: at / 2 },
    test: { accuracy: 0.9, cost },
    seen: { accuracy: 0.91, cost },
    recall: [1, 0.9, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
  }));
}

export function endedRunOf(seed: number, sizes: readonly number[] = [784, 3, 10]): EndedRun {
  const network = createNetwork(sizes, 'scaled', createRandom(seed));
  return {
    plan: { ...plan, sizes, seed },
    growth: [{ epoch: 1, count: plan.count }],
    points: pointsTo(plan.epochs),
    seconds: 3,
    engine: 'network',
    end: { kind: 'done' },
    network,
    fingerprint: fingerprintOf(network),
  };
}

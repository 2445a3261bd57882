/** Runs for tests: small, and as real ones are. */
import { createNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import type { Point } from '../../../src/training/run.ts';
import { fingerprintOf } from '../../../src/training/runs/fingerprint.ts';
import type { EndedRun } from '../../../src/training/runs/record.ts';
import { plan } from '../small-digits.ts';

export function pointsTo(epoch: number, cost = 0.1): Point[] {
  return Array.from({ length: epoch + 1 }, (_, at) => ({
    ...{ at, seconds: at / 2 },
    test: { accuracy: 0.9, cost },
    seen: { accuracy: 0.91, cost },
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

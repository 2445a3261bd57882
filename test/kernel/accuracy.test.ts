import { beforeAll, expect, it } from 'vitest';
import { readMnist } from '../../src/commands/mnist-files.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { quadratic } from '../../src/network/cost.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import * as sgd from '../../src/network/sgd.ts';
import { testKernel } from './kernel.ts';
import { remembered } from './remembered.ts';

/** Nielsen's first network as he trained it, on all of MNIST. */
const SIZES = [784, 30, 10];
const PLAN: sgd.Plan = { cost: quadratic, eta: 3, miniBatch: 10, lambda: 0, epochs: 30 };

const digits = readMnist('train');
const tests = readMnist('test');

let kernel: Kernel;
beforeAll(async () => {
  kernel = await testKernel();
});

/** The mean accuracy on the test digits after each of the last five epochs, in points of 100. */
function meanAccuracy(trainer: Pick<Kernel, 'epochs' | 'evaluate'>, seed: number): number {
  const random = createRandom(seed);
  const network: Network = createNetwork(SIZES, 'normal', random);
  let sum = 0;
  for (const epoch of trainer.epochs(network, digits, PLAN, random)) {
    if (epoch > PLAN.epochs - 5) sum += trainer.evaluate(network, tests).accuracy;
  }
  return (100 * sum) / 5;
}

it.each([1, 2, 3])(
  'learns to read digits as well as the network does, from seed %i',
  (seed) => {
    // The network gives the same bits each time, so what it reached is worked out again only when its sources change.
    const wanted = remembered(`784-30-10 from seed ${seed}`, import.meta.filename, () =>
      meanAccuracy(sgd, seed),
    );
    expect(wanted).toBeGreaterThan(94);
    expect(Math.abs(meanAccuracy(kernel, seed) - wanted)).toBeLessThan(0.3);
  },
  600_000,
);

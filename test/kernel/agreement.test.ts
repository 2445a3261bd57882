import { beforeAll, describe, expect, it } from 'vitest';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { sliceDigits } from '../../src/digits/mnist.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { costs, type Cost } from '../../src/network/cost.ts';
import { cloneNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { epochs, evaluate, type Plan, updateMiniBatch } from '../../src/network/sgd.ts';
import { difference, largest, numbersOf, singleNetwork, testKernel } from './kernel.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await testKernel();
});

/** 100 mini-batches of real digits. */
const digits = sliceDigits(readMnist('train'), 0, 1000);

const cases = [
  [784, 30, 10],
  [784, 16, 16, 10],
  [784, 100, 10],
].flatMap((sizes) =>
  Object.values(costs).flatMap((cost) =>
    // lambda 0.1 with 1,000 digits is 5 with 50,000, as in Nielsen's third chapter.
    [0, 0.1].map((lambda): [string, number[], Cost, number] => [
      `${sizes.join('-')}, ${cost.name}, lambda ${lambda}`,
      sizes,
      cost,
      lambda,
    ]),
  ),
);

describe.each(cases)('kernel and network, %s', (_, sizes, cost, lambda) => {
  const plan: Plan = {
    cost,
    eta: cost.name === 'quadratic' ? 3 : 0.5,
    miniBatch: 10,
    lambda,
    epochs: 1,
  };

  it.each(['normal', 'scaled'] as const)(
    'change by one mini-batch alike to 1e-5 of the largest change, from a %s start',
    (start) => {
      const before = singleNetwork(sizes, start, 1);
      const [ours, theirs] = [cloneNetwork(before), cloneNetwork(before)];
      const batch = [3, 999, 41, 500, 77, 600, 3, 12, 813, 256];
      kernel.updateMiniBatch(ours, digits, batch, plan, digits.count);
      updateMiniBatch(theirs, digits, batch, plan, digits.count);
      const change = largest(difference(theirs, before));
      expect(change).toBeGreaterThan(0.01);
      expect(largest(difference(ours, theirs)) / change).toBeLessThan(1e-5);
    },
  );

  it('hold the same weights to 1e-3 of the largest after 100 mini-batches, and read digits alike', () => {
    const [ours, theirs] = [singleNetwork(sizes, 'normal', 2), singleNetwork(sizes, 'normal', 2)];
    expect([...kernel.epochs(ours, digits, plan, createRandom(3))]).toEqual([1]);
    expect([...epochs(theirs, digits, plan, createRandom(3))]).toEqual([1]);
    expect(largest(difference(ours, theirs)) / largest(numbersOf(theirs))).toBeLessThan(1e-3);

    const mine = kernel.evaluate(ours, digits, cost);
    const its = evaluate(theirs, digits, cost);
    expect(mine.accuracy).toBeCloseTo(its.accuracy, 2);
    expect(mine.cost / its.cost).toBeCloseTo(1, 3);
  });
});

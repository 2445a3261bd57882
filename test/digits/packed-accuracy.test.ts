import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DIGITS, makeDigits } from '../../src/commands/digit-files.ts';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { type PackedDigits, unpackDigits } from '../../src/digits/packed.ts';
import type { HeldExamples } from '../../src/kernel/held-examples.ts';
import { startKernel } from '../../src/kernel/kernel.ts';
import { quadratic } from '../../src/network/cost.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { CHUNKS } from '../../src/training/chunks.ts';

const SEEDS = [1, 2, 3];
const PLAN = { cost: quadratic, eta: 3, miniBatch: 10, lambda: 0, epochs: 30 };

it('trains a network as well on the packed digits as on the originals: three seeds, 30 epochs', async () => {
  makeDigits();
  const kernel = await startKernel(readKernel());
  const read = (name: string): PackedDigits =>
    unpackDigits(gunzipSync(readFileSync(path.join(DIGITS, `${name}.digits`))));
  const packed = kernel.hold(read(CHUNKS.train[0].name), 784);
  for (const { name } of CHUNKS.train.slice(1)) packed.add(read(name));
  const sets = {
    packed: { train: packed, test: kernel.hold(read(CHUNKS.test.name), 784) },
    original: {
      train: kernel.hold(readMnist('train'), 784),
      test: kernel.hold(readMnist('test'), 784),
    },
  };

  /** Accuracy on the test digits: the mean of the last five epochs, as one epoch is off by more than what is asked here. */
  const accuracy = (
    { train, test }: { train: HeldExamples; test: HeldExamples },
    seed: number,
  ): number => {
    const random = createRandom(seed);
    const network = createNetwork([784, 30, 10], 'scaled', random);
    let sum = 0;
    for (const epoch of kernel.epochs(network, train, PLAN, random)) {
      if (epoch > 25) sum += kernel.evaluate(network, test).accuracy;
    }
    return sum / 5;
  };
  const mean = (set: keyof typeof sets): number => {
    const all = SEEDS.map((seed) => accuracy(sets[set], seed));
    return all.reduce((sum, share) => sum + share, 0) / all.length;
  };
  const original = mean('original');
  expect(original).toBeGreaterThan(0.95);
  expect(Math.abs(mean('packed') - original)).toBeLessThanOrEqual(0.003);
}, 300_000);

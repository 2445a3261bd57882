import { gzipSync } from 'node:zlib';
import { packDigits } from '../../src/digits/packed.ts';
import { createRandom } from '../../src/network/random.ts';
import type { Chunks } from '../../src/training/chunks.ts';
import type { DigitSet } from '../../src/training/engine.ts';
import type { TrainingPlan } from '../../src/training/plan.ts';

/** Pictures that are easily told apart: digit d is a bar of ink in the rows 2d + 4 and 2d + 5, with a little noise. Four shades. */
export function bars(count: number, seed: number): DigitSet {
  const random = createRandom(seed);
  const inputs = new Uint8Array(count * 784);
  const labels = Uint8Array.from({ length: count }, () => random.integer(10));
  labels.forEach((label, i) => {
    const from = i * 784 + (2 * label + 4) * 28;
    for (let k = 0; k < 56; k++) inputs[from + k] = random.integer(4);
    for (let k = 0; k < 40; k++) inputs[i * 784 + random.integer(784)] = random.integer(4);
  });
  return { count, inputs, full: 3, labels };
}

/** Three small files to learn from and one to test on. */
export const chunks: Chunks = {
  train: [1, 2, 3].map((n) => ({ name: `train-${n}`, count: 60 })),
  test: { name: 'test', count: 50 },
};

/** What lies in each file. */
export const contents: ReadonlyMap<string, DigitSet> = new Map(
  [...chunks.train, chunks.test].map(({ name, count }, i) => [name, bars(count, i + 1)]),
);

/** All digits to learn from, in the order that they come in. */
export function allDigits(): DigitSet {
  const parts = chunks.train.map(({ name }) => contents.get(name) ?? bars(0, 0));
  const inputs = new Uint8Array(180 * 784);
  const labels = new Uint8Array(180);
  parts.forEach((part, i) => {
    inputs.set(part.inputs, i * 60 * 784);
    labels.set(part.labels, i * 60);
  });
  return { count: 180, inputs, full: 3, labels };
}

/** The bytes of a file, gzipped as they travel. */
export function fileOf(name: string): Uint8Array<ArrayBuffer> {
  const digits = contents.get(name) ?? bars(0, 0);
  const indices = Uint32Array.from({ length: digits.count }, (_, i) => i);
  return new Uint8Array(gzipSync(packDigits({ ...digits, indices }, 2)));
}

/** A plan that is soon carried out. */
export const plan: TrainingPlan = {
  sizes: [784, 8, 10],
  start: 'scaled',
  cost: 'quadratic',
  eta: 3,
  miniBatch: 7,
  lambda: 0.5,
  epochs: 6,
  seed: 11,
  count: 180,
  growth: 'wait',
};

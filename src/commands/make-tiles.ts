/**
 * Writes the digits that number the chapters, make the logo and say 404: real MNIST test digits, each a PNG of 28 x 28, named by
 * its place in the test set. The build runs it before anything else: node src/commands/make-tiles.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import site from '../../content/site.json' with { type: 'json' };
import { PIXELS, SIDE } from '../digits/mnist.ts';
import { readMnist } from './mnist-files.ts';
import { encodePng } from './png.ts';

const folder = path.join(import.meta.dirname, '../../public/digits/tiles');
const { inputs } = readMnist('test');
mkdirSync(folder, { recursive: true });
for (const index of new Set([...site.digits, ...site.lost])) {
  const pixels = inputs.subarray(index * PIXELS, (index + 1) * PIXELS);
  writeFileSync(path.join(folder, `${index}.png`), encodePng(pixels, SIDE, SIDE));
}

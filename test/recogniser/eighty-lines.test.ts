/** The recogniser in eighty lines, which chapter 7 shows whole, against the one that the page runs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { preprocess } from '../../src/digits/preprocess.ts';
import { createRandom } from '../../src/network/random.ts';
import { openModel } from '../../src/commands/models.ts';
import { readDrawing } from '../../src/recogniser/recognise.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { lean, type Line } from '../drawings/curve.ts';

type Points = readonly (readonly [number, number])[];
interface EightyLines {
  readonly readLayers: (file: ArrayBuffer) => unknown;
  readonly scoresOf: (layers: unknown, x: readonly number[]) => number[];
  readonly pictureOf: (strokes: readonly Points[], padSide: number) => number[];
}

const root = path.join(import.meta.dirname, '../..');
const html = readFileSync(path.join(root, 'src/recogniser/eighty-lines.html'), 'utf8');
/** Its script up to where the page begins, as a module that hands out what it declares. */
const [, script] = /<script type="module">\n([\s\S]*?)\/\/ 4\. The page/.exec(html) ?? [];
const { readLayers, scoresOf, pictureOf } = (await import(
  `data:text/javascript,${encodeURIComponent(`${script}\nexport { readLayers, scoresOf, pictureOf };`)}`
)) as EightyLines;

const { buffer } = Uint8Array.from(
  readFileSync(path.join(root, 'public/models/recogniser.safetensors')),
);
const layers = readLayers(buffer);
const network = openModel('recogniser');

const PAD = 280;
const pointsOf = (line: Line): Points =>
  Array.from({ length: line.length / 2 }, (_, i) => [PAD * line[2 * i], PAD * line[2 * i + 1]]);

/** A hundred digits: the drawn ones, leaning a little, each time otherwise. */
const random = createRandom(7);
const hundred = Array.from({ length: 100 }, (_, i) =>
  lean(20 * random.uniform() - 10, DRAWN_DIGITS[i % DRAWN_DIGITS.length].strokes),
);

it('takes eighty lines', () => {
  expect(html.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
});

it('sees the same 784 numbers and gives the same ten scores as the page, for a hundred digits', () => {
  expect(script).toBeDefined();
  for (const strokes of hundred) {
    const drawing = strokes.map((points) => ({ points, width: 0.05, erase: false }));
    const reading = readDrawing(network, drawing);
    const picture = pictureOf(strokes.map(pointsOf), PAD);
    const scores = scoresOf(layers, picture);
    const furthest = (ours: ArrayLike<number>, theirs: ArrayLike<number>): number =>
      Math.max(...Array.from(ours, (value, i) => Math.abs(value - theirs[i])));
    expect(picture).toHaveLength(784);
    expect(furthest(picture, preprocess(drawing))).toBeLessThan(1e-9);
    expect(scores).toHaveLength(10);
    expect(furthest(scores, reading.scores)).toBeLessThan(1e-9);
  }
});

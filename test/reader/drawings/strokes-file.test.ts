import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openModel } from '../../../src/commands/models.ts';
import { evaluateStrokes, place, readStrokes } from '../../../src/commands/strokes-file.ts';
import { createRandom } from '../../../src/network/random.ts';
import type { KeptDrawing } from '../../../src/reader/drawings/kept.ts';
import { strokesFile } from '../../../src/reader/drawings/strokes-file.ts';
import { readDrawing } from '../../../src/recogniser/recognise.ts';
import { DRAWN_DIGITS } from '../../drawings/digits.ts';
import { drawingOf } from '../../drawings/drawing-of.ts';

const kept: KeptDrawing[] = DRAWN_DIGITS.filter(({ hand }) => hand === 'plain').map(
  ({ strokes, label }, i) => ({ serial: 90 - i, strokes: drawingOf(strokes), label, said: label }),
);

function inFile(drawings: readonly KeptDrawing[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'strokes-')), 'my-digits.json');
  writeFileSync(file, strokesFile(drawings));
  return file;
}

it('goes through the reader of the command that measures networks, in the order of drawing', () => {
  const read = readStrokes(inFile(kept));
  expect(read.map(({ label }) => label)).toEqual(kept.map(({ label }) => label).reverse());
  expect(new Set(read.map(({ id }) => id)).size).toBe(kept.length);
  for (const { strokes } of read) {
    const xs = strokes.flatMap((line) => line.filter((_, i) => i % 2 === 0));
    const ys = strokes.flatMap((line) => line.filter((_, i) => i % 2 === 1));
    expect([Math.min(...xs), Math.min(...ys)]).toEqual([0, 0]);
    expect(Math.max(...xs, ...ys)).toBe(1000);
  }
});

it('is read by the network as the drawings are', () => {
  const network = openModel('recogniser');
  const centred = { size: 20, place: 'centre', rotation: 0 } as const;
  const read = readStrokes(inFile(kept));
  const { accuracy } = evaluateStrokes(network, read, centred, createRandom(1));
  expect(accuracy).toBeGreaterThan(0.95);
  const last = read.length - 1;
  const drawn = readDrawing(network, place(read[last], centred, createRandom(1)));
  expect(drawn.verdict).toEqual(readDrawing(network, kept[0].strokes).verdict);
});

it('leaves out what nobody has said of, and stands a dot', () => {
  const dot = [{ points: [0.4, 0.6], width: 0.07, erase: false }];
  const some: KeptDrawing[] = [
    { serial: 3, strokes: dot, label: 1, said: null },
    { serial: 2, strokes: kept[0].strokes, label: null, said: 4 },
  ];
  expect(readStrokes(inFile(some))).toEqual([
    { id: 'you-3', writer: 'you', label: 1, strokes: [[0, 0]] },
  ]);
  expect(readStrokes(inFile([]))).toEqual([]);
});

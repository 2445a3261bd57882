import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnUpTo, lengthOf } from '../../src/digits/pen-way.ts';
import type { Drawing } from '../../src/digits/strokes.ts';

const drawing: Drawing = [
  { points: [0, 0, 3, 4, 3, 5], width: 0.1, erase: false },
  { points: [0.5, 0.5], width: 0.1, erase: false },
  { points: [1, 1, 1, 3], width: 0.1, erase: false },
];

it('goes along the lines alone', () => {
  expect(lengthOf(drawing)).toBe(8);
  expect(lengthOf([])).toBe(0);
});

it('draws whole strokes, and the beginning of the one that the pen is at', () => {
  expect(drawnUpTo(drawing, 2.5).map(({ points }) => points)).toEqual([[0, 0, 1.5, 2]]);
  expect(drawnUpTo(drawing, 7).map(({ points }) => points)).toEqual([
    [0, 0, 3, 4, 3, 5],
    [0.5, 0.5],
    [1, 1, 1, 2],
  ]);
  expect(drawnUpTo(drawing, 8)).toEqual(drawing);
});

it('is as long as the pen has gone, and ends as the drawing itself', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (gone) => {
      expect(lengthOf(drawnUpTo(drawing, gone))).toBeCloseTo(gone, 9);
    }),
  );
  expect(drawnUpTo(drawing, Infinity)).toEqual(drawing);
});

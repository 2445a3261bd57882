import { expect, it } from 'vitest';
import { coverage, nearestPoint } from '../../src/digits/nearest-point.ts';
import { INK } from '../../src/digits/preprocess.ts';
import { raster } from '../../src/digits/raster.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';

it('the nearest point lies on a stretch, at its end, or is the dot itself', () => {
  expect(nearestPoint([[0, 0, 10, 0]], 4, 3)).toEqual({ x: 4, y: 0, distance: 3 });
  expect(nearestPoint([[0, 0, 10, 0]], 13, 4)).toEqual({ x: 10, y: 0, distance: 5 });
  expect(
    nearestPoint(
      [
        [0, 0, 10, 0],
        [5, 6],
      ],
      5,
      5,
    ),
  ).toEqual({ x: 5, y: 6, distance: 1 });
  expect(nearestPoint([], 1, 1)).toBeUndefined();
});

it('gives the ink of a pixel as the raster does, and what the pen covers of it nearly the same', () => {
  const lines = DRAWN_DIGITS[0].strokes.map((points) => points.map((v) => 28 * v));
  const ink = raster(lines, 28, INK.width, INK.soft);
  let most = 0;
  ink.forEach((value, i) => {
    const [row, column] = [Math.floor(i / 28), i % 28];
    const distance = nearestPoint(lines, column + 0.5, row + 0.5)?.distance ?? Infinity;
    const reach = INK.width / 2 + INK.soft / 2;
    expect(value).toBeCloseTo(Math.min(1, Math.max(0, (reach - distance) / INK.soft)), 9);
    most = Math.max(most, Math.abs(coverage(lines, INK.width, row, column) - value));
  });
  expect(most).toBeLessThan(0.15);
});

it('covers all of a pixel within the pen, half of one at its edge, nothing beyond', () => {
  const line = [[0, 10, 28, 10]];
  expect(coverage(line, 4, 9, 14)).toBe(1);
  expect(coverage(line, 3, 11, 14)).toBe(0.5);
  expect(coverage(line, 3, 12, 14)).toBe(0);
});

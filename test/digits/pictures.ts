import { expect } from 'vitest';

/** What the tests ask of pictures: (28, 28) row-major, 0 background to 1 ink. */

const SIDE = 28;

export function row(picture: Float64Array, i: number): number[] {
  return [...picture.subarray(i * SIDE, (i + 1) * SIDE)];
}

/** The largest difference between two pictures' pixels. */
export function apart(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, v, i) => Math.max(most, Math.abs(v - other[i])), 0);
}

export function isBare(picture: Float64Array): boolean {
  return picture.every((v) => v === 0);
}

/** Whether there is ink in the outermost pixels, so that some may have been cut off. */
export function reachesTheBorder(picture: Float64Array): boolean {
  return picture.some((v, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return v > 0 && (x === 0 || y === 0 || x === SIDE - 1 || y === SIDE - 1);
  });
}

export function expectPicture(picture: Float64Array): void {
  expect(picture).toHaveLength(SIDE * SIDE);
  expect(picture.every((v) => v >= 0 && v <= 1)).toBe(true);
}

/** The longer side of the box round the ink, in pixels; the faint fringe of a line, below a quarter, does not count. */
export function longerSide(picture: Float64Array): number {
  const inked = [...picture.keys()].filter((i) => picture[i] >= 0.25);
  const columns = inked.map((i) => i % SIDE);
  const rows = inked.map((i) => Math.floor(i / SIDE));
  return (
    Math.max(Math.max(...columns) - Math.min(...columns), Math.max(...rows) - Math.min(...rows)) + 1
  );
}

import { eachRun, RunPath } from '../runs.ts';

/** Pixels of about the same value, as the path of an SVG picture. */
export interface PixelRuns {
  /** The value that they share, from 0 to 1. */
  readonly value: number;
  /** Runs of pixels, in units of one pixel. */
  readonly path: string;
}

/** Values that are told apart: with 16, a picture of 28 x 28 weighs some 2 kB. */
const LEVELS = 16;

/**
 * A grid of numbers as a handful of paths: the picture that stands where a canvas has not been painted yet, or never will be.
 * @param values from 0 to 1, row by row; what rounds to 0 is left out
 */
export function pixelRuns(values: ArrayLike<number>, columns: number): PixelRuns[] {
  const paths = Array.from({ length: LEVELS + 1 }, () => new RunPath());
  const levelOf = (i: number): number => Math.round(values[i] * LEVELS);
  eachRun(values.length, columns, levelOf, (level, x, y, length) => {
    if (level > 0) paths[level].add(x, y, `h${length}v1h-${length}z`, 0);
  });
  return paths
    .map(({ text }, level) => ({ value: level / LEVELS, path: text }))
    .filter(({ path }) => path !== '');
}

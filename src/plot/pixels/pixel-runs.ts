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
  const paths = Array<string>(LEVELS + 1).fill('');
  const level = (i: number): number => Math.round(values[i] * LEVELS);
  for (let i = 0; i < values.length;) {
    const start = i;
    const rowEnd = start - (start % columns) + columns;
    while (i < rowEnd && level(i) === level(start)) i++;
    const length = i - start;
    paths[level(start)] +=
      `M${start % columns} ${Math.floor(start / columns)}h${length}v1h-${length}z`;
  }
  return paths
    .map((path, i) => ({ value: i / LEVELS, path }))
    .filter(({ value, path }) => value > 0 && path !== '');
}

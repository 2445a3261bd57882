/** Cells of about the same amount, as the path of an SVG picture. */
export interface Marks {
  /** Above 0, up to 1. */
  readonly opacity: number;
  readonly path: string;
}

/** Draws one cell's mark, its upper left corner at (x, y), in units of one cell. */
export type Mark = (x: number, y: number) => string;

/** Amounts that are told apart: the eye sees no more where one picture lies on another. */
const LEVELS = 6;

export const SOLID: Mark = (x, y) => `M${x} ${y}h1v1h-1z`;

/** Slanting lines that go on from cell to cell. */
export const HATCHES: Mark = (x, y) =>
  `M${x} ${y + 0.5}l.5-.5M${x} ${y + 1}l1-1M${x + 0.5} ${y + 1}l.5-.5`;

export const DOTS: Mark = (x, y) => `M${x + 0.2} ${y + 0.5}a.3.3 0 1 0 .6 0a.3.3 0 1 0-.6 0z`;

/**
 * One mark for each cell that has something in it, as a handful of paths.
 * @param values 0 to 1, row by row; what rounds to 0 is left out
 */
export function marksOf(values: ArrayLike<number>, columns: number, mark: Mark): Marks[] {
  const paths = Array<string>(LEVELS + 1).fill('');
  for (let i = 0; i < values.length; i++) {
    paths[Math.round(values[i] * LEVELS)] += mark(i % columns, Math.floor(i / columns));
  }
  return paths
    .map((path, level) => ({ opacity: level / LEVELS, path }))
    .filter(({ opacity, path }) => opacity > 0 && path !== '');
}

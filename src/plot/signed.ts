/**
 * Signed numbers as cells: colour says the sign, opacity the size, and a rule through the middle says "negative" once more.
 */
import { eachRun, RunPath } from './runs.ts';

/** Small numbers stay visible: opacity grows faster than size. */
const LIFT = 0.72;
/** What is faded is this much fainter. */
export const FADED = 0.18;

/** Signed numbers to be drawn, in any form. */
export interface SignedValues {
  readonly values: ArrayLike<number>;
  /** The size that is drawn at full strength or length. */
  readonly max: number;
  /** Those that step back, so that the others stand out. */
  readonly faded?: (i: number) => boolean;
}

/** From this many CSS pixels on a cell has room for its rule. */
export const RULED_FROM = 5;
/** So thick is the rule, in cells. */
export const RULE = 0.25;

/** How opaque a cell is, 0 to 1: |value / max|^0.72. Beyond max it stays 1; 0 where there is nothing to show. */
export function opacityOf(value: number, max: number): number {
  const part = Math.abs(value) / max;
  return part > 0 ? Math.min(1, part) ** LIFT : 0;
}

/**
 * The largest size among the numbers, rounded up to a number that halves well, for the end of a scale; 1 where all are 0.
 * @param share with .99 one number in a hundred may lie beyond the end, so that a few large ones do not leave the others pale
 */
export function scaleEnd(values: ArrayLike<number>, share = 1): number {
  const sizes = Array.from(values, Math.abs)
    .filter((size) => size < Infinity)
    .sort((one, other) => one - other);
  const most = sizes.at(Math.ceil(share * sizes.length) - 1) ?? 0;
  if (most === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((n) => n * power >= most * 0.999) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** Cells of one sign and about one size, as strokes a cell high along the cells' middles. */
export interface SignedRuns {
  readonly isNegative: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  readonly path: string;
}

/** Opacities that a still tells apart: with ten, 784 noisy cells weigh some 3 kB compressed. */
const LEVELS = 10;

/**
 * A grid of signed numbers as a handful of paths, in units of one cell with each row's middle at a whole number: what stands where
 * a canvas has not been painted yet, or never will be.
 * @returns the runs, and `rules`: the middles of all negative cells that can be seen
 */
export function signedRuns(
  values: ArrayLike<number>,
  max: number,
  columns: number,
  isFaded: (i: number) => boolean,
): { runs: SignedRuns[]; rules: string } {
  const levelOf = (i: number): number => {
    const shown = opacityOf(values[i], max) * (isFaded(i) ? FADED : 1);
    return Math.round(shown * LEVELS) * Math.sign(values[i]) || 0;
  };
  const paths = new Map<number, RunPath>();
  const rules = new RunPath();
  eachRun(values.length, columns, levelOf, (level, x, y, length) => {
    if (level === 0) return;
    const path = paths.get(level) ?? new RunPath();
    paths.set(level, path);
    path.add(x, y, `h${length}`, length);
  });
  const isNegative = (i: number): number => (levelOf(i) < 0 ? 1 : 0);
  eachRun(values.length, columns, isNegative, (is, x, y, length) => {
    if (is === 1) rules.add(x, y, `h${length}`, length);
  });
  const runs = [...paths]
    .sort(([one], [other]) => one - other)
    .map(([level, path]) => ({
      isNegative: level < 0,
      opacity: Math.abs(level) / LEVELS,
      path: path.text,
    }));
  return { runs, rules: rules.text };
}

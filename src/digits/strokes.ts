/**
 * What a pen leaves: strokes, kept as vectors, so that a drawing owes nothing to the size of the screen it was made on.
 */

/** A line of points x0, y0, x1, y1, … A single point is a dot. */
export type Line = readonly number[];

/** One movement of the pen or the rubber, in pad units: the pad is the unit square, y points down. Points may lie outside. */
export interface Stroke {
  readonly points: Line;
  /** Thickness, in pad units, above 0. */
  readonly width: number;
  /** True for the rubber: it takes away what was drawn before it. */
  readonly erase: boolean;
}

/** Strokes in the order they were made. */
export type Drawing = readonly Stroke[];

/** The smallest upright box that holds the points of all lines; undefined where there are none. */
export function bounds(
  lines: readonly Line[],
): { left: number; top: number; right: number; bottom: number } | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i += 2) {
      left = Math.min(left, line[i]);
      right = Math.max(right, line[i]);
      top = Math.min(top, line[i + 1]);
      bottom = Math.max(bottom, line[i + 1]);
    }
  }
  return left <= right ? { left, top, right, bottom } : undefined;
}

/** x -> scale x + dx, y -> scale y + dy, for every point. */
export function transform(
  lines: readonly Line[],
  scale: number,
  dx: number,
  dy: number,
): number[][] {
  return lines.map((line) => line.map((v, i) => scale * v + (i % 2 === 0 ? dx : dy)));
}

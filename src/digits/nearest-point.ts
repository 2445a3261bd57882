import type { Line } from './strokes.ts';

/** A point of a line, and how far it is from where one asked. */
export interface Nearest {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

/** The point of some lines that is nearest to (x, y), in the lines' own unit; undefined where there are no lines. */
export function nearestPoint(lines: readonly Line[], x: number, y: number): Nearest | undefined {
  let best: Nearest | undefined;
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i += 2) {
      const [ax, ay] = [line[i], line[i + 1]];
      // A single point is a stretch of no length.
      const [dx, dy] = i + 3 < line.length ? [line[i + 2] - ax, line[i + 3] - ay] : [0, 0];
      const squared = dx * dx + dy * dy;
      const along = squared > 0 ? ((x - ax) * dx + (y - ay) * dy) / squared : 0;
      const t = Math.min(1, Math.max(0, along));
      const [px, py] = [ax + t * dx, ay + t * dy];
      const distance = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
      if (best === undefined || distance < best.distance) best = { x: px, y: py, distance };
    }
  }
  return best;
}

/** Places along a pixel's side at which it is looked whether there is ink. */
const PLACES = 16;

/**
 * The share of the pixel (row, column) that a round pen covers as it follows the lines: of 16 x 16 places within the pixel, those no farther
 * from a line than half the pen's width. Lines and width in pixels.
 */
export function coverage(
  lines: readonly Line[],
  width: number,
  row: number,
  column: number,
): number {
  let covered = 0;
  for (let i = 0; i < PLACES; i++) {
    for (let j = 0; j < PLACES; j++) {
      const near = nearestPoint(lines, column + (j + 0.5) / PLACES, row + (i + 0.5) / PLACES);
      if (near && near.distance <= width / 2) covered++;
    }
  }
  return covered / (PLACES * PLACES);
}

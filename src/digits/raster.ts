import type { Line } from './strokes.ts';

/**
 * Inks lines on a square grid, as a round pen would, anti-aliased: a pixel's ink is 1 inside the line, 0 outside, and falls in a
 * straight ramp where the line's edge crosses it. Overlapping lines do not add up. Nothing depends on any screen.
 *
 * @param lines in pixels of the grid; pixel (row, column) covers [column, column + 1] x [row, row + 1]
 * @param side pixels along the grid's side
 * @param width thickness of the ink, pixels
 * @param soft width of the ramp at the edge, pixels, above 0; 1 is plain anti-aliasing, more is a softer pen
 * @returns (side, side) row-major, 0 to 1
 */
export function raster(
  lines: readonly Line[],
  side: number,
  width: number,
  soft = 1,
): Float64Array {
  const reach = width / 2 + soft / 2;
  const nearest = new Float64Array(side * side).fill(reach * reach); // squared distance to the lines, as far as it matters
  for (const line of lines) {
    if (line.length === 2) inkSegment(line[0], line[1], line[0], line[1], side, reach, nearest);
    for (let i = 0; i + 3 < line.length; i += 2) {
      inkSegment(line[i], line[i + 1], line[i + 2], line[i + 3], side, reach, nearest);
    }
  }
  for (let i = 0; i < nearest.length; i++) {
    nearest[i] = Math.min(1, (reach - Math.sqrt(nearest[i])) / soft);
  }
  return nearest;
}

/** Lowers the squared distances of the pixel centres near the segment from (ax, ay) to (bx, by). Mutates `nearest`. */
function inkSegment(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  side: number,
  reach: number,
  nearest: Float64Array,
): void {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const firstRow = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const lastRow = Math.min(side - 1, Math.ceil(Math.max(ay, by) + reach));
  const firstColumn = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const lastColumn = Math.min(side - 1, Math.ceil(Math.max(ax, bx) + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const px = column + 0.5 - ax;
      const py = row + 0.5 - ay;
      const t = squared > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / squared)) : 0;
      const ex = px - t * dx;
      const ey = py - t * dy;
      const distance = ex * ex + ey * ey;
      const i = row * side + column;
      if (distance < nearest[i]) nearest[i] = distance;
    }
  }
}

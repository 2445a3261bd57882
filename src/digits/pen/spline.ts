import type { Line } from '../strokes.ts';

/** Points along each piece of a curve: enough that at 20 pixels none shows. */
const PER_PIECE = 6;

/**
 * A smooth line through points (Catmull and Rom, 1974): through each in the direction from the one before to the one after. A point
 * that comes twice is a corner; two points alone are a straight line.
 * @param points x0, y0, x1, y1, …
 */
export function spline(points: Line): number[] {
  const result = [points[0], points[1]];
  const last = points.length / 2 - 1;
  for (let i = 0; i < last; i++) {
    const at = (n: number, axis: 0 | 1): number =>
      points[2 * Math.max(0, Math.min(last, n)) + axis];
    const [ax, ay, bx, by] = [at(i, 0), at(i, 1), at(i + 1, 0), at(i + 1, 1)];
    if (ax === bx && ay === by) continue;
    for (let s = 1; s <= PER_PIECE; s++) {
      const t = s / PER_PIECE;
      result.push(
        between(at(i - 1, 0), ax, bx, at(i + 2, 0), t),
        between(at(i - 1, 1), ay, by, at(i + 2, 1), t),
      );
    }
  }
  return result;
}

/** The cubic from b (t = 0) to c (t = 1), with the slopes (c - a)/2 and (d - b)/2 at its ends. */
function between(a: number, b: number, c: number, d: number, t: number): number {
  const slope = (c - a) / 2;
  const curvature = a - 2.5 * b + 2 * c - d / 2;
  return b + t * (slope + t * (curvature + t * (1.5 * (b - c) + (d - a) / 2)));
}

/** The way of the pen along a drawing: how long it is, and how far a pen has come. For a replay. */
import type { Drawing, Line, Stroke } from './strokes.ts';

/** How long the lines of a drawing are together, in pad units. */
export function lengthOf(drawing: Drawing): number {
  let length = 0;
  for (const { points } of drawing) {
    for (let i = 2; i + 1 < points.length; i += 2) length += step(points, i);
  }
  return length;
}

/** A drawing as far as a pen comes that has gone so far: whole strokes, and the beginning of the one it is at. */
export function drawnUpTo(drawing: Drawing, length: number): Drawing {
  const drawn: Stroke[] = [];
  let left = length;
  for (const stroke of drawing) {
    const { points } = stroke;
    const gone = points.slice(0, 2);
    let i = 2;
    for (; i + 1 < points.length && step(points, i) <= left; i += 2) {
      left -= step(points, i);
      gone.push(points[i], points[i + 1]);
    }
    if (i + 1 >= points.length) {
      drawn.push(stroke);
      continue;
    }
    const part = left / step(points, i);
    const [x, y] = [points[i - 2], points[i - 1]];
    gone.push(x + part * (points[i] - x), y + part * (points[i + 1] - y));
    drawn.push({ ...stroke, points: gone });
    break;
  }
  return drawn;
}

/** How far it is to the point at `i` from the one before it. */
function step(points: Line, i: number): number {
  const [right, down] = [points[i] - points[i - 2], points[i + 1] - points[i - 1]];
  return Math.sqrt(right * right + down * down);
}

import { steepness } from './descend.ts';
import { type Bend, type Box, curvatures, type Field, isInside, type Point } from './field.ts';

/** A place where a descent comes to rest, and how strongly the cost bends there. */
export interface Valley extends Point {
  readonly value: number;
  /** The larger curvature: what steps along it leave eta. Above 0. */
  readonly curvature: number;
  /** The smaller one. */
  readonly flattest: number;
}

/** So many short steps at most, and when a slope counts as none, beside the steepest one on the way. */
const MOST_STEPS = 2000;
const FLAT = 1e-4;

/**
 * The bottom that water from a point runs to: short steps downhill, each no longer than a small part of the box, then steps to where
 * the slope would be 0 by how it bends.
 * @param bendAt how the field bends at a point
 * @returns null where it runs out of the box, or finds no bottom
 */
export function valleyBelow(
  field: Field,
  box: Box,
  from: Point,
  bendAt: (point: Point) => Bend,
): Valley | null {
  const side = box.x[1] - box.x[0];
  const longest = side / 200;
  let at = from;
  let here = field.at(at.x, at.y);
  let steepest = steepness(here);
  let length = longest;
  for (let n = 0; n < MOST_STEPS; n++) {
    if (!isInside(box, at)) return null;
    const steep = steepness(here);
    steepest = Math.max(steepest, steep);
    if (steep <= FLAT * steepest || length < 1e-4 * longest) break;
    const next = { x: at.x - (length * here.dx) / steep, y: at.y - (length * here.dy) / steep };
    const there = field.at(next.x, next.y);
    if (there.value < here.value) {
      at = next;
      here = there;
      length = Math.min(longest, 1.5 * length);
    } else length /= 2;
  }
  at = towardsFlat(field, at, bendAt, longest);
  if (!isInside(box, at)) return null;
  const [curvature, flattest] = curvatures(bendAt(at));
  return flattest > 0 ? { ...at, value: field.at(at.x, at.y).value, curvature, flattest } : null;
}

/** Newton's steps to a place without slope, where the field bends upwards on all sides. */
function towardsFlat(
  field: Field,
  from: Point,
  bendAt: (point: Point) => Bend,
  longest: number,
): Point {
  let at = from;
  for (let n = 0; n < 8; n++) {
    const { dx, dy } = field.at(at.x, at.y);
    const { xx, xy, yy } = bendAt(at);
    const det = xx * yy - xy * xy;
    if (!(det > 0) || !(xx > 0)) break;
    const x = (yy * dx - xy * dy) / det;
    const y = (xx * dy - xy * dx) / det;
    if (x * x + y * y > 9 * longest * longest) break;
    at = { x: at.x - x, y: at.y - y };
  }
  return at;
}

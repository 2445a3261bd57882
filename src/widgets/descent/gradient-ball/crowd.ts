/** A crowd of balls over a map, and the valleys that they may end in. */
import { descend, type Stand, standAt } from '@/descent/descend.ts';
import { type Bend, type Box, type Field, isInside, type Point } from '@/descent/field.ts';
import { type Valley, valleyBelow } from '@/descent/valley.ts';

/** Sides of the map between a ball and the middle, from which it has run away: a step as long will not be undone. */
export const GONE = 20;
/** A step shorter than this part of the map's side is none: a thousandth of a pixel. */
export const STILL = 1e-5;
/** Balls of the crowd to a side. */
const CROWD = 7;
/** Steps that are worked out at most to see where a ball ends: more than those that settle need. */
const CROWD_STEPS = 400;
/** Valleys nearer to each other than this part of the map's side are one, found from two starts. */
const SAME = 1 / 25;

/** A ball of the crowd: its way so far, and where it will end: the place of a valley in `valleys`, or null. */
export interface Walker {
  readonly path: readonly Stand[];
  readonly ends: number | null;
}

export const sideOf = ({ x: [left, right] }: Box): number => right - left;

export function isNear(box: Box, a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < SAME * sideOf(box);
}

/** The place of the valley whose bottom a point is near; null where there is none. */
export function placeOf(box: Box, valleys: readonly Valley[], point: Point): number | null {
  const place = valleys.findIndex((valley) => isNear(box, valley, point));
  return place < 0 ? null : place;
}

/** An even grid of points, none of them on the rim. */
function gridOn({ x, y }: Box): Point[] {
  return Array.from({ length: CROWD * CROWD }, (_, i) => ({
    x: x[0] + ((x[1] - x[0]) * ((i % CROWD) + 0.5)) / CROWD,
    y: y[0] + ((y[1] - y[0]) * (Math.floor(i / CROWD) + 0.5)) / CROWD,
  }));
}

/** The bottoms on a map, in no order. @param bendAt how the map bends at a point */
export function valleysOn(map: Field, box: Box, bendAt: (point: Point) => Bend): Valley[] {
  const found: Valley[] = [];
  for (const point of gridOn(box)) {
    const valley = valleyBelow(map, box, point, bendAt);
    if (valley && !found.some((other) => isNear(box, valley, other))) found.push(valley);
  }
  return found;
}

/** What a crowd rolls over. */
interface Ground {
  readonly map: Field;
  readonly box: Box;
  readonly valleys: readonly Valley[];
  /** Whether it ends at its rim, for nothing was measured beyond; else there is more of it. */
  readonly hasRim: boolean;
}

/** The crowd after its steps. @param etas the eta of each step that was taken @param eta that of all that are still to come */
export function rollCrowd(ground: Ground, etas: readonly number[], eta: number): Walker[] {
  return gridOn(ground.box).map((start) => walkFrom(start, ground, etas, eta));
}

function walkFrom(
  start: Point,
  { map, box, valleys, hasRim }: Ground,
  etas: readonly number[],
  eta: number,
): Walker {
  const side = sideOf(box);
  const path = [standAt(map, start)];
  let at = path[0];
  for (let n = 0; n < CROWD_STEPS; n++) {
    const next = descend(map, at, etas[n] ?? eta);
    const isLost =
      next === null || Math.hypot(next.x, next.y) > GONE * side || (hasRim && !isInside(box, next));
    if (isLost) return { path, ends: null };
    if (n < etas.length) path.push(next);
    const isStill = Math.hypot(next.x - at.x, next.y - at.y) < STILL * side;
    at = next;
    if (isStill && n >= etas.length) break;
  }
  return { path, ends: placeOf(box, valleys, at) };
}

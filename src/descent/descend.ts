import type { Field, Point, Slope } from './field.ts';

/** Where a descent stands: a point and what the cost does there. */
export interface Stand extends Point, Slope {}

/** The stand at a point. */
export function standAt(field: Field, { x, y }: Point): Stand {
  return { x, y, ...field.at(x, y) };
}

/**
 * One step of gradient descent: v -> v - eta nabla C(v), Nielsen (15).
 * @returns where it leads; null where that can no longer be said in numbers
 */
export function descend(field: Field, from: Stand, eta: number): Stand | null {
  const x = from.x - eta * from.dx;
  const y = from.y - eta * from.dy;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const stand = standAt(field, { x, y });
  const isThere = [stand.value, stand.dx, stand.dy].every(Number.isFinite);
  return isThere ? stand : null;
}

/**
 * Many steps with one eta, the start first. It ends early where a step cannot be said in numbers.
 * @param steps how many at most
 */
export function descendPath(field: Field, start: Point, eta: number, steps: number): Stand[] {
  const path = [standAt(field, start)];
  for (let i = 0; i < steps; i++) {
    const next = descend(field, path[i], eta);
    if (next === null) break;
    path.push(next);
  }
  return path;
}

/** The length of the gradient, |nabla C|: how steep it is. */
export function steepness({ dx, dy }: Slope): number {
  return Math.sqrt(dx * dx + dy * dy);
}

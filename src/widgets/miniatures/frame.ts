import type { Point } from './numbers.ts';

/** Every small picture is so large, in CSS pixels. */
export const WIDTH = 132;
export const HEIGHT = 64;

/** To a tenth of a pixel. */
const tenth = (v: number): number => Math.round(v * 10) / 10;

/** A map from one interval to another. */
export function scale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
) {
  return (v: number): number => tenth(start + ((v - from) / (to - from)) * (end - start));
}

/** Points, already in pixels, as the path of a line through them. */
export function line(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

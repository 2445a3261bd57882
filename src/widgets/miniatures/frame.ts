import { line as lineOf, scaleLinear } from 'd3';
import type { Point } from './numbers.ts';

/** Every small picture is so large, in CSS pixels. */
export const WIDTH = 132;
export const HEIGHT = 64;

/** A map from one interval to another, to a tenth of a pixel. */
export function scale(domain: readonly [number, number], range: readonly [number, number]) {
  const exact = scaleLinear(domain, range);
  return (v: number): number => Math.round(10 * exact(v)) / 10;
}

/** Points, already in pixels, as the path of a line through them. */
export function line(points: readonly Point[]): string {
  const path = lineOf<Point>()
    .digits(1)
    .x(({ x }) => x)
    .y(({ y }) => y);
  return path(points) ?? '';
}

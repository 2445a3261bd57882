import { line as lineOf, scaleLinear } from 'd3';

/** A place on a curve. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cost as one knob turns, and a descent on it, a point a step. */
export interface Valley {
  readonly curve: readonly Point[];
  readonly steps: readonly Point[];
}

/** The size of every small picture, in CSS pixels: as wide as the list of chapters has room for beside a title. */
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

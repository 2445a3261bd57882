import { place } from '../../plot/line-scale.ts';

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

/** To a tenth of a pixel. */
const tenth = (v: number): number => Math.round(v * 10) / 10;

/** A map from one interval to another, to a tenth of a pixel; from an interval of no width, to the start. */
export function scale(domain: readonly [number, number], range: readonly [number, number]) {
  return (v: number): number => tenth(place({ domain, range }, v));
}

/** Points, already in pixels, as the path of a line through them. */
export function line(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

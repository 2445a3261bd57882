import { PlotFrame } from '@/plot/charts/plot-frame.ts';

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

type Domain = readonly [number, number];

/** The frame of a small picture. Its edges are the room above, at both sides and below, in CSS pixels */
export function frameOf(
  xDomain: Domain,
  yDomain: Domain,
  [top, side, bottom]: readonly [number, number, number],
): PlotFrame {
  const margin = { top, right: side, bottom, left: side };
  const plan = { width: WIDTH, height: HEIGHT, xDomain, yDomain, margin };
  return new PlotFrame(() => plan);
}

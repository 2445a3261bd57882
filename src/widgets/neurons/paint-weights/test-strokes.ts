/** A short stroke, the blob that covers it and more, and the weights that look for the one or cannot tell it from the other. */
import { SIDE } from '@/digits/mnist.ts';

export const SLANTS = ['level', 'upright', 'slanted'] as const;
/** Which way a stroke lies: —, | or /. */
export type Slant = (typeof SLANTS)[number];

/** The way along it: columns and rows to go for a step of one pixel. */
const WAYS: Readonly<Record<Slant, readonly [number, number]>> = {
  level: [1, 0],
  upright: [0, 1],
  slanted: [Math.SQRT1_2, -Math.SQRT1_2],
};
/** Its middle, column and row: where the bar of a 7 often is, and the middle of a 1. */
const MIDDLES: Readonly<Record<Slant, readonly [number, number]>> = {
  level: [13.5, 9],
  upright: [14, 13.5],
  slanted: [14, 13.5],
};
/** A stroke is 12 pixels long and 3 thick; what surrounds it on both sides is 3 more. Halves, in pixels. */
const HALF_LENGTH = 6;
const HALF_THICK = 1.5;
const HALF_SURROUND = 4.5;

/** All that lies the same way. (28, 28) row-major each. */
export interface TestStroke {
  /** Ink 0 or 1: the stroke with bare ground on both sides. */
  readonly edge: Float64Array;
  /** Ink 0 or 1: the stroke and what is beside it. */
  readonly blob: Float64Array;
  /** Weight +1 where the stroke is. */
  readonly patch: Float64Array;
  /** That, and −1 beside it. */
  readonly surrounded: Float64Array;
}

function strokeOf(slant: Slant): TestStroke {
  const [dx, dy] = WAYS[slant];
  const [x0, y0] = MIDDLES[slant];
  /** 1 on the stroke, −1 beside it, 0 elsewhere. */
  const zones = Float64Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [x, y] = [(k % SIDE) - x0, Math.floor(k / SIDE) - y0];
    const along = Math.abs(x * dx + y * dy);
    const across = Math.abs(y * dx - x * dy);
    if (along >= HALF_LENGTH || across >= HALF_SURROUND) return 0;
    return across < HALF_THICK ? 1 : -1;
  });
  const patch = zones.map((zone) => Math.max(0, zone));
  return { edge: patch.slice(), blob: zones.map(Math.abs), patch, surrounded: zones };
}

export const STROKES: Readonly<Record<Slant, TestStroke>> = {
  level: strokeOf('level'),
  upright: strokeOf('upright'),
  slanted: strokeOf('slanted'),
};

/** The outline of the cells that are not 0, as an SVG path in units of one cell. */
export function outline(cells: ArrayLike<number>): string {
  const isIn = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < SIDE && y < SIDE && cells[y * SIDE + x] !== 0;
  let path = '';
  for (let k = 0; k < cells.length; k++) {
    const [x, y] = [k % SIDE, Math.floor(k / SIDE)];
    if (!isIn(x, y)) continue;
    if (!isIn(x, y - 1)) path += `M${x} ${y}h1`;
    if (!isIn(x, y + 1)) path += `M${x} ${y + 1}h1`;
    if (!isIn(x - 1, y)) path += `M${x} ${y}v1`;
    if (!isIn(x + 1, y)) path += `M${x + 1} ${y}v1`;
  }
  return path;
}

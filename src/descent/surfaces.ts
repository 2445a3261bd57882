import { exp } from '../network/elementary.ts';
import type { Surface } from './field.ts';

export type SurfaceName = 'bowl' | 'ravine' | 'saddle' | 'valleys';

/** The same slope on all sides: 1/2 (x^2 + y^2). Curvature 1 everywhere, so that steps die out below eta = 2. */
export const bowl: Surface = {
  at: (x, y) => ({ value: 0.5 * (x * x + y * y), dx: x, dy: y }),
  bendAt: () => ({ xx: 1, xy: 0, yy: 1 }),
};

/** Steep across and hardly sloping along: curvatures 4 and 0.16. It runs as 4 to 3, askew to both axes. */
const ACROSS = 4;
const ALONG = 0.16;
const COS = 0.8;
const SIN = 0.6;

/** 1/2 (0.16 u^2 + 4 v^2), u along the ravine and v across it. */
export const ravine: Surface = {
  at(x, y) {
    const u = COS * x + SIN * y;
    const v = COS * y - SIN * x;
    const du = ALONG * u;
    const dv = ACROSS * v;
    return {
      value: 0.5 * (ALONG * u * u + ACROSS * v * v),
      dx: COS * du - SIN * dv,
      dy: SIN * du + COS * dv,
    };
  },
  bendAt: () => ({
    xx: COS * COS * ALONG + SIN * SIN * ACROSS,
    xy: COS * SIN * (ALONG - ACROSS),
    yy: SIN * SIN * ALONG + COS * COS * ACROSS,
  }),
};

/** A pass between two hollows at x = +-2: 1/2 y^2 + 1/16 (x^2 - 4)^2. Flat at the middle, and yet no bottom. */
export const saddle: Surface = {
  at(x, y) {
    const w = x * x - 4;
    return { value: 0.5 * y * y + (w * w) / 16, dx: (x * w) / 4, dy: y };
  },
  bendAt: (x) => ({ xx: (3 * x * x - 4) / 4, xy: 0, yy: 1 }),
};

/** Hollows in a shallow bowl: where, how deep and how wide (the square of its radius). */
const HOLLOWS: readonly { x: number; y: number; deep: number; wide: number }[] = [
  { x: -1.6, y: -1.1, deep: 1.5, wide: 0.6 },
  { x: 1.5, y: -1.4, deep: 1.1, wide: 0.5 },
  { x: 0.3, y: 1.2, deep: 0.9, wide: 0.45 },
  { x: -1.9, y: 1.5, deep: 0.6, wide: 0.35 },
  { x: 2.1, y: 1, deep: 0.7, wide: 0.3 },
];
const RIM = 0.08;
const LIFT = 1.5;

/** Several hollows of different depths; which one a descent ends in hangs on where it starts. Never below 0. */
export const valleys: Surface = {
  at(x, y) {
    let value = LIFT + RIM * (x * x + y * y);
    let dx = 2 * RIM * x;
    let dy = 2 * RIM * y;
    for (const hollow of HOLLOWS) {
      const [u, v] = [x - hollow.x, y - hollow.y];
      const depth = hollow.deep * exp(-(u * u + v * v) / (2 * hollow.wide));
      value -= depth;
      dx += (depth * u) / hollow.wide;
      dy += (depth * v) / hollow.wide;
    }
    return { value, dx, dy };
  },
  bendAt(x, y) {
    let [xx, xy, yy] = [2 * RIM, 0, 2 * RIM];
    for (const { x: cx, y: cy, deep, wide } of HOLLOWS) {
      const [u, v] = [x - cx, y - cy];
      const depth = deep * exp(-(u * u + v * v) / (2 * wide));
      xx += (depth / wide) * (1 - (u * u) / wide);
      xy -= (depth * u * v) / (wide * wide);
      yy += (depth / wide) * (1 - (v * v) / wide);
    }
    return { xx, xy, yy };
  },
};

export const surfaces: Readonly<Record<SurfaceName, Surface>> = { bowl, ravine, saddle, valleys };

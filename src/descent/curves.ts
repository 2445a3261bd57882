/**
 * Costs of a single knob, made up for the eye, with their slopes and curvatures in closed form. The real cost along one weight is
 * in one-knob.ts; these have valleys that a reader can see at a glance.
 */
import { exp } from '../network/elementary.ts';

/** A cost of one number w. All functions take and give finite numbers. */
export interface CostCurve {
  /** As a sentence says it: 'two valleys'. */
  readonly name: string;
  /** Where w is shown: from, to. */
  readonly domain: readonly [number, number];
  /** C(w). */
  readonly value: (w: number) => number;
  /** dC/dw. */
  readonly slope: (w: number) => number;
  /** d2C/dw2. */
  readonly curvature: (w: number) => number;
}

/** The lowest point of a valley, and how far the valley reaches. */
export interface Valley {
  /** w at the bottom, where the slope is 0. */
  readonly bottom: number;
  /** Above 0. */
  readonly curvature: number;
  /** The hilltops on both sides, or the ends of the curve's domain. */
  readonly from: number;
  readonly to: number;
}

/** C = w^2: curvature 2 everywhere, so a step overshoots above eta 1/2 and diverges above 1. */
export const parabola: CostCurve = {
  name: 'one valley',
  domain: [-3, 3],
  value: (w) => w * w,
  slope: (w) => 2 * w,
  curvature: () => 2,
};

/** C = w^4/8 - w^2 + w/3 + 3: a deep valley on the left and a shallow one on the right. */
export const twoValleys: CostCurve = {
  name: 'two valleys',
  domain: [-3.2, 3.2],
  value: (w) => (w * w * w * w) / 8 - w * w + w / 3 + 3,
  slope: (w) => (w * w * w) / 2 - 2 * w + 1 / 3,
  curvature: (w) => 1.5 * w * w - 2,
};

/** Dips in a wide bowl: where each is, how deep, how wide. */
const DIPS = [
  { at: -3.4, depth: 1.5, width: 0.5 },
  { at: -1.7, depth: 2.1, width: 0.45 },
  { at: 0.1, depth: 1.1, width: 0.4 },
  { at: 1.6, depth: 2.6, width: 0.5 },
  { at: 3.3, depth: 1.4, width: 0.45 },
] as const;

/** C = 3 + w^2/8 - the sum of dips A exp(-(w - c)^2 / 2s^2). */
export const manyValleys: CostCurve = {
  name: 'many valleys',
  domain: [-4.8, 4.8],
  value: (w) => DIPS.reduce((sum, dip) => sum - dipAt(dip, w), 3 + (w * w) / 8),
  slope: (w) =>
    DIPS.reduce(
      (sum, dip) => sum + (dipAt(dip, w) * (w - dip.at)) / (dip.width * dip.width),
      w / 4,
    ),
  curvature: (w) =>
    DIPS.reduce((sum, dip) => {
      const across = dip.width * dip.width;
      const off = w - dip.at;
      return sum + dipAt(dip, w) * (1 / across - (off * off) / (across * across));
    }, 1 / 4),
};

function dipAt({ at, depth, width }: (typeof DIPS)[number], w: number): number {
  const off = (w - at) / width;
  return depth * exp(-0.5 * off * off);
}

export const curves = { parabola, two: twoValleys, many: manyValleys } as const;
export type CurveKey = keyof typeof curves;

/** So many pieces of the domain are searched for a change of the slope's sign. */
const PIECES = 960;
const HALVINGS = 60;

/** The valleys of a curve, from left to right: at least one where it falls and then rises within its domain. */
export function valleysOf(curve: CostCurve): Valley[] {
  const [low, high] = curve.domain;
  const at = (i: number): number => low + ((high - low) * i) / PIECES;
  const bottoms: number[] = [];
  const tops: number[] = [];
  for (let i = 0; i < PIECES; i++) {
    const [before, after] = [curve.slope(at(i)), curve.slope(at(i + 1))];
    if (before < 0 && after >= 0) bottoms.push(flatBetween(curve, at(i), at(i + 1)));
    else if (before > 0 && after <= 0) tops.push(flatBetween(curve, at(i), at(i + 1)));
  }
  return bottoms.map((bottom) => ({
    bottom,
    curvature: curve.curvature(bottom),
    from: tops.findLast((top) => top < bottom) ?? low,
    to: tops.find((top) => top > bottom) ?? high,
  }));
}

/** The valley that w lies in; beyond the domain, the outermost on that side. */
export function valleyAt(valleys: readonly Valley[], w: number): Valley {
  return valleys.find(({ to }) => w <= to) ?? valleys[valleys.length - 1];
}

/** Where the slope is 0 between two places at which it has different signs. */
function flatBetween(curve: CostCurve, from: number, to: number): number {
  const isRising = curve.slope(to) >= 0;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2;
    if (curve.slope(middle) >= 0 === isRising) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

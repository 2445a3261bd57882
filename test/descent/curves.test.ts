import { describe, expect, it } from 'vitest';
import { curves, valleyAt, valleysOf } from '@/descent/curves.ts';
import { roll } from '@/descent/roll.ts';

/** Central differences, with a step that suits numbers near 1. */
const H = 1e-5;
const differ = (f: (w: number) => number, w: number): number => (f(w + H) - f(w - H)) / (2 * H);

describe.each(Object.entries(curves))('the curve %s', (_, curve) => {
  const [low, high] = curve.domain;
  const places = Array.from({ length: 200 }, (__, i) => low + ((high - low) * (i + 0.5)) / 200);

  it('has the slope and the curvature that central differences measure', () => {
    for (const w of places) {
      expect(curve.slope(w)).toBeCloseTo(differ(curve.value, w), 7);
      expect(curve.curvature(w)).toBeCloseTo(differ(curve.slope, w), 7);
    }
  });

  it('has a positive cost everywhere, and valleys with flat bottoms below all else in them', () => {
    const valleys = valleysOf(curve);
    for (const w of places) {
      expect(curve.value(w)).toBeGreaterThan(0);
      const { bottom } = valleyAt(valleys, w);
      expect(curve.value(w)).toBeGreaterThanOrEqual(curve.value(bottom));
    }
    for (const { bottom, curvature } of valleys) {
      expect(curve.slope(bottom)).toBeCloseTo(0, 10);
      expect(curvature).toBeGreaterThan(0.5);
    }
  });

  it('is overshot above 1 / curvature and left above 2 / curvature, measured at the bottom', () => {
    for (const { bottom, curvature } of valleysOf(curve)) {
      const near = bottom + 0.001;
      const off = (eta: number, steps: number): number =>
        roll(curve, valleysOf(curve), near, eta, steps).stops[steps].w - bottom;
      expect(off(0.9 / curvature, 1)).toBeGreaterThan(0);
      expect(off(1.1 / curvature, 1)).toBeLessThan(0);
      expect(Math.abs(off(1.9 / curvature, 20))).toBeLessThan(0.001);
      expect(Math.abs(off(2.1 / curvature, 20))).toBeGreaterThan(0.001);
    }
  });
});

it('has one, two and five valleys', () => {
  expect(Object.values(curves).map((curve) => valleysOf(curve).length)).toEqual([1, 2, 5]);
});

describe('a roll on the parabola', () => {
  const { parabola } = curves;
  const fateAt = (eta: number, start = 2, steps = 30): string =>
    roll(parabola, valleysOf(parabola), start, eta, steps).fate;

  it.each([
    [0.01, 'underway'],
    [0.2, 'settles'],
    [0.5, 'settles'],
    [0.8, 'overshoots'],
    [0.99, 'underway'],
    [1, 'oscillates'],
    [1.1, 'diverges'],
    [2, 'diverges'],
  ])('with eta %f: %s', (eta, fate) => expect(fateAt(eta)).toBe(fate));

  it('lies still at the bottom', () => expect(fateAt(0.3, 0)).toBe('still'));

  it('takes the steps that one works out on paper', () => {
    const { stops } = roll(parabola, valleysOf(parabola), 2, 0.25, 3);
    expect(stops.map(({ w }) => w)).toEqual([2, 1, 0.5, 0.25]);
    expect(stops[0]).toEqual({ w: 2, cost: 4, slope: 4, step: -1 });
  });
});

it('lands in another valley from another start', () => {
  const { two } = curves;
  const valleys = valleysOf(two);
  const ends = [-1, 1].map((start) => roll(two, valleys, start, 0.1, 60).end.bottom);
  expect(ends).toEqual(valleys.map(({ bottom }) => bottom));
});

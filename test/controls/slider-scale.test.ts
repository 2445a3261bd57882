import { expect, it } from 'vitest';
import fc from 'fast-check';
import { along, clampTo, position, valueAt, wholeFrom } from '@/controls/slider-scale.ts';

const even = { min: -10, max: 10, step: 0.01, isLog: false };
const log = { min: 0.01, max: 100, step: 0.05, isLog: true };

it.each([
  [Number.NaN, -10],
  [Number.POSITIVE_INFINITY, 10],
  [Number.NEGATIVE_INFINITY, -10],
  [3, 3],
])('keeps %d within its range', (value, expected) => {
  expect(clampTo(even, value)).toBe(expected);
  expect(along(even, value)).toBeCloseTo((expected + 10) / 20, 12);
});

it('sets equal factors equally far apart on a logarithmic track', () => {
  [0.01, 0.1, 1, 10, 100].forEach((value, i) => {
    expect(along(log, value)).toBeCloseTo(i / 4, 12);
  });
});

it('comes back to a value of three digits from its position on a logarithmic track', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: -4, max: -2 }), (n, e) => {
      const value = Number(`${n}e${e}`);
      expect(valueAt({ ...log, min: 1e-4 }, position(log, value))).toBe(value);
    }),
  );
});

it('has no faulty place on a range of no length', () => {
  expect(along({ ...even, min: 2, max: 2 }, 2)).toBe(0);
});

it('moves a whole number by a key to the next at least, from any number on a long track, and never past its ends', () => {
  const range = { min: 1, max: 1000, step: 0.01, isLog: true };
  for (const way of [1, -1]) {
    for (let n = 1; n <= 1000; n++) {
      const to = valueAt(range, position(range, n) + way * range.step);
      const next = wholeFrom(range, n, to, true);
      if (n === (way > 0 ? 1000 : 1)) expect(next).toBe(n);
      else expect(way * (next - n)).toBeGreaterThanOrEqual(1);
      expect(wholeFrom(range, n, to, false)).toBe(clampTo(range, Math.round(to)));
    }
  }
});

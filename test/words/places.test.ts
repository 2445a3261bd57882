import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  digitsUntil,
  placesBeside,
  placesToSee,
  placesUntil,
  roundTo,
  roundToDigits,
} from '../../src/words/places.ts';

it('adds places until they are enough, and gives up at twelve', () => {
  expect(placesUntil(2, (places) => places >= 5)).toBe(5);
  expect(placesUntil(2, () => true)).toBe(2);
  expect(placesUntil(2, () => false)).toBe(12);
});

it.each([
  [0, 2, 2],
  [0.3, 2, 2],
  [0.004, 2, 3],
  [0.00032, 2, 4],
  [1e-9, 2, 6],
])('shows %d with %i places or more: %i', (value, least, places) => {
  expect(placesToSee(value, least)).toBe(places);
});

it.each([
  [0.796, 0.8, 2, 3],
  [0.8, 0.8, 2, 2],
  [0.8501, 0.85, 2, 2],
  [0.84996, 0.85, 2, 5],
])('%d beside a limit of %d takes %i places or more: %i', (value, limit, least, places) => {
  expect(placesBeside(value, limit, least)).toBe(places);
});

it('a number as it is shown is below a limit where it is', () => {
  const near = fc.double({ min: 0.79, max: 0.81, noNaN: true });
  fc.assert(
    fc.property(near, (value) => {
      const places = placesBeside(value, 0.8, 2);
      fc.pre(places < 12);
      expect(roundTo(value, places) < 0.8).toBe(value < 0.8);
    }),
  );
});

it('two factors have digits enough for their product as printed', () => {
  const factor = fc.double({ min: 0.01, max: 10, noNaN: true });
  fc.assert(
    fc.property(factor, factor, (one, other) => {
      const digits = digitsUntil(2, (round) => round(one) * round(other), {
        value: one * other,
        places: 3,
      });
      const product = roundToDigits(one, digits) * roundToDigits(other, digits);
      expect(Math.abs(product - roundTo(one * other, 3))).toBeLessThanOrEqual(0.0005 + 1e-9);
    }),
  );
});

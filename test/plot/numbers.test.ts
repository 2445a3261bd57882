import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatNumber,
  isWithinHalf,
  placesToSee,
  placesUntil,
  roundTo,
} from '../../src/plot/numbers.ts';

it.each([
  [1.5, 2, false, '1.50'],
  [1.5, 2, true, '+1.50'],
  [-1.5, 2, true, '−1.50'],
  [-0.001, 2, true, '0.00'],
  [0.001, 2, true, '0.00'],
  [-0, 0, true, '0'],
  [1234.5678, 1, true, '+1234.6'],
  [NaN, 2, true, '–'],
  [Infinity, 2, false, '–'],
])('writes %d with %i places, signed %s, as %s', (value, places, isSigned, text) => {
  expect(formatNumber(value, places, { isSigned })).toBe(text);
});

it('writes a number that reads as the rounded one', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(9), (value, places) => {
      const read = Number(formatNumber(value, places, { isSigned: true }).replace('−', '-'));
      expect(read).toBe(roundTo(value, places));
      expect(isWithinHalf(value, read, places)).toBe(true);
    }),
  );
});

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

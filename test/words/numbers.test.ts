import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatNumber,
  percent,
  plain,
  signed,
  significant,
  thousands,
  upTo,
} from '../../src/words/numbers.ts';
import { isWithinHalf, roundTo } from '../../src/words/places.ts';

it.each([
  [1.5, 2, '1.50', '+1.50'],
  [-1.5, 2, '−1.50', '−1.50'],
  [-0.001, 2, '0.00', '0.00'],
  [0.001, 2, '0.00', '0.00'],
  [-0, 0, '0', '0'],
  [1234.5678, 1, '1234.6', '+1234.6'],
  [1e-9, 20, '0.00000000100000000000', '+0.00000000100000000000'],
  [NaN, 2, '–', '–'],
  [Infinity, 2, '–', '–'],
])('writes %d with %i places as %s, and with its sign as %s', (value, places, text, withSign) => {
  expect(formatNumber(value, places)).toBe(text);
  expect(signed(value, places)).toBe(withSign);
});

it('writes shares, thousands and whatever is short', () => {
  expect([percent(0.9527), percent(0.125, 0), percent(-0.5, 0), percent(NaN)]).toEqual([
    '95.3%',
    '13%',
    '−50%',
    '–',
  ]);
  expect([999, 60_000, -1234, 1_333_333, 1.5, 2e15].map(thousands)).toEqual([
    '999',
    '60,000',
    '−1,234',
    '1,333,333',
    '1.5',
    '2,000,000,000,000,000',
  ]);
  expect([upTo(3, 0.12345), upTo(3, 3), upTo(3, -1500)]).toEqual(['0.123', '3', '−1500']);
  expect([plain(-0.5), plain(2)]).toEqual(['−0.5', '2']);
});

it.each([
  [-0.00123456789, 6, '−0.00123457'],
  [1.5e-9, 6, '+1.50000 × 10⁻⁹'],
  [12.3456789, 6, '+12.3457'],
  [1234.5, 3, '+1235'],
  [0, 3, '0'],
])('writes %d with %i digits that count as %s', (value, digits, text) => {
  expect(significant(value, digits)).toBe(text);
});

it('writes a number that reads as the rounded one', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(9), (value, places) => {
      const read = Number(signed(value, places).replace('−', '-'));
      expect(read).toBe(roundTo(value, places));
      expect(isWithinHalf(value, read, places)).toBe(true);
    }),
  );
});

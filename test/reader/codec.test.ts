import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, oneOf, several, whole, wholes } from '../../src/reader/codec.ts';

it('reads whole numbers between their ends', () => {
  expect(['0', '12', '99'].map((text) => whole(text, 0, 99))).toEqual([0, 12, 99]);
  expect(whole('-1', -1, 9)).toBe(-1);
  const bad = [undefined, '', ' 1', '1 ', '1.5', '1e2', '0x1', '+1', '-1', '100', 'NaN', '１'];
  expect(bad.map((text) => whole(text, 0, 99)).filter((read) => read !== null)).toEqual([]);
});

it('reads decimals of no more places than there are', () => {
  expect(['0.05', '2', '-1.25'].map((text) => decimal(text, 2, -2, 2))).toEqual([0.05, 2, -1.25]);
  const bad = [undefined, '', '.5', '1.', '0.125', '1e-3', '2.01', '-3', 'Infinity', '1,5'];
  expect(bad.map((text) => decimal(text, 2, -2, 2)).filter((read) => read !== null)).toEqual([]);
});

it('reads one of the words that it knows, and no name of an object', () => {
  const words = ['left', 'right'] as const;
  expect(['left', 'right'].map((text) => oneOf(text, words))).toEqual(words);
  const bad = [undefined, '', 'Left', 'left ', 'toString', '0'];
  expect(bad.map((text) => oneOf(text, words)).filter((read) => read !== null)).toEqual([]);
});

it('reads several values at once, or none of them', () => {
  const pair = (text?: string) =>
    several(
      text,
      '@',
      (one) => decimal(one, 2, -9, 9),
      (other) => oneOf(other, ['a', 'b']),
    );
  expect(pair('-1.5@b')).toEqual([-1.5, 'b']);
  const bad = [undefined, '', '1', '1@', '@a', '1@c', '1@a@', '10@a', '1@a@b'];
  expect(bad.map(pair).filter((read) => read !== null)).toEqual([]);
  expect(wholes('30-10', '-', [1, 99], [1, 99])).toEqual([30, 10]);
  expect(wholes('0.0', '.', [0, 9], [0, 9])).toEqual([0, 0]);
  expect(wholes('30-100', '-', [1, 99], [1, 99])).toBeNull();
});

it('takes nothing beyond its ends, whatever is written', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = decimal(text, 3, -5, 5);
      expect(read === null || (read >= -5 && read <= 5)).toBe(true);
    }),
    { seed: 17 },
  );
});

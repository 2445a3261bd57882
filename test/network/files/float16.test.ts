import { describe, expect, it } from 'vitest';
import { fromFloat16 } from '../../../src/network/files/float16.ts';
import { toFloat16 } from '../../../src/network/files/to-float16.ts';

const INFINITE = 0x7c00;

describe('fromFloat16', () => {
  it('reads all 65,536 halves as IEEE 754 defines them', () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const sign = bits >= 0x8000 ? -1 : 1;
      const exponent = Math.floor(bits / 1024) % 32;
      const fraction = bits % 1024;
      let expected = sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
      if (exponent === 0) expected = sign * 2 ** -14 * (fraction / 1024);
      if (exponent === 31) expected = fraction === 0 ? sign * Infinity : NaN;
      if (!Object.is(fromFloat16(bits), expected))
        expect(fromFloat16(bits), `${bits}`).toBe(expected);
    }
    expect(fromFloat16(0x3555)).toBe(0.333251953125);
  });
});

describe('toFloat16', () => {
  it('writes back all 65,536 halves as they were, all NaNs as one', () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const x = fromFloat16(bits);
      const expected = Number.isNaN(x) ? 0x7e00 : bits;
      if (toFloat16(x) !== expected) expect(toFloat16(x), `${bits}`).toBe(expected);
    }
  });

  it('rounds to the nearest half, and to the even one from the middle between two, everywhere', () => {
    for (let bits = 0; bits < INFINITE; bits++) {
      const low = fromFloat16(bits);
      const high = bits + 1 === INFINITE ? 65_536 : fromFloat16(bits + 1);
      const middle = (low + high) / 2;
      const below = middle * (1 - 2 ** -52);
      const above = middle * (1 + 2 ** -52);
      const got = [below, middle, above, -below, -middle, -above].map(toFloat16);
      const even = bits % 2 === 0 ? bits : bits + 1;
      const expected = [bits, even, bits + 1, ...[bits, even, bits + 1].map((b) => b + 0x8000)];
      if (got.join() !== expected.join()) expect(got, `around ${middle}`).toEqual(expected);
    }
  });

  it.each([
    [0, 0],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [65_519.99, 0x7bff],
    [65_520, INFINITE],
    [-1e300, 0xfc00],
    [Infinity, INFINITE],
    [NaN, 0x7e00],
    [2 ** -24, 1],
    [2 ** -25, 0],
    [Number.MIN_VALUE, 0],
  ])('writes %f as %i', (x, bits) => {
    expect(toFloat16(x)).toBe(bits);
  });

  it('rounds once: not to single precision first, which would make a middle of what is just beside it', () => {
    expect(toFloat16(1 + 2 ** -11 + 2 ** -40)).toBe(0x3c01);
    expect(toFloat16(Math.fround(1 + 2 ** -11 + 2 ** -40))).toBe(0x3c00);
  });
});

import { UNITS } from './float16.ts';

const SIGN = 0x8000;
const INFINITE = 0x7c00;
const NOT_A_NUMBER = 0x7e00;

/**
 * The 16 bits of the half nearest to x, a tie going to the even one.
 * @param x any number; beyond +-65520 the answer is infinite, within +-2^-25 it is zero
 */
export function toFloat16(x: number): number {
  if (x !== x) return NOT_A_NUMBER;
  const sign = x < 0 || Object.is(x, -0) ? SIGN : 0;
  const size = Math.abs(x);
  if (size >= 65536) return sign | INFINITE;
  let e = 0;
  while (size >= 2048 * UNITS[e]) e++;
  const units = size / UNITS[e]; // exact, and below 2048
  const whole = units + 4503599627370496 - 4503599627370496; // 2^52 leaves no room for a fraction: rounds half to even
  // From 1024 units up, the 1024 is the bit that halves leave out, and their exponent counts from 1; so the two cancel out. Where
  // rounding reaches 2048, the carry runs into the exponent, as it should, and at last into infinity.
  return sign | (e * 1024 + whole);
}

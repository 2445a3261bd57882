/**
 * IEEE 754 half precision: 1 sign bit, 5 exponent bits, 10 fraction bits. Engines bring their own only lately; this one is made of
 * exact steps alone, so that every engine writes the same bytes.
 */

/** UNITS[e] = 2^(e - 24), the distance from one half to the next: the smallest for e = 0, doubled with every exponent. */
export const UNITS = new Float64Array(30);
UNITS[0] = 1 / 16777216;
for (let e = 1; e < UNITS.length; e++) UNITS[e] = UNITS[e - 1] * 2;

const SIGN = 0x8000;

/** The number that 16 bits stand for; infinities and NaN included. */
export function fromFloat16(bits: number): number {
  const sign = bits & SIGN ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * UNITS[0];
  return sign * (1024 + fraction) * UNITS[exponent - 1];
}

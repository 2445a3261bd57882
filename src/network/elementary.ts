/**
 * exp and log of our own. Engines differ in the last bit of Math.exp, Math.log and their kin, and one differing bit is enough to
 * send two trainings apart. These are made of + - * / alone, which IEEE 754 fixes, so every engine returns the same bits.
 */

/** ln 2 cut in two: the first part has so few bits that k * LN2_HIGH is exact for every k met here. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;

/** POWERS[k + 1022] = 2^k for k = -1022..1023, all exact: each is its neighbour doubled. */
const POWERS = new Float64Array(2046);
POWERS[0] = 2.2250738585072014e-308;
for (let i = 1; i < POWERS.length; i++) POWERS[i] = POWERS[i - 1] * 2;
const SMALLEST_EXPONENT = -1022;

/**
 * e^x within one unit in the last place or so; 0 below -745.2, Infinity above 709.8, NaN for NaN.
 *
 * x = k ln 2 + r with |r| <= ln 2 / 2, so e^x = 2^k e^r; and e^r = (R + r) / (R - r) with
 * R = r coth(r / 2) = 2 + r^2/6 - r^4/360 + ..., the series of the Bernoulli numbers.
 */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x !== x ? x : Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const r = high - k * LN2_LOW;
  const s = r * r;
  const R =
    2 +
    s *
      (1 / 6 +
        s *
          (-1 / 360 +
            s * (1 / 15120 + s * (-1 / 604800 + s * (1 / 23950080 + s * (-691 / 653837184000))))));
  const y = 1 + (2 * r) / (R - r);
  if (k === 1024) return y * 2 * POWERS[1023 - SMALLEST_EXPONENT];
  if (k >= SMALLEST_EXPONENT) return y * POWERS[k - SMALLEST_EXPONENT];
  return y * POWERS[k + 64 - SMALLEST_EXPONENT] * 5.421010862427522e-20; // 2^-64: into the subnormal numbers in one rounding
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm within two units in the last place or so; -Infinity at 0, NaN below.
 *
 * x = 2^k m with m within [sqrt(1/2), sqrt 2], and ln m = 2 artanh s with s = (m - 1) / (m + 1): s + s^3/3 + s^5/5 + ...
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 134217728 * 134217728; // 2^54: out of the subnormal numbers
    k = -54;
  }
  bits.setFloat64(0, x);
  k += (bits.getUint16(0) >> 4) - 1023;
  bits.setUint16(0, (bits.getUint16(0) & 0x000f) | 0x3ff0);
  let m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let series = 0;
  for (let n = 21; n >= 3; n -= 2) series = s2 * (1 / n + series);
  return k * LN2_HIGH + (2 * s + (2 * s * series + k * LN2_LOW));
}

/** ln(1 + x) for x >= 0, without losing a small x beside the 1 (Kahan's correction). */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : (log(u) * x) / (u - 1);
}

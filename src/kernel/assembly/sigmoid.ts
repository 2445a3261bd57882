/**
 * The sigmoid and its kin, four numbers at a time, of + - * / and bit work alone: the same bits in every engine.
 *
 * With e = e^-z, a = sigma(z) = 1 / (1 + e), and its slope is (e a) a: neither loses digits anywhere, since 1 - a is e a.
 */

/**
 * Constants come from memory: were they in the code, V8 would build them anew in each turn of a loop. ln 2 is cut in two so that
 * k * LN2_HIGH is exact. C2 to C6 make e^-r = 1 - r + C2 r^2 + ... + C6 r^6 right to 4e-9 for |r| <= ln 2 / 2 (a least-squares fit,
 * reweighted until the largest relative error was smallest).
 */
const TABLE = memory.data<f32>([
  -40, 40, -1.4426950409, 12582912, 0.693359375, -2.12194440e-4,
  0.4999999343207687, -0.1666652039831864, 0.041668390791367776, -0.008368745195608387, 0.0013814540105659499,
  1, 2, 0.0909090909, 0.1111111111, 0.1428571429, 0.2, 0.3333333333,
]);
/** Beyond these e^-z stays what it is there, 2e17 or 4e-18: further out there are only numbers that make processors slow. */
const LOWEST: usize = TABLE;
const HIGHEST: usize = TABLE + 4;
const MINUS_LOG2_E: usize = TABLE + 8;
/** 1.5 * 2^23: added to a number below 2^22 it rounds it to a whole number, which then stands in the lowest bits of the sum. */
const ROUNDER: usize = TABLE + 12;
const LN2_HIGH: usize = TABLE + 16;
const LN2_LOW: usize = TABLE + 20;
const C2: usize = TABLE + 24;
const C3: usize = TABLE + 28;
const C4: usize = TABLE + 32;
const C5: usize = TABLE + 36;
const C6: usize = TABLE + 40;
const ONE: usize = TABLE + 44;
const TWO: usize = TABLE + 48;
const ONE_11TH: usize = TABLE + 52;
const ONE_9TH: usize = TABLE + 56;
const ONE_7TH: usize = TABLE + 60;
const ONE_5TH: usize = TABLE + 64;
const ONE_3RD: usize = TABLE + 68;

/**
 * out = e^-z within two units in the last place, for every vector from z to before end. z is cut off at -40 and 40; NaN counts as 40.
 * e^-z = 2^k e^-r with |r| <= ln 2 / 2.
 */
export function decays(z: usize, end: usize, out: usize): void {
  const lowest = v128.load32_splat(LOWEST);
  const highest = v128.load32_splat(HIGHEST);
  const minusLog2E = v128.load32_splat(MINUS_LOG2_E);
  const rounder = v128.load32_splat(ROUNDER);
  const ln2High = v128.load32_splat(LN2_HIGH);
  const ln2Low = v128.load32_splat(LN2_LOW);
  const c2 = v128.load32_splat(C2);
  const c3 = v128.load32_splat(C3);
  const c4 = v128.load32_splat(C4);
  const c5 = v128.load32_splat(C5);
  const c6 = v128.load32_splat(C6);
  const one = v128.load32_splat(ONE);
  for (; z < end; z += 16, out += 16) {
    const x = f32x4.pmax(f32x4.pmin(highest, v128.load(z)), lowest);
    const rounded = f32x4.add(f32x4.mul(x, minusLog2E), rounder);
    const k = f32x4.sub(rounded, rounder);
    const r = f32x4.add(f32x4.add(x, f32x4.mul(k, ln2High)), f32x4.mul(k, ln2Low));
    const r2 = f32x4.mul(r, r);
    // In pairs, so that the processor need not wait for one power after another.
    const low = f32x4.add(c2, f32x4.mul(c3, r));
    const high = f32x4.add(f32x4.add(c4, f32x4.mul(c5, r)), f32x4.mul(c6, r2));
    const series = f32x4.mul(f32x4.add(low, f32x4.mul(high, r2)), r2);
    const power = f32x4.add(f32x4.sub(series, r), one);
    v128.store(out, i32x4.add(power, i32x4.shl(rounded, 23))); // k added to the exponent
  }
}

/** a = sigma(z) and slope = sigma'(z) for every vector from z to before end. */
export function sigmoids(z: usize, end: usize, a: usize, slope: usize): void {
  decays(z, end, a);
  const one = v128.load32_splat(ONE);
  for (; z < end; z += 16, a += 16, slope += 16) {
    const e = v128.load(a);
    const score = f32x4.div(one, f32x4.add(one, e));
    v128.store(a, score);
    v128.store(slope, f32x4.mul(f32x4.mul(e, score), score));
  }
}

/** -ln sigma(-z) = ln(1 + e^z) from z and e = e^-z; -ln sigma(z) is the same of -z. */
@inline
export function softplus(z: v128, e: v128): v128 {
  // max(z, 0) + ln(1 + e^-|z|), and ln(1 + x) = 2 artanh s with s = x / (2 + x), a series in s^2 <= 1/9
  const x = f32x4.pmin(e, f32x4.div(v128.load32_splat(ONE), e));
  const s = f32x4.div(x, f32x4.add(v128.load32_splat(TWO), x));
  const s2 = f32x4.mul(s, s);
  let series = f32x4.add(f32x4.mul(v128.load32_splat(ONE_11TH), s2), v128.load32_splat(ONE_9TH));
  series = f32x4.add(f32x4.mul(series, s2), v128.load32_splat(ONE_7TH));
  series = f32x4.add(f32x4.mul(series, s2), v128.load32_splat(ONE_5TH));
  series = f32x4.add(f32x4.mul(series, s2), v128.load32_splat(ONE_3RD));
  const half = f32x4.add(s, f32x4.mul(s, f32x4.mul(series, s2)));
  return f32x4.add(f32x4.pmax(z, f32x4.splat(0)), f32x4.add(half, half));
}

/** sigma(z) from e = e^-z. */
@inline
export function sigmoid(e: v128): v128 {
  const one = v128.load32_splat(ONE);
  return f32x4.div(one, f32x4.add(one, e));
}

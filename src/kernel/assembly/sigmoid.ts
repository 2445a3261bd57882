/**
 * The sigmoid and its kin, four numbers at a time, of + - * / and bit work alone: the same bits in every engine.
 *
 * All start from e = e^-|z|, which lies within (0, 1]: with r = 1 / (1 + e), sigma(z) is r or e r, and its slope e r r, none of
 * which loses digits where sigma is near 1.
 */

/**
 * Constants come from memory: were they in the code, V8 would build them anew in each turn of a loop. ln 2 is cut in two so that
 * k * LN2_HIGH is exact. C2 to C6 make e^r = 1 + r + C2 r^2 + ... + C6 r^6 right to 4e-9 for |r| <= ln 2 / 2 (a least-squares fit,
 * reweighted until the largest relative error was smallest).
 */
const TABLE = memory.data<f32>([
  -40, 1.4426950409, 12582912, 0.693359375, -2.12194440e-4,
  0.4999999343207687, 0.1666652039831864, 0.041668390791367776, 0.008368745195608387, 0.0013814540105659499,
  1, 2, 0.0909090909, 0.1111111111, 0.1428571429, 0.2, 0.3333333333,
]);
/** Below it e^z stays what it is there, 4e-18: smaller ones would only make subnormal numbers, on which processors are slow. */
const LOWEST: usize = TABLE;
const LOG2_E: usize = TABLE + 4;
/** 1.5 * 2^23: added to a number below 2^22 it rounds it to a whole number, which then stands in the lowest bits of the sum. */
const ROUNDER: usize = TABLE + 8;
const LN2_HIGH: usize = TABLE + 12;
const LN2_LOW: usize = TABLE + 16;
const C2: usize = TABLE + 20;
const C3: usize = TABLE + 24;
const C4: usize = TABLE + 28;
const C5: usize = TABLE + 32;
const C6: usize = TABLE + 36;
const ONE: usize = TABLE + 40;
const TWO: usize = TABLE + 44;
const ONE_11TH: usize = TABLE + 48;
const ONE_9TH: usize = TABLE + 52;
const ONE_7TH: usize = TABLE + 56;
const ONE_5TH: usize = TABLE + 60;
const ONE_3RD: usize = TABLE + 64;

/** e^-|z| within two units in the last place, down to e^-40; that also for NaN. e^x = 2^k e^r with |r| <= ln 2 / 2. */
@inline
function decay(z: v128): v128 {
  const x = f32x4.pmax(v128.load32_splat(LOWEST), f32x4.neg(f32x4.abs(z)));
  const rounder = v128.load32_splat(ROUNDER);
  const rounded = f32x4.add(f32x4.mul(x, v128.load32_splat(LOG2_E)), rounder);
  const k = f32x4.sub(rounded, rounder);
  const high = f32x4.sub(x, f32x4.mul(k, v128.load32_splat(LN2_HIGH)));
  const r = f32x4.sub(high, f32x4.mul(k, v128.load32_splat(LN2_LOW)));
  const r2 = f32x4.mul(r, r);
  // In pairs, so that the processor need not wait for one power after another.
  const low = f32x4.add(v128.load32_splat(C2), f32x4.mul(v128.load32_splat(C3), r));
  const middle = f32x4.add(v128.load32_splat(C4), f32x4.mul(v128.load32_splat(C5), r));
  const upper = f32x4.add(middle, f32x4.mul(v128.load32_splat(C6), r2));
  const series = f32x4.mul(f32x4.add(low, f32x4.mul(upper, r2)), r2);
  const power = f32x4.add(f32x4.add(r, series), v128.load32_splat(ONE));
  return i32x4.add(power, i32x4.shl(rounded, 23)); // k added to the exponent
}

/** a = sigma(z) and slope = sigma'(z) for every vector from z to before end. */
export function sigmoids(z: usize, end: usize, a: usize, slope: usize): void {
  const one = v128.load32_splat(ONE);
  for (; z < end; z += 16, a += 16, slope += 16) {
    const v = v128.load(z);
    const e = decay(v);
    const r = f32x4.div(one, f32x4.add(one, e));
    const er = f32x4.mul(e, r);
    v128.store(a, v128.bitselect(er, r, i32x4.shr_s(v, 31)));
    v128.store(slope, f32x4.mul(er, r));
  }
}

/** sigma(z) of one vector. */
@inline
export function sigmoid(z: v128): v128 {
  const one = v128.load32_splat(ONE);
  const e = decay(z);
  const r = f32x4.div(one, f32x4.add(one, e));
  return v128.bitselect(f32x4.mul(e, r), r, i32x4.shr_s(z, 31));
}

/** ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|) of one vector; ln(1 + e) = 2 artanh s with s = e / (2 + e), a series in s^2 <= 1/9. */
@inline
export function softplus(z: v128): v128 {
  const e = decay(z);
  const s = f32x4.div(e, f32x4.add(v128.load32_splat(TWO), e));
  const s2 = f32x4.mul(s, s);
  let series = f32x4.add(f32x4.mul(v128.load32_splat(ONE_11TH), s2), v128.load32_splat(ONE_9TH));
  series = f32x4.add(f32x4.mul(series, s2), v128.load32_splat(ONE_7TH));
  series = f32x4.add(f32x4.mul(series, s2), v128.load32_splat(ONE_5TH));
  series = f32x4.add(f32x4.mul(series, s2), v128.load32_splat(ONE_3RD));
  const half = f32x4.add(s, f32x4.mul(s, f32x4.mul(series, s2)));
  return f32x4.add(f32x4.pmax(z, f32x4.splat(0)), f32x4.add(half, half));
}

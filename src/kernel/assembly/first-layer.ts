/**
 * The first layer, where nearly all the work is: each input that is not 0 brings one row of weights, to the weighted inputs on the
 * way forward, from the errors on the way back. A block of up to eight vectors, 32 neurons, stays in registers from an example's
 * first input to its last; `width` is a constant where a block is called, so that each width gets code of its own.
 */
import { Block } from './block';

/** s + the products of four inputs with a vector of each one's row. */
@inline
function along(
  s: v128,
  x0: v128,
  w0: v128,
  x1: v128,
  w1: v128,
  x2: v128,
  w2: v128,
  x3: v128,
  w3: v128,
): v128 {
  s = f32x4.add(s, f32x4.mul(x0, w0));
  s = f32x4.add(s, f32x4.mul(x1, w1));
  s = f32x4.add(s, f32x4.mul(x2, w2));
  return f32x4.add(s, f32x4.mul(x3, w3));
}

/** z = scale * sum over a list of x w + b, for `width` vectors of neurons. */
@inline
function weighBlock(
  width: usize,
  indices: usize,
  values: usize,
  end: usize,
  weights: usize,
  row: usize,
  scale: f32,
  biases: usize,
  z: usize,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  for (; indices < end; indices += 8, values += 16) {
    const w0 = changetype<Block>(weights + <usize>load<u16>(indices) * row);
    const w1 = changetype<Block>(weights + <usize>load<u16>(indices, 2) * row);
    const w2 = changetype<Block>(weights + <usize>load<u16>(indices, 4) * row);
    const w3 = changetype<Block>(weights + <usize>load<u16>(indices, 6) * row);
    const x0 = v128.load32_splat(values);
    const x1 = v128.load32_splat(values, 4);
    const x2 = v128.load32_splat(values, 8);
    const x3 = v128.load32_splat(values, 12);
    s0 = along(s0, x0, w0.v0, x1, w1.v0, x2, w2.v0, x3, w3.v0);
    if (width > 1) s1 = along(s1, x0, w0.v1, x1, w1.v1, x2, w2.v1, x3, w3.v1);
    if (width > 2) s2 = along(s2, x0, w0.v2, x1, w1.v2, x2, w2.v2, x3, w3.v2);
    if (width > 2) s3 = along(s3, x0, w0.v3, x1, w1.v3, x2, w2.v3, x3, w3.v3);
    if (width > 4) s4 = along(s4, x0, w0.v4, x1, w1.v4, x2, w2.v4, x3, w3.v4);
    if (width > 4) s5 = along(s5, x0, w0.v5, x1, w1.v5, x2, w2.v5, x3, w3.v5);
    if (width > 4) s6 = along(s6, x0, w0.v6, x1, w1.v6, x2, w2.v6, x3, w3.v6);
    if (width > 4) s7 = along(s7, x0, w0.v7, x1, w1.v7, x2, w2.v7, x3, w3.v7);
  }
  const by = f32x4.splat(scale);
  const b = changetype<Block>(biases);
  const out = changetype<Block>(z);
  out.v0 = f32x4.add(f32x4.mul(s0, by), b.v0);
  if (width > 1) out.v1 = f32x4.add(f32x4.mul(s1, by), b.v1);
  if (width > 2) out.v2 = f32x4.add(f32x4.mul(s2, by), b.v2);
  if (width > 2) out.v3 = f32x4.add(f32x4.mul(s3, by), b.v3);
  if (width > 4) out.v4 = f32x4.add(f32x4.mul(s4, by), b.v4);
  if (width > 4) out.v5 = f32x4.add(f32x4.mul(s5, by), b.v5);
  if (width > 4) out.v6 = f32x4.add(f32x4.mul(s6, by), b.v6);
  if (width > 4) out.v7 = f32x4.add(f32x4.mul(s7, by), b.v7);
}

/** The weighted inputs of one example: z = scale * sum over its list of x w + b. */
export function weighList(
  indices: usize,
  values: usize,
  count: usize,
  weights: usize,
  row: usize,
  scale: f32,
  biases: usize,
  z: usize,
): void {
  const end = indices + 2 * <usize>count;
  let place: usize = 0;
  for (; place + 128 <= row; place += 128) {
    weighBlock(8, indices, values, end, weights + place, row, scale, biases + place, z + place);
  }
  if (row & 64) {
    weighBlock(4, indices, values, end, weights + place, row, scale, biases + place, z + place);
    place += 64;
  }
  if (row & 32) {
    weighBlock(2, indices, values, end, weights + place, row, scale, biases + place, z + place);
    place += 32;
  }
  if (row & 16) {
    weighBlock(1, indices, values, end, weights + place, row, scale, biases + place, z + place);
  }
}

/** w += rate * delta x for every input of a list, for `width` vectors of neurons. */
@inline
function learnBlock(
  width: usize,
  indices: usize,
  values: usize,
  end: usize,
  weights: usize,
  row: usize,
  rate: f32,
  delta: usize,
): void {
  const by = f32x4.splat(rate);
  const d = changetype<Block>(delta);
  const d0 = f32x4.mul(by, d.v0);
  const d1 = width > 1 ? f32x4.mul(by, d.v1) : d0;
  const d2 = width > 2 ? f32x4.mul(by, d.v2) : d0;
  const d3 = width > 2 ? f32x4.mul(by, d.v3) : d0;
  const d4 = width > 4 ? f32x4.mul(by, d.v4) : d0;
  const d5 = width > 4 ? f32x4.mul(by, d.v5) : d0;
  const d6 = width > 4 ? f32x4.mul(by, d.v6) : d0;
  const d7 = width > 4 ? f32x4.mul(by, d.v7) : d0;
  for (; indices < end; indices += 2, values += 4) {
    const w = changetype<Block>(weights + <usize>load<u16>(indices) * row);
    const x = v128.load32_splat(values);
    w.v0 = f32x4.add(w.v0, f32x4.mul(x, d0));
    if (width > 1) w.v1 = f32x4.add(w.v1, f32x4.mul(x, d1));
    if (width > 2) w.v2 = f32x4.add(w.v2, f32x4.mul(x, d2));
    if (width > 2) w.v3 = f32x4.add(w.v3, f32x4.mul(x, d3));
    if (width > 4) w.v4 = f32x4.add(w.v4, f32x4.mul(x, d4));
    if (width > 4) w.v5 = f32x4.add(w.v5, f32x4.mul(x, d5));
    if (width > 4) w.v6 = f32x4.add(w.v6, f32x4.mul(x, d6));
    if (width > 4) w.v7 = f32x4.add(w.v7, f32x4.mul(x, d7));
  }
}

/** Lets the weights learn from one example: w += rate * delta x for every input of its list. */
export function learnList(
  indices: usize,
  values: usize,
  count: usize,
  weights: usize,
  row: usize,
  rate: f32,
  delta: usize,
): void {
  const end = indices + 2 * <usize>count;
  let place: usize = 0;
  for (; place + 128 <= row; place += 128) {
    learnBlock(8, indices, values, end, weights + place, row, rate, delta + place);
  }
  if (row & 64) {
    learnBlock(4, indices, values, end, weights + place, row, rate, delta + place);
    place += 64;
  }
  if (row & 32) {
    learnBlock(2, indices, values, end, weights + place, row, rate, delta + place);
    place += 32;
  }
  if (row & 16) {
    learnBlock(1, indices, values, end, weights + place, row, rate, delta + place);
  }
}

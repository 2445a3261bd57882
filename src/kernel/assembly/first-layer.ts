/**
 * The first layer, where nearly all the work is: each input that is not 0 brings one row of weights, to the weighted inputs on the
 * way forward, from the errors on the way back. A block of up to eight vectors, 32 neurons, stays in registers from an example's
 * first input to its last; `width` is a constant where a block is called, so that each width gets code of its own.
 */
import { countOf, indicesOf } from './lists';
import { Network } from './network';

/** s + the products of four inputs with a vector of their rows. */
@inline
function along(
  s: v128,
  place: usize,
  x0: v128,
  x1: v128,
  x2: v128,
  x3: v128,
  w0: usize,
  w1: usize,
  w2: usize,
  w3: usize,
): v128 {
  s = f32x4.add(s, f32x4.mul(x0, v128.load(w0 + place)));
  s = f32x4.add(s, f32x4.mul(x1, v128.load(w1 + place)));
  s = f32x4.add(s, f32x4.mul(x2, v128.load(w2 + place)));
  return f32x4.add(s, f32x4.mul(x3, v128.load(w3 + place)));
}

/** z = scale * s + b, for a vector of neurons. */
@inline
function weighted(z: usize, place: usize, s: v128, scale: v128, biases: usize): void {
  v128.store(z + place, f32x4.add(f32x4.mul(s, scale), v128.load(biases + place)));
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
    const w0 = weights + <usize>load<u16>(indices) * row;
    const w1 = weights + <usize>load<u16>(indices, 2) * row;
    const w2 = weights + <usize>load<u16>(indices, 4) * row;
    const w3 = weights + <usize>load<u16>(indices, 6) * row;
    const x0 = v128.load32_splat(values);
    const x1 = v128.load32_splat(values, 4);
    const x2 = v128.load32_splat(values, 8);
    const x3 = v128.load32_splat(values, 12);
    s0 = along(s0, 0, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 1) s1 = along(s1, 16, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 2) s2 = along(s2, 32, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 2) s3 = along(s3, 48, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 4) s4 = along(s4, 64, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 4) s5 = along(s5, 80, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 4) s6 = along(s6, 96, x0, x1, x2, x3, w0, w1, w2, w3);
    if (width > 4) s7 = along(s7, 112, x0, x1, x2, x3, w0, w1, w2, w3);
  }
  const scales = f32x4.splat(scale);
  weighted(z, 0, s0, scales, biases);
  if (width > 1) weighted(z, 16, s1, scales, biases);
  if (width > 2) weighted(z, 32, s2, scales, biases);
  if (width > 2) weighted(z, 48, s3, scales, biases);
  if (width > 4) weighted(z, 64, s4, scales, biases);
  if (width > 4) weighted(z, 80, s5, scales, biases);
  if (width > 4) weighted(z, 96, s6, scales, biases);
  if (width > 4) weighted(z, 112, s7, scales, biases);
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

/** Adds x d to a vector of an input's row. */
@inline
function add(weights: usize, x: v128, d: v128): void {
  v128.store(weights, f32x4.add(v128.load(weights), f32x4.mul(x, d)));
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
  const d0 = f32x4.mul(by, v128.load(delta));
  const d1 = width > 1 ? f32x4.mul(by, v128.load(delta, 16)) : d0;
  const d2 = width > 2 ? f32x4.mul(by, v128.load(delta, 32)) : d0;
  const d3 = width > 2 ? f32x4.mul(by, v128.load(delta, 48)) : d0;
  const d4 = width > 4 ? f32x4.mul(by, v128.load(delta, 64)) : d0;
  const d5 = width > 4 ? f32x4.mul(by, v128.load(delta, 80)) : d0;
  const d6 = width > 4 ? f32x4.mul(by, v128.load(delta, 96)) : d0;
  const d7 = width > 4 ? f32x4.mul(by, v128.load(delta, 112)) : d0;
  for (; indices < end; indices += 2, values += 4) {
    const w = weights + <usize>load<u16>(indices) * row;
    const x = v128.load32_splat(values);
    add(w, x, d0);
    if (width > 1) add(w + 16, x, d1);
    if (width > 2) add(w + 32, x, d2);
    if (width > 2) add(w + 48, x, d3);
    if (width > 4) add(w + 64, x, d4);
    if (width > 4) add(w + 80, x, d5);
    if (width > 4) add(w + 96, x, d6);
    if (width > 4) add(w + 112, x, d7);
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

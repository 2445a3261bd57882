/** The layers after the first, whose inputs are activations and hardly ever 0: plain products of matrices, a vector at a time. */
import { Block } from './block';
import { Layer } from './network';

/** The sums of the lanes of four vectors, as one vector. */
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(f32x4.shuffle(a, b, 0, 4, 1, 5), f32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(f32x4.shuffle(c, d, 0, 4, 1, 5), f32x4.shuffle(c, d, 2, 6, 3, 7));
  return f32x4.add(f32x4.shuffle(ab, cd, 0, 1, 4, 5), f32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

/** z = W a + b for `count` examples, four neurons at a time. @param a (count, layer.row) */
export function weigh(layer: Layer, a: usize, count: usize): void {
  const row = layer.row;
  const rows = layer.weights + layer.size;
  let z = layer.z;
  for (let e: usize = 0; e < count; e++, a += row) {
    let biases = layer.biases;
    for (let w = layer.weights; w < rows; w += 4 * row, biases += 16, z += 16) {
      const w1 = w + row;
      const w2 = w1 + row;
      const w3 = w2 + row;
      let s0 = f32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (let k: usize = 0; k < row; k += 16) {
        const v = v128.load(a + k);
        s0 = f32x4.add(s0, f32x4.mul(v, v128.load(w + k)));
        s1 = f32x4.add(s1, f32x4.mul(v, v128.load(w1 + k)));
        s2 = f32x4.add(s2, f32x4.mul(v, v128.load(w2 + k)));
        s3 = f32x4.add(s3, f32x4.mul(v, v128.load(w3 + k)));
      }
      v128.store(z, f32x4.add(sums(s0, s1, s2, s3), v128.load(biases)));
    }
  }
}

/**
 * out += sum over `terms` of a number times a row of vectors, or out = it where `anew`, for `width` vectors. With delta and W it is
 * the way back; with the errors and the activations of a group, a row of the gradient.
 */
@inline
function combineBlock(
  width: usize,
  numbers: usize,
  numberStep: usize,
  rows: usize,
  rowStep: usize,
  terms: usize,
  anew: bool,
  into: usize,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  const out = changetype<Block>(into);
  if (!anew) {
    s0 = out.v0;
    if (width > 1) s1 = out.v1;
    if (width > 2) s2 = out.v2;
    if (width > 2) s3 = out.v3;
    if (width > 4) s4 = out.v4;
    if (width > 4) s5 = out.v5;
    if (width > 4) s6 = out.v6;
    if (width > 4) s7 = out.v7;
  }
  for (let t: usize = 0; t < terms; t++, numbers += numberStep, rows += rowStep) {
    const x = v128.load32_splat(numbers);
    const row = changetype<Block>(rows);
    s0 = f32x4.add(s0, f32x4.mul(x, row.v0));
    if (width > 1) s1 = f32x4.add(s1, f32x4.mul(x, row.v1));
    if (width > 2) s2 = f32x4.add(s2, f32x4.mul(x, row.v2));
    if (width > 2) s3 = f32x4.add(s3, f32x4.mul(x, row.v3));
    if (width > 4) s4 = f32x4.add(s4, f32x4.mul(x, row.v4));
    if (width > 4) s5 = f32x4.add(s5, f32x4.mul(x, row.v5));
    if (width > 4) s6 = f32x4.add(s6, f32x4.mul(x, row.v6));
    if (width > 4) s7 = f32x4.add(s7, f32x4.mul(x, row.v7));
  }
  out.v0 = s0;
  if (width > 1) out.v1 = s1;
  if (width > 2) out.v2 = s2;
  if (width > 2) out.v3 = s3;
  if (width > 4) out.v4 = s4;
  if (width > 4) out.v5 = s5;
  if (width > 4) out.v6 = s6;
  if (width > 4) out.v7 = s7;
}

/** The same for rows of `bytes`. */
function combine(
  numbers: usize,
  numberStep: usize,
  rows: usize,
  rowStep: usize,
  terms: usize,
  anew: bool,
  out: usize,
  bytes: usize,
): void {
  for (; bytes >= 128; bytes -= 128, rows += 128, out += 128) {
    combineBlock(8, numbers, numberStep, rows, rowStep, terms, anew, out);
  }
  for (; bytes >= 64; bytes -= 64, rows += 64, out += 64) {
    combineBlock(4, numbers, numberStep, rows, rowStep, terms, anew, out);
  }
  for (; bytes > 0; bytes -= 16, rows += 16, out += 16) {
    combineBlock(1, numbers, numberStep, rows, rowStep, terms, anew, out);
  }
}

/**
 * (BP2) for `count` examples: the errors of the layer before, W^T delta * slope. Those too small to matter are set to 0: what comes
 * of them would be subnormal numbers, on which processors are slow.
 * @param slope (count, layer.row), of the layer before
 * @param before (count, layer.row), where its errors go
 */
export function passBack(layer: Layer, slope: usize, before: usize, count: usize): void {
  const row = layer.row;
  let delta = layer.delta;
  for (let e: usize = 0; e < count; e++, delta += layer.wide, before += row, slope += row) {
    combine(delta, 4, layer.weights, row, layer.nOut, true, before, row);
    for (let k: usize = 0; k < row; k += 16) {
      v128.store(before + k, noDust(f32x4.mul(v128.load(before + k), v128.load(slope + k))));
    }
  }
}

/** What is smaller is dust. In memory, as are the constants of sigmoid.ts. */
const DUST = memory.data<f32>([1e-18]);

/** A vector with its dust set to 0. */
@inline
export function noDust(v: v128): v128 {
  return v128.and(v, f32x4.gt(f32x4.abs(v), v128.load32_splat(DUST)));
}

/** (BP3) for `count` examples: adds their errors to nablaB. @param delta (count, layer.wide) */
export function addErrors(layer: Layer, delta: usize, count: usize): void {
  const end = delta + count * layer.wide;
  for (; delta < end; delta += layer.wide) {
    for (let j: usize = 0; j < layer.wide; j += 16) {
      const sum = layer.nablaB + j;
      v128.store(sum, f32x4.add(v128.load(sum), v128.load(delta + j)));
    }
  }
}

/** (BP4) for `count` examples: adds a_k delta_j to nablaW. @param a (count, layer.row), activations of the layer before */
export function addProducts(layer: Layer, a: usize, count: usize): void {
  let nabla = layer.nablaW;
  for (let j: usize = 0; j < layer.nOut; j++, nabla += layer.row) {
    combine(layer.delta + 4 * j, layer.wide, a, layer.row, count, false, nabla, layer.row);
  }
}

/** parameter = keep * parameter - step * nabla, and nabla = 0, over `bytes` of them. */
export function descend(parameters: usize, nabla: usize, bytes: usize, keep: f32, step: f32): void {
  const keeps = f32x4.splat(keep);
  const steps = f32x4.splat(step);
  for (const end = nabla + bytes; nabla < end; nabla += 16, parameters += 16) {
    const kept = f32x4.mul(keeps, v128.load(parameters));
    v128.store(parameters, f32x4.sub(kept, f32x4.mul(steps, v128.load(nabla))));
    v128.store(nabla, f32x4.splat(0));
  }
}

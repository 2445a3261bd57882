/**
 * The first layer, where nearly all the work is: each input that is not 0 brings one row of weights, to the weighted inputs on the
 * way forward, from the errors on the way back. Its rows are gone through in blocks, each of which stays in registers from an
 * example's first input to its last.
 */
import { Block } from './block';
import { BYTES_QUAD, FLOATS_QUAD, valuesOf } from './lists';
import { Layer } from './network';

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

/** z = scale * sum over a list of x w + b, in `width` vectors from `place` on. */
@inline
function weighBlock(
  width: usize,
  place: usize,
  layer: Layer,
  quad: usize,
  end: usize,
  floats: bool,
  scale: f32,
  z: usize,
): void {
  const row = layer.row;
  const weights = layer.weights + place;
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  for (const step: usize = floats ? FLOATS_QUAD : BYTES_QUAD; quad < end; quad += step) {
    const xs = valuesOf(quad, floats);
    const x0 = f32x4.shuffle(xs, xs, 0, 0, 0, 0);
    const x1 = f32x4.shuffle(xs, xs, 1, 1, 1, 1);
    const x2 = f32x4.shuffle(xs, xs, 2, 2, 2, 2);
    const x3 = f32x4.shuffle(xs, xs, 3, 3, 3, 3);
    const w0 = changetype<Block>(weights + <usize>load<u16>(quad) * row);
    const w1 = changetype<Block>(weights + <usize>load<u16>(quad, 2) * row);
    const w2 = changetype<Block>(weights + <usize>load<u16>(quad, 4) * row);
    const w3 = changetype<Block>(weights + <usize>load<u16>(quad, 6) * row);
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
  const b = changetype<Block>(layer.biases + place);
  const out = changetype<Block>(z + place);
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
  layer: Layer,
  list: usize,
  end: usize,
  floats: bool,
  scale: f32,
  z: usize,
): void {
  const row = layer.row;
  let place: usize = 0;
  for (; place + 128 <= row; place += 128) weighBlock(8, place, layer, list, end, floats, scale, z);
  if (row & 64) {
    weighBlock(4, place, layer, list, end, floats, scale, z);
    place += 64;
  }
  if (row & 32) {
    weighBlock(2, place, layer, list, end, floats, scale, z);
    place += 32;
  }
  if (row & 16) weighBlock(1, place, layer, list, end, floats, scale, z);
}

/** w += x d, for the `width` vectors of one input's row. */
@inline
function add(
  width: usize,
  w: Block,
  x: v128,
  d0: v128,
  d1: v128,
  d2: v128,
  d3: v128,
  d4: v128,
  d5: v128,
  d6: v128,
  d7: v128,
): void {
  w.v0 = f32x4.add(w.v0, f32x4.mul(x, d0));
  if (width > 1) w.v1 = f32x4.add(w.v1, f32x4.mul(x, d1));
  if (width > 2) w.v2 = f32x4.add(w.v2, f32x4.mul(x, d2));
  if (width > 2) w.v3 = f32x4.add(w.v3, f32x4.mul(x, d3));
  if (width > 4) w.v4 = f32x4.add(w.v4, f32x4.mul(x, d4));
  if (width > 4) w.v5 = f32x4.add(w.v5, f32x4.mul(x, d5));
  if (width > 4) w.v6 = f32x4.add(w.v6, f32x4.mul(x, d6));
  if (width > 4) w.v7 = f32x4.add(w.v7, f32x4.mul(x, d7));
}

/** w += rate * delta x for every input of a list, in `width` vectors from `place` on. */
@inline
function learnBlock(
  width: usize,
  place: usize,
  layer: Layer,
  quad: usize,
  end: usize,
  floats: bool,
  rate: f32,
  delta: usize,
): void {
  const row = layer.row;
  const weights = layer.weights + place;
  const by = f32x4.splat(rate);
  const d = changetype<Block>(delta + place);
  const d0 = f32x4.mul(by, d.v0);
  const d1 = width > 1 ? f32x4.mul(by, d.v1) : d0;
  const d2 = width > 2 ? f32x4.mul(by, d.v2) : d0;
  const d3 = width > 2 ? f32x4.mul(by, d.v3) : d0;
  const d4 = width > 4 ? f32x4.mul(by, d.v4) : d0;
  const d5 = width > 4 ? f32x4.mul(by, d.v5) : d0;
  const d6 = width > 4 ? f32x4.mul(by, d.v6) : d0;
  const d7 = width > 4 ? f32x4.mul(by, d.v7) : d0;
  for (const step: usize = floats ? FLOATS_QUAD : BYTES_QUAD; quad < end; quad += step) {
    const xs = valuesOf(quad, floats);
    const x0 = f32x4.shuffle(xs, xs, 0, 0, 0, 0);
    const x1 = f32x4.shuffle(xs, xs, 1, 1, 1, 1);
    const x2 = f32x4.shuffle(xs, xs, 2, 2, 2, 2);
    const x3 = f32x4.shuffle(xs, xs, 3, 3, 3, 3);
    const w0 = changetype<Block>(weights + <usize>load<u16>(quad) * row);
    const w1 = changetype<Block>(weights + <usize>load<u16>(quad, 2) * row);
    const w2 = changetype<Block>(weights + <usize>load<u16>(quad, 4) * row);
    const w3 = changetype<Block>(weights + <usize>load<u16>(quad, 6) * row);
    add(width, w0, x0, d0, d1, d2, d3, d4, d5, d6, d7);
    add(width, w1, x1, d0, d1, d2, d3, d4, d5, d6, d7);
    add(width, w2, x2, d0, d1, d2, d3, d4, d5, d6, d7);
    add(width, w3, x3, d0, d1, d2, d3, d4, d5, d6, d7);
  }
}

/** Lets the weights learn from one example: w += rate * delta x for every input of its list. */
export function learnList(
  layer: Layer,
  list: usize,
  end: usize,
  floats: bool,
  rate: f32,
  delta: usize,
): void {
  const row = layer.row;
  let place: usize = 0;
  for (; place + 128 <= row; place += 128) {
    learnBlock(8, place, layer, list, end, floats, rate, delta);
  }
  if (row & 64) {
    learnBlock(4, place, layer, list, end, floats, rate, delta);
    place += 64;
  }
  if (row & 32) {
    learnBlock(2, place, layer, list, end, floats, rate, delta);
    place += 32;
  }
  if (row & 16) learnBlock(1, place, layer, list, end, floats, rate, delta);
}

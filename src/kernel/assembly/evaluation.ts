/** How a network does on examples, and what it makes of a single one. */
import { Examples, FLOATS_QUAD, VALUES, touch } from './lists';
import { GROUP, Layer, Network } from './network';
import { forward } from './passes';
import { decays, sigmoid, softplus } from './sigmoid';

const NO_LABEL: usize = 255;
/** The order of a single example. */
const ZERO = memory.data(4);

/** Beyond it sigma(z) is 1 to the last digit, even in double precision. */
const FLAT: f32 = 37;

/**
 * The index of the largest score, the first of equals. Weighted inputs are compared in its place: sigma keeps their order, but
 * single precision would round two scores near 1 to the same.
 */
function answerOf(z: usize, nOut: usize): usize {
  let best: usize = 0;
  let most = min(load<f32>(z), FLAT);
  for (let j: usize = 1; j < nOut; j++) {
    const other = min(load<f32>(z + 4 * j), FLAT);
    if (other > most) {
      most = other;
      best = j;
    }
  }
  return best;
}

/**
 * The cost of an example: the sum over its outputs of what each costs where it should be 0. One that should be 1 costs the same with
 * -z in the place of z.
 * @param z its weighted inputs @param e e^-z
 */
function costOf(layer: Layer, z: usize, e: usize, crossEntropy: bool): f64 {
  let total: f64 = 0;
  for (let j: usize = 0; j < layer.nOut; j += 4) {
    const es = v128.load(e + 4 * j);
    const a = sigmoid(es);
    const square = f32x4.mul(f32x4.mul(a, a), f32x4.splat(0.5));
    const cost = crossEntropy ? softplus(v128.load(z + 4 * j), es) : square;
    total += f32x4.extract_lane(cost, 0);
    if (j + 1 < layer.nOut) total += f32x4.extract_lane(cost, 1);
    if (j + 2 < layer.nOut) total += f32x4.extract_lane(cost, 2);
    if (j + 3 < layer.nOut) total += f32x4.extract_lane(cost, 3);
  }
  return total;
}

/**
 * Runs the network over examples and counts answers.
 * @param order their numbers, u32 each
 * @param confusion u32 [label * nOut + answer], added to
 * @returns the sum of their costs
 */
export function evaluate(
  network: Network,
  examples: Examples,
  order: usize,
  count: usize,
  crossEntropy: bool,
  confusion: usize,
): f64 {
  const layer = network.layer(network.count - 1);
  let total: f64 = 0;
  for (let start: usize = 0; start < count; start += GROUP) {
    const size = min(GROUP, count - start);
    const group = order + 4 * start;
    touch(examples, group + 4 * size, min(GROUP, count - start - size));
    forward(network, examples, group, size);
    for (let i: usize = 0, z = layer.z; i < size; i++, z += layer.wide) {
      const label = examples.at(load<u32>(group + 4 * i)).label;
      if (label == NO_LABEL) continue;
      const cell = confusion + 4 * (label * layer.nOut + answerOf(z, layer.nOut));
      store<u32>(cell, load<u32>(cell) + 1);
      const wanted = z + 4 * label;
      store<f32>(wanted, -load<f32>(wanted));
    }
    const bytes = size * layer.wide;
    const powers = layer.slope; // not needed any more
    decays(layer.z, layer.z + bytes, powers);
    for (let at: usize = 0; at < bytes; at += layer.wide) {
      total += costOf(layer, layer.z + at, powers + at, crossEntropy);
    }
  }
  return total;
}

/**
 * Runs the network over examples and keeps what it says of each.
 * @param order their numbers, u32 each
 * @param scores f32 [count, nOut], overwritten
 */
export function scoreAll(
  network: Network,
  examples: Examples,
  order: usize,
  count: usize,
  scores: usize,
): void {
  const layer = network.layer(network.count - 1);
  const bytes: usize = 4 * layer.nOut;
  for (let start: usize = 0; start < count; start += GROUP) {
    const size = min(GROUP, count - start);
    const group = order + 4 * start;
    touch(examples, group + 4 * size, min(GROUP, count - start - size));
    forward(network, examples, group, size);
    for (let i: usize = 0, a = layer.a; i < size; i++, a += layer.wide, scores += bytes) {
      memory.copy(scores, a, bytes);
    }
  }
}

/**
 * Runs the network on the one example in its `input`. Its list is made without a branch for each input, which would cost more than
 * the few zeros that come with the others of their quad.
 * @returns the address of its scores, an f32 for each output; 0 where an input is NaN or infinite
 */
export function score(network: Network): usize {
  const zero = f32x4.splat(0);
  const end = network.input + 4 * network.layer(0).nIn;
  let indices = i16x8(0, 1, 2, 3, 0, 0, 0, 0);
  const next = i16x8.splat(4);
  let odd = zero;
  let quad = network.list;
  for (let at = network.input; at < end; at += 16) {
    const x = v128.load(at);
    odd = v128.or(odd, f32x4.ne(f32x4.sub(x, x), zero));
    v128.store64_lane(quad, indices, 0);
    v128.store(quad, x, VALUES);
    quad += v128.any_true(f32x4.ne(x, zero)) ? FLOATS_QUAD : 0;
    indices = i16x8.add(indices, next);
  }
  if (v128.any_true(odd)) return 0;
  const example = network.single.at(0);
  example.list = network.list;
  example.both = ((quad - network.list) / FLOATS_QUAD) << 8;
  forward(network, network.single, ZERO, 1);
  return network.layer(network.count - 1).a;
}

/** How a network does on examples, and what it makes of a single one. */
import { decode, labelOf, pack, touch } from './lists';
import { GROUP, Layer, Network } from './network';
import { forward } from './passes';
import { sigmoid, softplus } from './sigmoid';

const NO_LABEL: usize = 255;
/** Zeros: the order of a single example, and a label that is not read. */
const ZERO = memory.data(4);

/** Beyond it sigma(z) is 1 to the last digit, even in double precision. */
const FLAT: f32 = 37;

/**
 * The index of the largest score, the first of equals. Weighted inputs are compared in its place: sigma keeps their order, but single
 * precision would round two scores near 1 to the same.
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

/** The cost of one output that should be 0; one that should be 1 costs what this one would with -z. */
function costOf(layer: Layer, z: usize, crossEntropy: bool): f64 {
  let total: f64 = 0;
  for (let j: usize = 0; j < layer.nOut; j += 4) {
    const v = v128.load(z + 4 * j);
    const a = sigmoid(v);
    const cost = crossEntropy ? softplus(v) : f32x4.mul(f32x4.mul(a, a), f32x4.splat(0.5));
    total += f32x4.extract_lane(cost, 0);
    if (j + 1 < layer.nOut) total += f32x4.extract_lane(cost, 1);
    if (j + 2 < layer.nOut) total += f32x4.extract_lane(cost, 2);
    if (j + 3 < layer.nOut) total += f32x4.extract_lane(cost, 3);
  }
  return total;
}

/**
 * Runs the network over the examples and counts answers.
 * @param confusion u32 [label * nOut + answer], added to
 * @returns the sum of their costs
 */
export function evaluate(
  network: Network,
  table: usize,
  floats: bool,
  full: f64,
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
    decode(network, table, floats, group, size);
    touch(table, floats, group + 4 * size, min(GROUP, count - start - size));
    forward(network, table, floats, full, group, size);
    let z = layer.z;
    for (let e: usize = 0; e < size; e++, z += layer.wide) {
      const label = labelOf(table, load<u32>(group + 4 * e));
      if (label != NO_LABEL) {
        const cell = confusion + 4 * (label * layer.nOut + answerOf(z, layer.nOut));
        store<u32>(cell, load<u32>(cell) + 1);
        const wanted = z + 4 * label;
        store<f32>(wanted, -load<f32>(wanted));
      }
      total += costOf(layer, z, crossEntropy);
    }
  }
  return total;
}

/**
 * Runs the network on the one example in its `input`.
 * @returns the address of its scores, an f32 for each output; 0 where an input is NaN or infinite
 */
export function score(network: Network): usize {
  const layer = network.layer(0);
  const input = network.input;
  for (let at = input; at < input + 4 * layer.nIn; at += 16) {
    const x = v128.load(at);
    if (v128.any_true(f32x4.ne(f32x4.sub(x, x), f32x4.splat(0)))) return 0;
  }
  pack(input, ZERO, 1, layer.nIn, true, network.list, network.entry);
  decode(network, network.entry, true, ZERO, 1);
  forward(network, network.entry, true, 1, ZERO, 1);
  return network.layer(network.count - 1).a;
}

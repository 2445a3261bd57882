/** How a network does on examples, and what it makes of a single one. */
import { Examples, pack, touch } from './lists';
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
    for (let e: usize = 0, z = layer.z; e < size; e++, z += layer.wide) {
      const label = examples.at(load<u32>(group + 4 * e)).label;
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
  const nIn = network.layer(0).nIn;
  const input = network.input;
  for (let at = input; at < input + 4 * nIn; at += 16) {
    const x = v128.load(at);
    if (v128.any_true(f32x4.ne(f32x4.sub(x, x), f32x4.splat(0)))) return 0;
  }
  const single = network.single;
  pack(single, input, ZERO, 1, nIn, network.list, single.table);
  forward(network, single, ZERO, 1);
  return network.layer(network.count - 1).a;
}

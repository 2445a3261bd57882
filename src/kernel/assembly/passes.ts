/** The way forward and the way back for a group of examples, layer by layer. */
import { weighList } from './first-layer';
import { DUST, addErrors, addProducts, noDust, passBack, weigh } from './later-layers';
import { Examples } from './lists';
import { Layer, Network } from './network';
import { sigmoids } from './sigmoid';

const NO_LABEL: usize = 255;

/** Four lanes of ones, then four of zeros. */
const LANES = memory.data<u32>([-1, -1, -1, -1, 0, 0, 0, 0]);

/** Sets what lies between the last neuron and the end of the row to 0: sigma(0) = 0.5 would leak into the next layer. */
function clearTails(layer: Layer, count: usize): void {
  const tail = layer.wide - layer.nOut * 4;
  if (tail == 0) return;
  const used = v128.load(LANES + tail);
  let a = layer.a + layer.wide - 16;
  for (let e: usize = 0; e < count; e++, a += layer.wide) {
    v128.store(a, v128.and(used, v128.load(a)));
  }
}

/** The scores of `count` examples, and all on the way to them. @param order their numbers, u32 each */
export function forward(network: Network, examples: Examples, order: usize, count: usize): void {
  const first = network.layer(0);
  const scale = <f32>(network.scale / examples.full);
  const floats = examples.floats;
  for (let e: usize = 0, z = first.z; e < count; e++, z += first.wide) {
    const example = examples.at(load<u32>(order + 4 * e));
    const end = example.list + example.quads * examples.quadBytes;
    weighList(first, example.list, end, floats, scale, z);
  }
  for (let l: usize = 0; l < network.count; l++) {
    const layer = network.layer(l);
    if (l > 0) weigh(layer, network.layer(l - 1).a, count);
    sigmoids(layer.z, layer.z + count * layer.wide, layer.a, layer.slope);
    clearTails(layer, count);
  }
}

/**
 * (BP1): the errors of the outputs, a - y with cross-entropy, (a - y) slope with the quadratic cost. Where y is 1, a - y is taken
 * as -slope / a, the same number with all its digits.
 */
function errorsOfOutputs(
  layer: Layer,
  delta: usize,
  examples: Examples,
  order: usize,
  count: usize,
  crossEntropy: bool,
): void {
  let a = layer.a;
  let slope = layer.slope;
  for (let e: usize = 0; e < count; e++, a += layer.wide, slope += layer.wide, delta += layer.wide) {
    for (let j: usize = 0; j < layer.wide; j += 16) {
      const miss = v128.load(a + j);
      const error = crossEntropy ? miss : f32x4.mul(miss, v128.load(slope + j));
      v128.store(delta + j, noDust(error));
    }
    const label = examples.at(load<u32>(order + 4 * e)).label;
    if (label == NO_LABEL) continue;
    const slopeOf = load<f32>(slope + 4 * label);
    const miss = -slopeOf / load<f32>(a + 4 * label);
    const error = crossEntropy ? miss : miss * slopeOf;
    store<f32>(delta + 4 * label, abs(error) > DUST ? error : 0);
  }
}

/**
 * The errors of `count` examples that have been forward, and their part of the gradient; not the products of the first layer,
 * which need none: its weights learn in place.
 * @param errors where those of the first layer go
 */
export function backward(
  network: Network,
  examples: Examples,
  order: usize,
  count: usize,
  crossEntropy: bool,
  errors: usize,
): void {
  const last = network.count - 1;
  const outputs = network.layer(last);
  const delta = last == 0 ? errors : outputs.delta;
  errorsOfOutputs(outputs, delta, examples, order, count, crossEntropy);
  for (let l = last; l > 0; l--) {
    const layer = network.layer(l);
    const before = network.layer(l - 1);
    passBack(layer, before.slope, l == 1 ? errors : before.delta, count);
    addErrors(layer, layer.delta, count);
    addProducts(layer, before.a, count);
  }
  addErrors(network.layer(0), errors, count);
}

/** Exact stochastic gradient descent on mini-batches, with the first layer's weights learning in place. */
import { learnList } from './first-layer';
import { descend } from './later-layers';
import { Examples, touch } from './lists';
import { GROUP, Network, settle } from './network';
import { backward, forward } from './passes';

/** A scale below it is multiplied into the weights: 0 and negative ones could not be divided by. */
const LEAST_SCALE: f64 = 0.0009765625;

/**
 * One mini-batch: all its examples forward and back with the weights as they are, then one step.
 * @param order the examples' numbers, u32 each: `count` are of this mini-batch, `left` come after it
 * @param keep what L2 leaves of the weights, 1 - eta lambda / n
 */
function learn(
  network: Network,
  examples: Examples,
  order: usize,
  count: usize,
  left: usize,
  eta: f64,
  keep: f64,
  crossEntropy: bool,
): void {
  const first = network.layer(0);
  let errors = network.errors;
  for (let e: usize = 0; e < count; e += GROUP) {
    const group = order + 4 * e;
    const size = min(GROUP, count - e);
    touch(examples, group + 4 * size, min(size, left + count - e - size));
    forward(network, examples, group, size);
    backward(network, examples, group, size, crossEntropy, errors);
    errors += size * first.wide;
  }

  const step = eta / <f64>count;
  for (let l: usize = 0; l < network.count; l++) {
    const layer = network.layer(l);
    if (l > 0) descend(layer.weights, layer.nablaW, layer.size, <f32>keep, <f32>step);
    descend(layer.biases, layer.nablaB, layer.wide, 1, <f32>step);
  }

  network.scale *= keep;
  if (!(network.scale >= LEAST_SCALE)) settle(network);
  const rate = <f32>(-step / (network.scale * examples.full));
  const floats = examples.floats;
  errors = network.errors;
  for (let e: usize = 0; e < count; e++, errors += first.wide) {
    const example = examples.at(load<u32>(order + 4 * e));
    const end = example.list + example.quads * examples.quadBytes;
    learnList(first, example.list, end, floats, rate, errors);
  }
}

/** Descends on `count` examples, mini-batch by mini-batch; the last one may be short. The network has room for the largest. */
export function train(
  network: Network,
  examples: Examples,
  order: usize,
  count: usize,
  miniBatch: usize,
  eta: f64,
  keep: f64,
  crossEntropy: bool,
): void {
  for (let start: usize = 0; start < count; start += miniBatch) {
    const size = min(miniBatch, count - start);
    const left = count - start - size;
    learn(network, examples, order + 4 * start, size, left, eta, keep, crossEntropy);
  }
}

/** Exact stochastic gradient descent on mini-batches, with the first layer's weights learning in place. */
import { learnList } from './first-layer';
import { descend } from './later-layers';
import { countOf, decode, indicesOf, touch } from './lists';
import { GROUP, Network, settle } from './network';
import { backward, forward } from './passes';

/** A scale below it is multiplied into the weights: 0 and negative ones could not be divided by. */
const LEAST_SCALE: f64 = 0.0009765625;

/**
 * One mini-batch: all its examples forward and back with the weights as they are, then one step.
 * @param order the examples' numbers; `count` are of this mini-batch, `left` come after it
 * @param keep what L2 leaves of the weights, 1 - eta lambda / n
 */
function learn(
  network: Network,
  table: usize,
  floats: bool,
  full: f64,
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
    decode(network, table, floats, group, size);
    touch(table, floats, group + 4 * size, min(min(GROUP, count), left + count - e - size));
    forward(network, table, floats, full, group, size);
    backward(network, crossEntropy, table, group, size, errors);
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
  const rate = <f32>(-step / (network.scale * full));
  errors = network.errors;
  for (let e: usize = 0; e < count; e += GROUP) {
    const group = order + 4 * e;
    const size = min(GROUP, count - e);
    if (count > GROUP) decode(network, table, floats, group, size);
    for (let i: usize = 0; i < size; i++, errors += first.wide) {
      const example = load<u32>(group + 4 * i);
      learnList(
        indicesOf(table, example, floats),
        load<usize>(network.starts + i * sizeof<usize>()),
        countOf(table, example),
        first.weights,
        first.row,
        rate,
        errors,
      );
    }
  }
}

/**
 * Descends on `count` examples, mini-batch by mini-batch; the last one may be short. The network has room for the largest.
 */
export function train(
  network: Network,
  table: usize,
  floats: bool,
  full: f64,
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
    const batch = order + 4 * start;
    learn(network, table, floats, full, batch, size, left, eta, keep, crossEntropy);
  }
}

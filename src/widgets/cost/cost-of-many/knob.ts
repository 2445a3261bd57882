/**
 * One parameter of the network turned while many digits are looked at: what lies before it is worked out once, what depends on it as
 * often as it is turned.
 */
import { sigmoid } from '@/network/activation.ts';
import { type ForwardPass, feedforward } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';

/** A weight or a bias. */
export interface Knob {
  /** 1 to 3, of the neuron that it belongs to. */
  readonly layer: number;
  /** The neuron, from 0. */
  readonly index: number;
  /** The neuron or pixel that the weight leads from, from 0; null for the bias. */
  readonly source: number | null;
}

/** What it is set to in a network. */
export function valueOf(network: Network, { layer, index, source }: Knob): number {
  const { nIn, weights, biases } = network.layers[layer - 1];
  return source === null ? biases[index] : weights[index * nIn + source];
}

/** The passes of many digits, through the network as it is. */
export function passesOf(
  network: Network,
  digits: readonly { readonly pixels: ArrayLike<number> }[],
): readonly ForwardPass[] {
  return digits.map(({ pixels }) => feedforward(network, pixels));
}

/**
 * The ten outputs of one digit with a knob turned by `change`; the pass's own where it changes nothing.
 * @param pass of the network as it is
 */
export function outputsWith(
  network: Network,
  pass: ForwardPass,
  { layer, index, source }: Knob,
  change: number,
): ArrayLike<number> {
  const last = network.layers.length;
  const before = source === null ? 1 : pass.activations[layer - 1][source];
  if (change === 0 || before === 0) return pass.activations[last];
  let now = pass.activations[layer].slice();
  now[index] = sigmoid.f(pass.zs[layer - 1][index] + change * before);
  if (layer === last) return now;

  // Of the next layer, each weighted sum moves by what came in differently; beyond that all is new.
  const moved = now[index] - pass.activations[layer][index];
  const next = network.layers[layer];
  now = pass.zs[layer].map((z, j) => sigmoid.f(z + next.weights[j * next.nIn + index] * moved));
  for (let l = layer + 1; l < last; l++) {
    const { nIn, nOut, weights, biases } = network.layers[l];
    const sums = new Float64Array(nOut);
    for (let j = 0; j < nOut; j++) {
      let z = biases[j];
      for (let k = 0; k < nIn; k++) z += weights[j * nIn + k] * now[k];
      sums[j] = sigmoid.f(z);
    }
    now = sums;
  }
  return now;
}

/** All parameters of a network in one row: layer by layer, the weights (neuron by neuron), then the biases. 13,002 for 784-16-16-10. */
import type { Gradient } from '../network/backprop.ts';
import { cloneNetwork, type Network } from '../network/network.ts';

/** A weight or a bias: what can be moved. `layer` from 1, `j` a neuron of it, `k` one of the layer before, from 0. */
export type Parameter =
  | { readonly kind: 'weight'; readonly layer: number; readonly j: number; readonly k: number }
  | { readonly kind: 'bias'; readonly layer: number; readonly j: number };

/** All weights and biases, in the row's order. */
export function flatParameters({ layers }: Network): Float64Array {
  return flat(layers.flatMap(({ weights, biases }) => [weights, biases]));
}

/** The slope of the cost along each of them, in the same order. */
export function flatGradient({ nablaW, nablaB }: Gradient): Float64Array {
  return flat(nablaW.flatMap((weights, l) => [weights, nablaB[l]]));
}

function flat(blocks: readonly Float64Array[]): Float64Array {
  const row = new Float64Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    row.set(block, at);
    at += block.length;
  }
  return row;
}

/** Which parameter stands at a place of the row. @throws RangeError where the row has no such place */
export function parameterAt({ layers }: Network, place: number): Parameter {
  let left = place;
  for (let l = 0; l < layers.length && left >= 0; l++) {
    const { nIn, nOut } = layers[l];
    const layer = l + 1;
    if (left < nIn * nOut) {
      return { kind: 'weight', layer, j: Math.floor(left / nIn), k: left % nIn };
    }
    left -= nIn * nOut;
    if (left < nOut) return { kind: 'bias', layer, j: left };
    left -= nOut;
  }
  throw new RangeError(`The network has no parameter at place ${place}.`);
}

/** The place of a parameter in the row. The parameter must exist. */
export function placeOf({ layers }: Network, parameter: Parameter): number {
  let start = 0;
  for (const { nIn, nOut } of layers.slice(0, parameter.layer - 1)) start += nOut * (nIn + 1);
  const { nIn, nOut } = layers[parameter.layer - 1];
  return parameter.kind === 'bias'
    ? start + nIn * nOut + parameter.j
    : start + parameter.j * nIn + parameter.k;
}

/** The present value of a parameter. */
export function valueOf({ layers }: Network, parameter: Parameter): number {
  const { nIn, weights, biases } = layers[parameter.layer - 1];
  return parameter.kind === 'bias' ? biases[parameter.j] : weights[parameter.j * nIn + parameter.k];
}

/** A copy of the network with one parameter at another value. */
export function withValue(network: Network, parameter: Parameter, value: number): Network {
  const copy = cloneNetwork(network);
  const { nIn, weights, biases } = copy.layers[parameter.layer - 1];
  if (parameter.kind === 'bias') biases[parameter.j] = value;
  else weights[parameter.j * nIn + parameter.k] = value;
  return copy;
}

/** Places of the row, the largest number first by size; of equals the earlier. */
export function bySize(row: Float64Array): Uint32Array {
  const sizes = row.map(Math.abs);
  return Uint32Array.from(row.keys()).sort(
    (one, other) => sizes[other] - sizes[one] || one - other,
  );
}

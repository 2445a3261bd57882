/** All numbers of a network in one row, and back: to be kept, handed on, and told apart by a fingerprint. */
import { countParameters, emptyNetwork, type Network } from '../../network/network.ts';

/** Layer by layer, biases first, then the weights row by row, as network/network's `createNetwork` draws them. */
export function parametersOf(network: Network): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(countParameters(network));
  let at = 0;
  for (const { biases, weights } of network.layers) {
    numbers.set(biases, at);
    numbers.set(weights, at + biases.length);
    at += biases.length + weights.length;
  }
  return numbers;
}

/** As `parametersOf`, in half the room where that loses nothing: the kernel trains in single precision. */
export function packParameters(
  network: Network,
): Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> {
  const numbers = parametersOf(network);
  return numbers.every((value) => Math.fround(value) === value)
    ? Float32Array.from(numbers)
    : numbers;
}

/**
 * The network of these sizes whose numbers these are.
 * @returns null where there are too few or too many of them, or one is no finite number
 * @throws ShapeError for sizes that make no network
 */
export function networkFrom(sizes: readonly number[], numbers: ArrayLike<number>): Network | null {
  const network = emptyNetwork(sizes);
  if (numbers.length !== countParameters(network)) return null;
  let at = 0;
  for (const { biases, weights } of network.layers) {
    for (const part of [biases, weights]) {
      for (let i = 0; i < part.length; i++) {
        const value = numbers[at++];
        if (!Number.isFinite(value)) return null;
        part[i] = value;
      }
    }
  }
  return network;
}

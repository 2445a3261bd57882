import { ShapeError } from './errors.ts';
import type { Random } from './random.ts';

/** One layer of neurons with the weights that lead to it. layers[l] takes layer l - 1's activations, or the input where l = 0. */
export interface Layer {
  readonly nIn: number;
  readonly nOut: number;
  /** w[j * nIn + k] leads to neuron j from source neuron k: (nOut, nIn) row-major. */
  readonly weights: Float64Array;
  /** b[j], (nOut). */
  readonly biases: Float64Array;
}

/** A fully connected network of sigmoid neurons. sizes[0] numbers in, the last of sizes out, layers.length = sizes.length - 1. */
export interface Network {
  readonly sizes: readonly number[];
  readonly layers: readonly Layer[];
}

/**
 * How the weights are drawn at the start. 'normal': all from N(0, 1), as in Nielsen's first program; 'scaled': weights from
 * N(0, 1 / nIn), biases from N(0, 1), so that the weighted inputs do not start on the flat ends of the sigmoid.
 */
export type Start = 'normal' | 'scaled';

/** Largest layer and number of layers that we take from outside, far above our own: a guard against nonsense in files and links. */
const MOST_NEURONS = 65536;
const MOST_LAYERS = 16;

/**
 * Sizes that make a network: two or more whole numbers from 1.
 * @throws ShapeError that quotes what came
 */
export function checkSizes(sizes: readonly number[]): void {
  const fits =
    sizes.length >= 2 &&
    sizes.length <= MOST_LAYERS &&
    sizes.every((n) => Number.isInteger(n) && n >= 1 && n <= MOST_NEURONS);
  if (!fits) {
    throw new ShapeError(
      `A network needs 2 to ${MOST_LAYERS} layer sizes, whole numbers from 1 to ${MOST_NEURONS}; got [${sizes.slice(0, 20).join(', ')}].`,
    );
  }
}

/** A network of zeros, to be filled. @throws ShapeError when sizes do not make a network */
export function emptyNetwork(sizes: readonly number[]): Network {
  checkSizes(sizes);
  const layers = sizes.slice(1).map((nOut, l): Layer => {
    const nIn = sizes[l];
    return { nIn, nOut, weights: new Float64Array(nOut * nIn), biases: new Float64Array(nOut) };
  });
  return { sizes: [...sizes], layers };
}

/**
 * A new network with random weights and biases, drawn layer by layer, biases first, then weights row by row.
 * @param sizes neurons in each layer, the input first: [784, 30, 10]
 * @throws ShapeError when sizes do not make a network
 */
export function createNetwork(sizes: readonly number[], start: Start, random: Random): Network {
  const network = emptyNetwork(sizes);
  for (const { nIn, weights, biases } of network.layers) {
    const scale = start === 'scaled' ? 1 / Math.sqrt(nIn) : 1;
    for (let j = 0; j < biases.length; j++) biases[j] = random.normal();
    for (let i = 0; i < weights.length; i++) weights[i] = scale * random.normal();
  }
  return network;
}

/** A copy that shares nothing with the original: what a step keeps for undo. */
export function cloneNetwork(network: Network): Network {
  return {
    sizes: [...network.sizes],
    layers: network.layers.map(({ nIn, nOut, weights, biases }) => ({
      nIn,
      nOut,
      weights: weights.slice(),
      biases: biases.slice(),
    })),
  };
}

/** How many numbers the network has learned: all weights and biases. 13,002 for 784-16-16-10. */
export function countParameters(network: Network): number {
  return network.layers.reduce(
    (sum, { weights, biases }) => sum + weights.length + biases.length,
    0,
  );
}

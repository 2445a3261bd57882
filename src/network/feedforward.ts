import { sigmoid } from './activation.ts';
import { ShapeError, ValueError } from './errors.ts';
import type { Layer, Network } from './network.ts';

/** All that a network computed on its way from x to its scores. layers[l] turned activations[l] into zs[l] and activations[l + 1]. */
export interface ForwardPass {
  /** zs[l][j], the weighted input of neuron j of layers[l]; any finite number. */
  readonly zs: readonly Float64Array[];
  /** activations[0] is the input x; activations[l + 1][j] = sigma(zs[l][j]), 0 to 1. The last one holds the scores. */
  readonly activations: readonly Float64Array[];
}

/**
 * The inputs that are not 0. Four fifths of a digit's pixels are background, and a product with 0 adds nothing, so the first layer
 * visits these alone. Only the first `count` of each list hold.
 */
export interface ActiveInputs {
  /** Their indices k, in order. */
  readonly indices: Int32Array;
  /** values[i] = x[indices[i]]. */
  readonly values: Float64Array;
  count: number;
}

/** Room for one pass through the network, to be filled by forwardInto again and again. */
export function createPass(network: Network): ForwardPass {
  return {
    zs: network.layers.map(({ nOut }) => new Float64Array(nOut)),
    activations: network.sizes.map((n) => new Float64Array(n)),
  };
}

export function createActive(network: Network): ActiveInputs {
  const nIn = network.sizes[0];
  return { indices: new Int32Array(nIn), values: new Float64Array(nIn), count: 0 };
}

/** Notes which of the nIn inputs from `start` on are not 0, each divided by `full`. Mutates `active`. */
export function findActive(
  inputs: ArrayLike<number>,
  start: number,
  nIn: number,
  full: number,
  active: ActiveInputs,
): void {
  const { indices, values } = active;
  let count = 0;
  for (let k = 0; k < nIn; k++) {
    const x = inputs[start + k];
    if (x !== 0) {
      indices[count] = k;
      values[count++] = x / full;
    }
  }
  active.count = count;
}

/** z_j = sum over k of w_jk x_k + b_j, over the active inputs alone. */
function weigh(layer: Layer, active: ActiveInputs, z: Float64Array): void {
  const { nIn, nOut, weights, biases } = layer;
  const { indices, values, count } = active;
  for (let j = 0; j < nOut; j++) {
    const row = j * nIn;
    let sum = biases[j];
    for (let i = 0; i < count; i++) sum += weights[row + indices[i]] * values[i];
    z[j] = sum;
  }
}

/** The same over every input: a hidden layer's activations are hardly ever 0. */
function weighAll(layer: Layer, a: Float64Array, z: Float64Array): void {
  const { nIn, nOut, weights, biases } = layer;
  for (let j = 0; j < nOut; j++) {
    const row = j * nIn;
    let sum = biases[j];
    for (let k = 0; k < nIn; k++) sum += weights[row + k] * a[k];
    z[j] = sum;
  }
}

/**
 * Runs the network on the active inputs. Mutates `pass`, all but the input in activations[0], which it does not read.
 * Trusts its arguments: feedforward is the one that checks.
 */
export function forwardInto(network: Network, pass: ForwardPass, active: ActiveInputs): void {
  weigh(network.layers[0], active, pass.zs[0]);
  fire(pass.zs[0], pass.activations[1]);
  forwardFrom(network, pass, 1);
}

/**
 * Runs layers[from] and all after it on what stands in pass.activations[from], with the same sums in the same order as the whole way.
 * Mutates the later parts of `pass`. Trusts its arguments.
 */
export function forwardFrom(network: Network, pass: ForwardPass, from: number): void {
  for (let l = from; l < network.layers.length; l++) {
    weighAll(network.layers[l], pass.activations[l], pass.zs[l]);
    fire(pass.zs[l], pass.activations[l + 1]);
  }
}

/** a_j = sigma(z_j). Mutates a. */
function fire(z: Float64Array, a: Float64Array): void {
  for (let j = 0; j < a.length; j++) a[j] = sigmoid.f(z[j]);
}

/**
 * z^l = W^l a^(l-1) + b^l and a^l = sigma(z^l), layer by layer, Nielsen (22) and (25).
 * @param x as many finite numbers as the network has inputs; pixels run from 0 (background) to 1 (ink). It is copied.
 * @throws ShapeError for a wrong length, ValueError for NaN or Infinity
 */
export function feedforward(network: Network, x: ArrayLike<number>): ForwardPass {
  const nIn = network.sizes[0];
  if (x.length !== nIn) {
    throw new ShapeError(`This network takes ${nIn} numbers; got ${x.length}.`);
  }
  const pass = createPass(network);
  const input = pass.activations[0];
  input.set(x);
  for (let k = 0; k < nIn; k++) {
    if (!Number.isFinite(input[k])) {
      throw new ValueError(`Input ${k} must be a finite number; got ${input[k]}.`);
    }
  }
  const active = createActive(network);
  findActive(input, 0, nIn, 1, active);
  forwardInto(network, pass, active);
  return pass;
}

/** The last activations of a pass: what the network says. */
export function scoresOf({ activations }: ForwardPass): Float64Array {
  return activations[activations.length - 1];
}

/** The index of the largest number; the first of equals. The network's answer is that of its scores. */
export function argmax(scores: ArrayLike<number>): number {
  let best = 0;
  for (let j = 1; j < scores.length; j++) if (scores[j] > scores[best]) best = j;
  return best;
}

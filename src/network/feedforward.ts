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
 * The places where an input is not 0. Four fifths of a digit's pixels are background, and a product with 0 adds nothing, so the first
 * layer visits these alone.
 */
export interface ActiveInputs {
  /** The indices k of the inputs that are not 0, in order; only the first `count` hold. */
  readonly indices: Int32Array;
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
  return { indices: new Int32Array(network.sizes[0]), count: 0 };
}

/** Notes where x is not 0. Mutates `active`. */
export function findActive(x: Float64Array, active: ActiveInputs): void {
  let count = 0;
  for (let k = 0; k < x.length; k++) if (x[k] !== 0) active.indices[count++] = k;
  active.count = count;
}

/** z_j = sum over k of w_jk x_k + b_j, over the active inputs alone. */
function weigh(layer: Layer, x: Float64Array, active: ActiveInputs, z: Float64Array): void {
  const { nIn, nOut, weights, biases } = layer;
  const { indices, count } = active;
  for (let j = 0; j < nOut; j++) {
    const row = j * nIn;
    let sum = biases[j];
    for (let i = 0; i < count; i++) {
      const k = indices[i];
      sum += weights[row + k] * x[k];
    }
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
 * Runs the network on the input that stands in pass.activations[0], whose non-zero places `active` lists.
 * Mutates the rest of `pass`. Trusts its arguments: feedforward is the one that checks.
 */
export function forwardInto(network: Network, pass: ForwardPass, active: ActiveInputs): void {
  network.layers.forEach((layer, l) => {
    const z = pass.zs[l];
    if (l === 0) weigh(layer, pass.activations[0], active, z);
    else weighAll(layer, pass.activations[l], z);
    const a = pass.activations[l + 1];
    for (let j = 0; j < a.length; j++) a[j] = sigmoid.f(z[j]);
  });
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
  findActive(input, active);
  forwardInto(network, pass, active);
  return pass;
}

import { sigmoid } from './activation.ts';
import type { Cost } from './cost.ts';
import { ShapeError, ValueError } from './errors.ts';
import { type ActiveInputs, type ForwardPass, createActive, findActive } from './feedforward.ts';
import type { Network } from './network.ts';

/** The slope of the cost along every weight and bias: nablaW[l] like layers[l].weights, nablaB[l] like layers[l].biases. */
export interface Gradient {
  readonly nablaW: readonly Float64Array[];
  readonly nablaB: readonly Float64Array[];
}

/** What travels backwards through the network. */
export interface Errors {
  /** deltas[l][j] = dC/dz of neuron j of layers[l], its error. */
  readonly deltas: readonly Float64Array[];
  /** wishes[l][j] = -dC/da of neuron j of layers[l], the way that its activation should go: above 0 brighter, below 0 dimmer. */
  readonly wishes: readonly Float64Array[];
}

/** All of one backward pass. */
export interface BackwardPass extends Errors, Gradient {}

export function createErrors(network: Network): Errors {
  const zeros = (): Float64Array[] => network.layers.map(({ nOut }) => new Float64Array(nOut));
  return { deltas: zeros(), wishes: zeros() };
}

export function createGradient(network: Network): Gradient {
  return {
    nablaW: network.layers.map(({ weights }) => new Float64Array(weights.length)),
    nablaB: network.layers.map(({ biases }) => new Float64Array(biases.length)),
  };
}

/**
 * Passes the error of the outputs back to every neuron: (BP1), then (BP2) layer by layer. Mutates `errors`.
 * @param y what the outputs were wanted to be, 0 to 1, one for each
 */
export function errorsInto(
  network: Network,
  pass: ForwardPass,
  y: ArrayLike<number>,
  cost: Cost,
  errors: Errors,
): void {
  const { layers } = network;
  const { deltas, wishes } = errors;
  const last = layers.length - 1;

  // (BP1)  delta^L = dC/da * sigma'(z^L), which each cost works out in its own closed form; the wish is -dC/da
  const outputs = pass.activations[last + 1];
  for (let j = 0; j < outputs.length; j++) {
    const z = pass.zs[last][j];
    wishes[last][j] = cost.wish(z, outputs[j], y[j]);
    deltas[last][j] = cost.delta(z, outputs[j], y[j]);
  }

  // (BP2)  delta^l = (W^(l+1))^T delta^(l+1) * sigma'(z^l). Each asks against its own error, and a wish is the sum of what is asked.
  for (let l = last - 1; l >= 0; l--) {
    const { nIn, nOut, weights } = layers[l + 1];
    const wish = wishes[l].fill(0);
    for (let j = 0; j < nOut; j++) {
      const row = j * nIn;
      const delta = deltas[l + 1][j];
      for (let k = 0; k < nIn; k++) wish[k] -= weights[row + k] * delta;
    }
    for (let k = 0; k < nIn; k++) deltas[l][k] = -wish[k] * sigmoid.prime(pass.zs[l][k]);
  }
}

/** nabla_jk += x_k delta_j over the active inputs alone: a pixel that is 0 teaches its weight nothing. */
function addActive(
  { indices, values, count }: ActiveInputs,
  nIn: number,
  delta: Float64Array,
  nablaW: Float64Array,
): void {
  for (let j = 0; j < delta.length; j++) {
    const row = j * nIn;
    const d = delta[j];
    for (let i = 0; i < count; i++) nablaW[row + indices[i]] += values[i] * d;
  }
}

/** Adds one example's part to a gradient: (BP3) and (BP4). Mutates `gradient`. */
export function addGradient(
  network: Network,
  pass: ForwardPass,
  active: ActiveInputs,
  deltas: readonly Float64Array[],
  gradient: Gradient,
): void {
  network.layers.forEach(({ nIn, nOut }, l) => {
    const delta = deltas[l];
    const nablaW = gradient.nablaW[l];
    const nablaB = gradient.nablaB[l];

    // (BP3)  dC/db_j = delta_j
    for (let j = 0; j < nOut; j++) nablaB[j] += delta[j];

    // (BP4)  dC/dw_jk = a_k delta_j
    if (l === 0) {
      addActive(active, nIn, delta, nablaW);
      return;
    }
    const a = pass.activations[l];
    for (let j = 0; j < nOut; j++) {
      const row = j * nIn;
      const d = delta[j];
      for (let k = 0; k < nIn; k++) nablaW[row + k] += a[k] * d;
    }
  });
}

/**
 * The whole backward pass of one example: the four equations in order, Nielsen (BP1) to (BP4).
 * @param pass what feedforward returned for the example's input
 * @param y what the outputs were wanted to be, 0 to 1: for a 3, ten numbers, all 0 but the one at index 3
 * @throws ShapeError for a pass or a y of wrong lengths, ValueError for NaN or Infinity in y
 */
export function backprop(
  network: Network,
  pass: ForwardPass,
  y: ArrayLike<number>,
  cost: Cost,
): BackwardPass {
  const nOut = network.sizes[network.sizes.length - 1];
  if (y.length !== nOut) {
    throw new ShapeError(
      `This network has ${nOut} outputs and wants as many targets; got ${y.length}.`,
    );
  }
  for (let j = 0; j < nOut; j++) {
    if (!Number.isFinite(y[j]))
      throw new ValueError(`Target ${j} must be a finite number; got ${y[j]}.`);
  }
  if (
    pass.activations.length !== network.sizes.length ||
    pass.activations.some((a, l) => a.length !== network.sizes[l])
  ) {
    throw new ShapeError(
      `This network has layers of ${network.sizes.join('-')}; the pass has ${pass.activations.map((a) => a.length).join('-')}.`,
    );
  }
  const errors = createErrors(network);
  errorsInto(network, pass, y, cost, errors);
  const active = createActive(network);
  findActive(pass.activations[0], 0, network.sizes[0], 1, active);
  const gradient = createGradient(network);
  addGradient(network, pass, active, errors.deltas, gradient);
  return { ...errors, ...gradient };
}

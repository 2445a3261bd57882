/** The mean cost over some digits, its gradient, and the same cost as a single parameter moves. Quadratic cost, L2 left out. */
import { sigmoid } from '../network/activation.ts';
import {
  addGradient,
  createErrors,
  createGradient,
  errorsInto,
  type Gradient,
} from '../network/backprop.ts';
import { costOf, quadratic } from '../network/cost.ts';
import { targetsOf } from '../network/examples.ts';
import {
  createActive,
  feedforward,
  findActive,
  type ForwardPass,
  scoresOf,
} from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import type { Parameter } from './parameters.ts';
import { bySize, flatGradient, valueOf } from './parameters.ts';

/** A picture and what it should be read as. */
export interface Labelled {
  /** As many numbers as the network has inputs. */
  readonly pixels: ArrayLike<number>;
  /** The output that should be 1. */
  readonly label: number;
}

/** What a network makes of some digits. */
export interface Survey {
  readonly network: Network;
  /** The pass and the targets of each digit. */
  readonly read: readonly { readonly pass: ForwardPass; readonly y: Float64Array }[];
  /** The mean of their costs … */
  readonly cost: number;
  /** … and its slope along every parameter, from backpropagation. */
  readonly gradient: Gradient;
}

/** Works out the mean cost of the digits, one or more, and its gradient: the mean of the digits' gradients. */
export function survey(network: Network, digits: readonly Labelled[]): Survey {
  const outputs = network.sizes[network.sizes.length - 1];
  const errors = createErrors(network);
  const active = createActive(network);
  const gradient = createGradient(network);
  let total = 0;
  const read = digits.map(({ pixels, label }) => {
    const pass = feedforward(network, pixels);
    const y = targetsOf(label, outputs);
    total += costOf(scoresOf(pass), y);
    errorsInto(network, pass, y, quadratic, errors);
    findActive(pass.activations[0], 0, network.sizes[0], 1, active);
    addGradient(network, pass, active, errors.deltas, gradient);
    return { pass, y };
  });
  for (const block of [...gradient.nablaW, ...gradient.nablaB]) {
    for (let i = 0; i < block.length; i++) block[i] /= digits.length;
  }
  return { network, read, cost: total / digits.length, gradient };
}

/** The slope of each digit's own cost along one parameter, in the survey's order: their mean is the survey's. */
export function ownSlopes({ network, read }: Survey, parameter: Parameter): number[] {
  const errors = createErrors(network);
  const { layer, j } = parameter;
  return read.map(({ pass, y }) => {
    errorsInto(network, pass, y, quadratic, errors);
    const delta = errors.deltas[layer - 1][j];
    return parameter.kind === 'bias' ? delta : delta * pass.activations[layer - 1][parameter.k];
  });
}

/**
 * The mean cost as one parameter moves and all others stay. Only what hangs on it is worked out again: one neuron's weighted input
 * changes, and from there on the later layers. Digits whose weight meets an input of 0 keep their cost.
 * @returns value of the parameter -> mean cost, within rounding of what the whole network gives
 */
export function alongOne(
  { network, read, cost }: Survey,
  parameter: Parameter,
): (value: number) => number {
  const { layers } = network;
  const { layer, j } = parameter;
  const now = valueOf(network, parameter);
  const touched = read
    .map(({ pass, y }) => ({
      pass,
      y,
      input: parameter.kind === 'bias' ? 1 : pass.activations[layer - 1][parameter.k],
    }))
    .filter(({ input }) => input !== 0);
  const rest =
    cost * read.length - touched.reduce((sum, { pass, y }) => sum + costOf(scoresOf(pass), y), 0);
  const room = layers.map(({ nOut }) => new Float64Array(nOut));
  const last = layers.length - 1;

  return (value) => {
    if (value === now) return cost;
    let total = rest;
    for (const { pass, y, input } of touched) {
      const l = layer - 1;
      const outputs = pass.activations[last + 1];
      const a = sigmoid.f(pass.zs[l][j] + (value - now) * input);
      if (l === last) {
        const before = outputs[j] - y[j];
        total += costOf(scoresOf(pass), y) + 0.5 * ((a - y[j]) * (a - y[j]) - before * before);
        continue;
      }
      // The next layer meets one changed activation, and the layers after it all of theirs.
      const change = a - pass.activations[l + 1][j];
      const next = layers[l + 1];
      for (let i = 0; i < next.nOut; i++) {
        room[l + 1][i] = sigmoid.f(pass.zs[l + 1][i] + next.weights[i * next.nIn + j] * change);
      }
      for (let m = l + 2; m <= last; m++) {
        const { nIn, nOut, weights, biases } = layers[m];
        for (let i = 0; i < nOut; i++) {
          let z = biases[i];
          for (let k = 0; k < nIn; k++) z += weights[i * nIn + k] * room[m - 1][k];
          room[m][i] = sigmoid.f(z);
        }
      }
      for (let i = 0; i < outputs.length; i++) {
        const off = room[last][i] - y[i];
        total += 0.5 * off * off;
      }
    }
    return total / read.length;
  };
}

const known = new WeakMap<Network, { readonly digits: readonly Labelled[]; readonly of: Survey }>();

/** The same, remembered: several figures ask for the same digits and network. Neither must be changed afterwards. */
export function surveyOf(network: Network, digits: readonly Labelled[]): Survey {
  const last = known.get(network);
  if (last?.digits === digits) return last.of;
  const of = survey(network, digits);
  known.set(network, { digits, of });
  return of;
}

/** All slopes of a survey in one row, and the places of that row, the steepest first. */
export interface Slopes {
  readonly row: Float64Array;
  readonly order: Uint32Array;
}

const sorted = new WeakMap<Gradient, Slopes>();

/** A gradient in the order of the row and in that of size, remembered. It must not be changed afterwards. */
export function slopesOf(gradient: Gradient): Slopes {
  const last = sorted.get(gradient);
  if (last) return last;
  const row = flatGradient(gradient);
  const slopes = { row, order: bySize(row) };
  sorted.set(gradient, slopes);
  return slopes;
}

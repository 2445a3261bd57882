/**
 * The numbers behind the small pictures in the list of chapters: each from a real network run on real digits, worked out when the
 * site is built. Pure; examples are the ones that the pages carry.
 */
import { sigmoid } from '@/network/activation.ts';
import { backprop } from '@/network/backprop.ts';
import { costOf, quadratic } from '@/network/cost.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import { cloneNetwork, createNetwork, type Network } from '@/network/network.ts';
import type { Random } from '@/network/random.ts';
import { type Examples, targetsOf } from '@/network/examples.ts';
import { epochs, evaluate } from '@/network/sgd.ts';

/** A place on a curve. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The input of example i, 0 to 1. */
function inputOf({ inputs, full }: Examples, i: number, nIn: number): Float64Array {
  return Float64Array.from(inputs.subarray(i * nIn, (i + 1) * nIn), (ink) => ink / full);
}

const passes = (network: Network, digits: Examples): ReturnType<typeof feedforward>[] =>
  Array.from({ length: digits.count }, (_, i) =>
    feedforward(network, inputOf(digits, i, network.sizes[0])),
  );

/** Where each digit lands on the sigmoid of the first layer's most evenly split neuron: x is z, y is sigma(z). */
export function digitsOnSigmoid(network: Network, digits: Examples): Point[] {
  const zs = passes(network, digits).map((pass) => pass.zs[0]);
  const awake = (j: number): number => zs.filter((z) => z[j] > 0).length;
  const imbalance = (j: number): number => Math.abs(awake(j) - digits.count / 2);
  const neurons = [...network.layers[0].biases.keys()].sort((a, b) => imbalance(a) - imbalance(b));
  return zs.map((z) => ({ x: z[neurons[0]], y: sigmoid.f(z[neurons[0]]) }));
}

/** How far each output is from what it should be, |a - y|, for the digit that costs the network most. Their squares make up C. */
export function dearestMisses(network: Network, digits: Examples): number[] {
  let dearest: number[] = [];
  let highest = -1;
  passes(network, digits).forEach((pass, i) => {
    const scores = scoresOf(pass);
    const y = targetsOf(digits.labels[i], scores.length);
    const cost = costOf(scores, y);
    if (cost <= highest) return;
    highest = cost;
    dearest = Array.from(scores, (a, j) => Math.abs(a - y[j]));
  });
  return dearest;
}

/** A copy of the network with one bias of its last layer set to `value`. */
function withOutputBias(network: Network, j: number, value: number): Network {
  const changed = cloneNetwork(network);
  changed.layers[changed.layers.length - 1].biases[j] = value;
  return changed;
}

/** A cost as one knob turns, and a descent on it. */
export interface Valley {
  /** x the knob, y the mean cost over the digits. */
  readonly curve: readonly Point[];
  /** One point a step, the start included. */
  readonly steps: readonly Point[];
}

/**
 * Gradient descent on one output's bias, all other parameters held still. The curve runs from `reach` below the trained bias to
 * `reach` above it, where the descent starts.
 */
export function descend(
  network: Network,
  digits: Examples,
  { output, reach, eta, steps }: { output: number; reach: number; eta: number; steps: number },
): Valley {
  const last = network.layers.length - 1;
  const trained = network.layers[last].biases[output];
  const at = (bias: number): Point => ({
    x: bias,
    y: evaluate(withOutputBias(network, output, bias), digits).cost,
  });
  const slope = (bias: number): number => {
    const changed = withOutputBias(network, output, bias);
    const slopes = passes(changed, digits).map((pass, i) => {
      const y = targetsOf(digits.labels[i], network.sizes[network.sizes.length - 1]);
      return backprop(changed, pass, y, quadratic).nablaB[last][output];
    });
    return slopes.reduce((sum, one) => sum + one, 0) / slopes.length;
  };
  const walked = [trained + reach];
  for (let step = 0; step < steps; step++) {
    const bias = walked[step];
    walked.push(bias - eta * slope(bias));
  }
  const curve = Array.from({ length: 49 }, (_, i) => at(trained + (i / 24 - 1) * reach));
  return { curve, steps: walked.map(at) };
}

/** The errors delta of the last hidden layer, for the digit that costs the network most. */
export function hiddenErrors(network: Network, digits: Examples): number[] {
  const last = network.layers.length - 1;
  const all = passes(network, digits).map((pass, i) => {
    const y = targetsOf(digits.labels[i], network.sizes[last + 1]);
    const cost = costOf(scoresOf(pass), y);
    return { cost, deltas: backprop(network, pass, y, quadratic).deltas[last - 1] };
  });
  return Array.from(all.reduce((a, b) => (b.cost > a.cost ? b : a)).deltas);
}

/** The share of the digits that a new 784-30-10 network gets right, untrained and after each epoch on those same digits. */
export function learning(digits: Examples, runs: number, random: Random): number[] {
  const network = createNetwork([784, 30, 10], 'scaled', random);
  const plan = { cost: quadratic, eta: 3, miniBatch: 10, lambda: 0, epochs: runs };
  const accuracies = [evaluate(network, digits).accuracy];
  for (const _ of epochs(network, digits, plan, random)) {
    accuracies.push(evaluate(network, digits).accuracy);
  }
  return accuracies;
}

/** A neuron's weights as shares of its largest, -1 to 1, (28, 28) row-major. */
export function weightGrid(network: Network, neuron: number): Float64Array {
  const { nIn, weights } = network.layers[0];
  const row = weights.subarray(neuron * nIn, (neuron + 1) * nIn);
  const largest = row.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
  return row.map((w) => w / (largest || 1));
}

import { describe, expect, it } from 'vitest';
import { backprop } from '../../src/network/backprop.ts';
import { type Cost, costs, crossEntropy, quadratic } from '../../src/network/cost.ts';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { argmax, feedforward, type ForwardPass } from '../../src/network/feedforward.ts';
import {
  cloneNetwork,
  createNetwork,
  emptyNetwork,
  type Network,
} from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { type Examples, NO_LABEL, targetsOf } from '../../src/network/examples.ts';
import {
  createLearner,
  type Descent,
  epochs,
  evaluate,
  nudged,
  type Plan,
  updateMiniBatch,
} from '../../src/network/sgd.ts';
import { HAND_INPUT, handNetwork } from './hand.ts';

/** Examples of random bytes for a network of these sizes. */
function randomExamples(count: number, [nIn, ...rest]: readonly number[], seed: number): Examples {
  const random = createRandom(seed);
  const nOut = rest[rest.length - 1];
  return {
    count,
    full: 255,
    inputs: Uint8Array.from({ length: count * nIn }, () => Math.max(0, random.integer(400) - 145)),
    labels: Uint8Array.from({ length: count }, () => random.integer(nOut)),
  };
}

const SIZES = [6, 5, 4];
const examples = randomExamples(23, SIZES, 5);
const plan: Plan = { cost: crossEntropy, eta: 0.5, miniBatch: 4, lambda: 0.1, epochs: 3 };
const start = (): Network => createNetwork(SIZES, 'scaled', createRandom(9));

/** Trains a network to the end. */
function train(network: Network, on: Examples, how: Plan, seed: number): Network {
  Array.from(epochs(network, on, how, createRandom(seed)));
  return network;
}

/** What one mini-batch should make of a network, from backprop's gradients, one example at a time: Nielsen (93) and (94). */
function stepByHand(
  network: Network,
  on: Examples,
  batch: readonly number[],
  { cost, eta, lambda }: Descent,
  n: number,
): Network {
  const nIn = network.sizes[0];
  const nOut = network.sizes[network.sizes.length - 1];
  const gradients = batch.map((i) => {
    const x = Array.from(on.inputs.subarray(i * nIn, (i + 1) * nIn), (byte) => byte / on.full);
    const y = Array.from({ length: nOut }, (_, j) => (on.labels[i] === j ? 1 : 0));
    return backprop(network, feedforward(network, x), y, cost);
  });
  const stepped = cloneNetwork(network);
  stepped.layers.forEach(({ weights, biases }, l) => {
    for (let i = 0; i < weights.length; i++) {
      const sum = gradients.reduce((total, { nablaW }) => total + nablaW[l][i], 0);
      weights[i] = (1 - (eta * lambda) / n) * weights[i] - (eta / batch.length) * sum;
    }
    for (let j = 0; j < biases.length; j++) {
      const sum = gradients.reduce((total, { nablaB }) => total + nablaB[l][j], 0);
      biases[j] -= (eta / batch.length) * sum;
    }
  });
  return stepped;
}

function expectClose(got: Network, wanted: Network): void {
  got.layers.forEach(({ weights, biases }, l) => {
    weights.forEach((w, i) => expect(w).toBeCloseTo(wanted.layers[l].weights[i], 14));
    biases.forEach((b, j) => expect(b).toBeCloseTo(wanted.layers[l].biases[j], 14));
  });
}

describe('updateMiniBatch', () => {
  it.each(Object.values(costs))('steps down the mean gradient, with $name', (cost) => {
    const batch = [3, 11, 20, 3, 0];
    for (const lambda of [0, 0.7]) {
      const descent = { ...plan, cost, lambda };
      const network = start();
      updateMiniBatch(network, examples, batch, descent, 23);
      expectClose(network, stepByHand(start(), examples, batch, descent, 23));
    }
  });

  it('agrees with a step worked out on paper', () => {
    // hand.ts: cross-entropy gives nablaW = (-0.15, -0.3, 0.3, 0.6) and (-0.15, -0.05), nablaB = (-0.15, 0.3) and (-0.2).
    // eta = 2 and lambda / n = 0.05 keep 0.9 of each weight and all of each bias.
    const network = handNetwork();
    const one = {
      count: 1,
      inputs: Float64Array.from(HAND_INPUT),
      full: 1,
      labels: Uint8Array.of(0),
    };
    updateMiniBatch(
      network,
      one,
      [0],
      { cost: crossEntropy, eta: 2, miniBatch: 1, lambda: 0.2 },
      4,
    );
    const [hidden, output] = network.layers;
    const expected = [
      [hidden.weights, [0.9 + 0.3, 0.45 + 0.6, -1.8 - 0.6, 0.9 - 1.2]],
      [hidden.biases, [Math.log(3) - 2 + 0.3, -Math.log(3) - 0.6]],
      [output.weights, [3.6 + 0.3, -7.2 + 0.1]],
      [output.biases, [Math.log(4) - 1 + 0.4]],
    ] as const;
    for (const [got, wanted] of expected) {
      wanted.forEach((number, i) => expect(got[i]).toBeCloseTo(number, 14));
    }
  });

  it('wants every output at 0 for an example without a label', () => {
    const unlabelled = { ...examples, labels: new Uint8Array(23).fill(NO_LABEL) };
    const network = start();
    updateMiniBatch(network, unlabelled, [5, 6], plan, 23);
    expectClose(network, stepByHand(start(), unlabelled, [5, 6], plan, 23));
  });

  const short = { ...examples, inputs: examples.inputs.subarray(1) };
  const few = { ...examples, labels: examples.labels.subarray(1) };
  const odd = { ...examples, labels: new Uint8Array(23).fill(4) };
  /** Floats, of which input 2 of example 3 is what it should not be. */
  const withInput = (number: number): Examples => {
    const inputs = Float64Array.from(examples.inputs);
    inputs[3 * 6 + 2] = number;
    return { ...examples, full: 1, inputs };
  };
  it.each<[string, Examples, number[], Partial<Descent>, new () => Error, RegExp]>([
    ['a pixel too few', short, [0], {}, ShapeError, /138 numbers and 23 labels; got 137 and 23/],
    ['a label too few', few, [0], {}, ShapeError, /got 138 and 22/],
    ['a label for no output', odd, [0], {}, ShapeError, /example 0 has 4/],
    [
      'an example that is not there',
      examples,
      [23],
      {},
      ShapeError,
      /names example 23; there are 23/,
    ],
    ['an example before the first', examples, [-1], {}, ShapeError, /names example -1/],
    ['no examples', examples, [], {}, ValueError, /from 1; got 0/],
    ['eta 0', examples, [0], { eta: 0 }, ValueError, /eta must be above 0; got 0/],
    [
      'an example by a fraction',
      examples,
      [0.5],
      {},
      ShapeError,
      /names example 0.5; there are 23/,
    ],
    ['NaN in an input', withInput(NaN), [0, 3], {}, ValueError, /Input 2 of example 3.*got NaN/],
    ['an infinite input', withInput(Infinity), [3], {}, ValueError, /got Infinity of 1/],
    ['no full ink', { ...examples, full: 0 }, [0], {}, ValueError, /must be above 0; got 0/],
    ['eta NaN', examples, [0], { eta: NaN }, ValueError, /got NaN/],
    ['lambda -1', examples, [0], { lambda: -1 }, ValueError, /lambda must be 0 or above; got -1/],
  ])('refuses %s, and leaves the network alone', (_, on, batch, change, error, message) => {
    const network = start();
    const update = (): void => updateMiniBatch(network, on, batch, { ...plan, ...change });
    expect(update).toThrow(error);
    expect(update).toThrow(message);
    expect(network).toEqual(start());
  });
});

it.each([0, -1, 0.5, NaN])('refuses to learn from %f examples in all, which L2 divides by', (n) => {
  const network = start();
  const wanted = new ValueError(`Training has a whole number of examples, from 1; got ${n}.`);
  expect(() => updateMiniBatch(network, examples, [0], plan, n)).toThrow(wanted);
  const learner = createLearner(network, examples);
  expect(() => learner.descend(Uint32Array.of(0), plan, n)).toThrow(wanted);
  expect(network).toEqual(start());
});

it('refuses to train or to be tested on an input that is no number', () => {
  const network = start();
  const odd = { ...examples, full: 1, inputs: Float64Array.from(examples.inputs).fill(NaN, 130) };
  expect(() => createLearner(network, odd)).toThrow(
    /Input 4 of example 21 must be a finite number/,
  );
  expect(() => evaluate(network, odd)).toThrow(ValueError);
  expect(network).toEqual(start());
});

describe('targetsOf', () => {
  it('is 1 at the label and 0 elsewhere, and 0 everywhere without a label', () => {
    expect([...targetsOf(2, 4)]).toEqual([0, 0, 1, 0]);
    expect([...targetsOf(NO_LABEL, 3)]).toEqual([0, 0, 0]);
  });

  it.each([4, -1, 0.5, NaN])('refuses %f for one of four outputs', (label) => {
    expect(() => targetsOf(label, 4)).toThrow(ShapeError);
    expect(() => targetsOf(label, 4)).toThrow(`0 to 3, or is NO_LABEL; got ${label}.`);
  });
});

describe('nudged', () => {
  const pass = (network: Network): ForwardPass => feedforward(network, [1, 0, 0.5, 0, 0, 1]);
  const slopes = backprop(start(), pass(start()), targetsOf(1, 4), plan.cost);

  it('moves a copy by -eta times the gradient, as a mini-batch of that one example does', () => {
    const network = start();
    const one = { count: 1, full: 1, inputs: Float64Array.of(1, 0, 0.5, 0, 0, 1) };
    const taught = start();
    updateMiniBatch(taught, { ...one, labels: Uint8Array.of(1) }, [0], { ...plan, lambda: 0 });
    expect(nudged(network, slopes, plan.eta)).toEqual(taught);
    expect(network).toEqual(start());
  });

  it('refuses an eta that is none, and the gradient of another network', () => {
    for (const eta of [0, -1, NaN, Infinity]) {
      expect(() => nudged(start(), slopes, eta)).toThrow(ValueError);
    }
    expect(() => nudged(emptyNetwork([3, 1]), slopes, 1)).toThrow(/network of 3-1/);
  });
});

describe('epochs', () => {
  it('shuffles, cuts into mini-batches and uses the short last one too', () => {
    const byHand = start();
    const random = createRandom(4);
    const order = Array.from({ length: 23 }, (_, i) => i);
    for (let epoch = 0; epoch < plan.epochs; epoch++) {
      random.shuffle(order);
      for (let first = 0; first < 23; first += 4) {
        updateMiniBatch(byHand, examples, order.slice(first, first + 4), plan, 23);
      }
    }
    expect(train(start(), examples, plan, 4)).toEqual(byHand);
  });

  it('trains the same weights from the same seed to the last bit, and others from another', () => {
    expect(train(start(), examples, plan, 4)).toEqual(train(start(), examples, plan, 4));
    expect(train(start(), examples, plan, 4)).not.toEqual(train(start(), examples, plan, 5));
  });

  it('counts its epochs from 1 and can be left between two', () => {
    const network = start();
    const run = epochs(network, examples, plan, createRandom(4));
    expect(run.next().value).toBe(1);
    expect(network).toEqual(train(start(), examples, { ...plan, epochs: 1 }, 4));
    expect([...run]).toEqual([2, 3]);
  });

  it('trains on bytes and on the numbers that they stand for alike', () => {
    const floats = {
      ...examples,
      full: 1,
      inputs: Float64Array.from(examples.inputs, (b) => b / 255),
    };
    expect(train(start(), floats, plan, 4)).toEqual(train(start(), examples, plan, 4));
  });

  it.each(Object.values(costs))('learns exclusive or, with $name', (cost: Cost) => {
    const xor: Examples = {
      count: 4,
      full: 1,
      inputs: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1),
      labels: Uint8Array.of(0, 1, 1, 0),
    };
    const network = createNetwork([2, 4, 2], 'scaled', createRandom(1));
    const before = evaluate(network, xor, cost).cost;
    train(network, xor, { cost, eta: 2, miniBatch: 4, lambda: 0, epochs: 2000 }, 1);
    const after = evaluate(network, xor, cost);
    expect(after.accuracy).toBe(1);
    expect(after.cost).toBeLessThan(before / 20);
  });

  it('refuses a plan that is none before anything has changed', () => {
    const network = start();
    for (const wrong of [{ miniBatch: 0 }, { miniBatch: 1.5 }, { eta: -1 }, { lambda: NaN }]) {
      const run = epochs(network, examples, { ...plan, ...wrong }, createRandom(1));
      expect(() => run.next()).toThrow(ValueError);
    }
    expect(network).toEqual(start());
  });
});

describe('evaluate', () => {
  it('counts what a network answers', () => {
    // Weights that pass the input on: the largest of three inputs is the answer.
    const network = createNetwork([3, 3], 'normal', createRandom(1));
    network.layers[0].weights.set([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    network.layers[0].biases.fill(0);
    const five: Examples = {
      count: 5,
      full: 255,
      inputs: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7, 0, 0, 1),
      labels: Uint8Array.of(0, 1, 1, 2, NO_LABEL),
    };
    const { accuracy, cost, confusion } = evaluate(network, five);
    expect(accuracy).toBe(2 / 4);
    expect([...confusion]).toEqual([1, 0, 0, 0, 1, 1, 1, 0, 0]);
    const mean = [0, 1, 2, 3, 4].reduce((sum, i) => {
      const x = Array.from(five.inputs.subarray(3 * i, 3 * i + 3), (byte) => byte / 255);
      const [z] = feedforward(network, x).zs;
      return z.reduce((part, zj, j) => {
        const a = 1 / (1 + Math.exp(-zj));
        return part + quadratic.value(zj, a, five.labels[i] === j ? 1 : 0) / 5;
      }, sum);
    }, 0);
    expect(cost).toBeCloseTo(mean, 14);
  });

  it('leaves the network alone and refuses examples of another shape', () => {
    const network = start();
    evaluate(network, examples);
    expect(() => evaluate(network, { ...examples, count: 22 })).toThrow(ShapeError);
    expect(network).toEqual(start());
  });

  it('takes the first of equal scores for the answer', () => {
    expect(argmax([0.2, 0.7, 0.7])).toBe(1);
    expect(argmax([0.5])).toBe(0);
  });
});

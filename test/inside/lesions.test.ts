import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../src/network/activation.ts';
import { ShapeError } from '../../src/network/errors.ts';
import { argmax } from '../../src/network/feedforward.ts';
import type { Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { evaluate } from '../../src/network/sgd.ts';
import { type Activity, activityOf, meanActivations } from '../../src/inside/activity.ts';
import {
  heardFrom,
  type Lesion,
  lossOfEach,
  movedAnswers,
  readWithout,
  wholeReading,
} from '../../src/inside/lesions.ts';
import { HAND_INPUT, handNetwork } from '../network/hand.ts';
import { classic, digits, explainer, pictureOf } from './networks.ts';

/** The whole way through the network in plain loops, with some neurons held. */
function answerOf(
  { layers }: Network,
  x: Float64Array,
  { layer, neurons }: Lesion,
  held: Float64Array,
): number {
  let a: Float64Array = x;
  layers.forEach(({ nIn, nOut, weights, biases }, l) => {
    const next = new Float64Array(nOut);
    for (let j = 0; j < nOut; j++) {
      let z = biases[j];
      for (let k = 0; k < nIn; k++) z += weights[j * nIn + k] * a[k];
      next[j] = sigmoid.f(z);
    }
    if (l === layer) for (const j of neurons) next[j] = held[j];
    a = next;
  });
  return argmax(a);
}

function recount({ network, layers }: Activity, lesion: Lesion): number[] {
  const held =
    lesion.at === 'mean'
      ? meanActivations(layers[lesion.layer])
      : new Float64Array(layers[lesion.layer].nOut);
  return Array.from({ length: digits.count }, (_, i) =>
    answerOf(network, pictureOf(i), lesion, held),
  );
}

const pictures: readonly (readonly [string, Network])[] = [
  ['explainer', explainer],
  ['classic', classic],
];

describe.each(pictures)('lesions of the %s network', (_, network) => {
  const activity = activityOf(network, digits);

  it('reads as the network itself does where nothing is out', () => {
    const whole = wholeReading(activity);
    const { accuracy, confusion } = evaluate(network, digits);
    expect(whole.accuracy).toBe(accuracy);
    expect(whole.confusion).toEqual(confusion);
    for (const at of ['zero', 'mean'] as const) {
      const none = readWithout(activity, { layer: 0, neurons: [], at });
      expect(none.answer).toEqual(whole.answer);
      expect([...heardFrom(activity, none)].every((heard) => heard === 0)).toBe(true);
    }
  });

  it('answers as plain loops through the whole network do, for 50 random sets of neurons held in either way', () => {
    const random = createRandom(50);
    for (let round = 0; round < 50; round++) {
      const layer = random.integer(network.layers.length - 1);
      const neurons = Array.from(network.layers[layer].biases.keys()).filter(
        () => random.uniform() < 0.2,
      );
      const lesion: Lesion = { layer, neurons, at: round % 2 === 0 ? 'zero' : 'mean' };
      const { answer, confusion, recall, accuracy } = readWithout(activity, lesion);
      const expected = recount(activity, lesion);
      expect([...answer]).toEqual(expected);
      const counted = new Uint32Array(100);
      expected.forEach((read, i) => counted[10 * digits.labels[i] + read]++);
      expect(confusion).toEqual(counted);
      const right = expected.filter((read, i) => read === digits.labels[i]).length;
      expect(accuracy).toBe(right / digits.count);
      for (let d = 0; d < 10; d++) {
        const meant = counted.subarray(10 * d, 10 * d + 10).reduce((sum, n) => sum + n, 0);
        expect(recall[d]).toBe(counted[11 * d] / meant);
      }
    }
  });

  it('does the same twice', () => {
    const lesion: Lesion = { layer: 0, neurons: [3, 1], at: 'mean' };
    expect(readWithout(activity, lesion)).toEqual(
      readWithout(activityOf(network, digits), { ...lesion, neurons: [1, 3, 3] }),
    );
  });
});

describe('what a lesion takes away', () => {
  const activity = activityOf(classic, digits);

  it('is, for a neuron next to the outputs, its weight times its mean activation', () => {
    const out = readWithout(activity, { layer: 0, neurons: [7], at: 'zero' });
    const mean = meanActivations(activity.layers[0])[7];
    heardFrom(activity, out).forEach((heard, o) => {
      expect(heard).toBeCloseTo(classic.layers[1].weights[30 * o + 7] * mean, 10);
    });
  });

  it('is nothing on average, for one that is held at its mean', () => {
    const out = readWithout(activity, { layer: 0, neurons: [7], at: 'mean' });
    for (const heard of heardFrom(activity, out)) expect(heard).toBeCloseTo(0, 10);
  });

  it('is counted neuron by neuron, and answer by answer', () => {
    const before = wholeReading(activity);
    const after = readWithout(activity, { layer: 0, neurons: [7], at: 'zero' });
    expect(lossOfEach(activity, 0, 'zero')[7]).toBe(before.accuracy - after.accuracy);
    const moved = movedAnswers(before, after);
    for (let d = 0; d < 10; d++) {
      expect(moved.subarray(10 * d, 10 * d + 10).reduce((sum, n) => sum + n, 0)).toBe(0);
    }
  });

  it.each([
    [
      { layer: 1, neurons: [], at: 'zero' } as const,
      /one of 1 hidden layers, counted from 0; got 1/,
    ],
    [{ layer: 0.5, neurons: [], at: 'zero' } as const, /got 0.5/],
    [{ layer: 0, neurons: [30], at: 'mean' } as const, /neurons 0 to 29; got 30/],
  ])('cannot be a lesion that is none: %o', (lesion, message) => {
    expect(() => readWithout(activity, lesion)).toThrow(ShapeError);
    expect(() => readWithout(activity, lesion)).toThrow(message);
  });
});

it('agrees with a network worked out on paper', () => {
  const examples = {
    count: 1,
    inputs: Float64Array.from(HAND_INPUT),
    full: 1,
    labels: Uint8Array.of(0),
  };
  const activity = activityOf(handNetwork(), examples);
  expect([...activity.layers[0].activations].map((a) => a.toFixed(12))).toEqual([
    '0.750000000000',
    '0.250000000000',
  ]);
  const [, { weights, biases }] = handNetwork().layers;
  const { zs } = readWithout(activity, { layer: 0, neurons: [0], at: 'zero' });
  expect(zs[0]).toBeCloseTo(biases[0] + 0.25 * weights[1], 14);
});

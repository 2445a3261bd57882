/**
 * Lesions: neurons of a hidden layer taken out of a trained network, and how it reads without them. How one takes a neuron out matters:
 * held at 0, it says something that it may never have said; held at its mean, it only stops telling digits apart (Morcos et al. 2018,
 * arXiv 1803.06959, compare both).
 */
import { ShapeError } from '../network/errors.ts';
import { argmax, createPass, forwardFrom } from '../network/feedforward.ts';
import { type Activity, checkNeuron, meanActivations } from './activity.ts';
import { confusionOf, hitsIn, recallOf } from './bench/confusion.ts';

/** What a neuron that was taken out says instead: nothing, or what it says on average. */
export type HeldAt = 'zero' | 'mean';

export interface Lesion {
  /** Of a hidden layer, as network.layers counts: from 0. */
  readonly layer: number;
  /** Which of its neurons, from 0; none, one or all, in any order. */
  readonly neurons: readonly number[];
  readonly at: HeldAt;
}

/** How a network of ten outputs reads labelled digits, on the whole. */
export interface Summary {
  /** The share of the digits that it reads right, 0 to 1; NaN where there are none. */
  readonly accuracy: number;
  /** Each label's share that is read right, 0 to 1; NaN for one that no digit has. (10) */
  readonly recall: readonly number[];
  /** confusion[label * 10 + answer], in digits. */
  readonly confusion: Uint32Array;
}

/** The same, digit by digit. */
export interface Reading extends Summary {
  /** The answer to each digit. (count) */
  readonly answer: Uint8Array;
}

/** How it reads with a lesion, and what the outputs miss. */
export interface Lesioned extends Reading {
  /** zs[i * nOut + j] of the output layer, with the lesion. (count, nOut) row-major */
  readonly zs: Float64Array;
}

/** How the whole network reads. */
export function wholeReading({ count, labels, layers }: Activity): Reading {
  const { nOut, activations } = layers[layers.length - 1];
  const answer = new Uint8Array(count);
  for (let i = 0; i < count; i++)
    answer[i] = argmax(activations.subarray(i * nOut, (i + 1) * nOut));
  return readingOf(labels, answer);
}

function readingOf(labels: Uint8Array, answer: Uint8Array): Reading {
  const confusion = confusionOf({ answer }, labels);
  const accuracy = hitsIn(confusion) / labels.length;
  return { accuracy, recall: recallOf(confusion), confusion, answer };
}

/** @throws ShapeError for a lesion that is not of a hidden layer of the network */
function checkLesion({ network }: Activity, { layer, neurons }: Lesion): void {
  const hidden = network.layers.length - 1;
  if (!(Number.isInteger(layer) && layer >= 0 && layer < hidden)) {
    throw new ShapeError(
      `A lesion lies in one of ${hidden} hidden layers, counted from 0; got ${layer}.`,
    );
  }
  for (const j of neurons) checkNeuron(network.layers[layer].nOut, j);
}

/**
 * How the network reads with some neurons of a hidden layer taken out. Only the layers after it are worked out again, with the sums of
 * network/feedforward in the same order, so that the answers are those of the same network run whole.
 * @throws ShapeError for a layer or a neuron that is none
 */
export function readWithout(activity: Activity, lesion: Lesion): Lesioned {
  checkLesion(activity, lesion);
  const { network, count, labels, layers } = activity;
  const { layer, neurons, at } = lesion;
  const { nOut: width, activations } = layers[layer];
  const held = at === 'mean' ? meanActivations(layers[layer]) : new Float64Array(width);
  const last = network.layers.length - 1;
  const nOut = network.layers[last].nOut;
  const zs = new Float64Array(count * nOut);
  const answer = new Uint8Array(count);
  const pass = createPass(network);
  const a = pass.activations[layer + 1];
  const scores = pass.activations[last + 1];
  for (let i = 0; i < count; i++) {
    const row = i * width;
    for (let j = 0; j < width; j++) a[j] = activations[row + j];
    for (const j of neurons) a[j] = held[j];
    forwardFrom(network, pass, layer + 1);
    answer[i] = argmax(scores);
    zs.set(pass.zs[last], i * nOut);
  }
  return { ...readingOf(labels, answer), zs };
}

/**
 * What each output hears from the neurons that a lesion takes out: its z with them less its z without them, as a mean over all
 * examples. For a neuron of the last hidden layer that is held at 0, its weight times its mean activation. (nOut)
 */
export function heardFrom({ count, layers }: Activity, { zs }: Lesioned): Float64Array {
  const output = layers[layers.length - 1];
  const heard = new Float64Array(output.nOut);
  for (let i = 0; i < count; i++) {
    const row = i * output.nOut;
    for (let j = 0; j < heard.length; j++) heard[j] += output.zs[row + j] - zs[row + j];
  }
  return heard.map((sum) => sum / count);
}

/** For each neuron of a hidden layer, the share of examples that are read right less than before when it alone is out. (nOut) */
export function lossOfEach(activity: Activity, layer: number, at: HeldAt): Float64Array {
  const { accuracy } = wholeReading(activity);
  return Float64Array.from(
    { length: activity.layers[layer]?.nOut ?? 0 },
    (_, j) => accuracy - readWithout(activity, { layer, neurons: [j], at }).accuracy,
  );
}

/** What changed between two readings of the same examples: confusion after less confusion before. (10, 10) row-major */
export function movedAnswers(before: Summary, after: Summary): Int32Array {
  return Int32Array.from(after.confusion, (n, i) => n - before.confusion[i]);
}

import { expect, it } from 'vitest';
import { recordInk } from '../../src/commands/ink-files.ts';
import { meanSizes, searchInk } from '../../src/inside/corner-ink.ts';
import { pixelsBelow } from '../../src/inside/ink-record.ts';
import { SHAPE_NAMES, shapePicture } from '../../src/inside/shapes.ts';
import { areZeroFrom, spreadFrom } from '../../src/inside/weights.ts';
import { argmax, feedforward, scoresOf } from '../../src/network/feedforward.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { recipes } from '../../src/training/recipes.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { classic, explainer, pictureOf, recogniser } from './networks.ts';

const record = recordInk();
const never = pixelsBelow(record, 1);

const answerTo = (network: Network, x: Float64Array): number =>
  argmax(scoresOf(feedforward(network, x)));

function found(network: Network, x: Float64Array): readonly number[] | undefined {
  const search = searchInk(network, x, never);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

it('counts ink as a plain recount of all training digits does', () => {
  const { count, inputs } = readMnist('train');
  expect(record.count).toBe(count);
  for (const k of [0, 39, 100, 406, 783]) {
    let inked = 0;
    for (let i = 0; i < count; i++) if (inputs[784 * i + k] > 0) inked++;
    expect(record.counts[k]).toBe(inked);
  }
  expect(never.every((k) => record.counts[k] === 0)).toBe(true);
  expect(never.length).toBe(record.counts.filter((n) => n === 0).length);
  expect(pixelsBelow(record, 10).length).toBeGreaterThan(never.length);
});

it('finds that the classic network holds its very first weights there, and the explainer exactly none', () => {
  const { sizes, start, seed } = recipes.classic;
  const [first] = createNetwork(sizes, start, createRandom(seed)).layers;
  for (const k of never) {
    for (let j = 0; j < first.nOut; j++) {
      // Its file holds single precision.
      expect(classic.layers[0].weights[j * 784 + k]).toBe(Math.fround(first.weights[j * 784 + k]));
    }
  }
  expect(areZeroFrom(explainer.layers[0], never)).toBe(true);
  expect(spreadFrom(recogniser.layers[0], never)).toBeLessThan(1 / Math.sqrt(784));
});

it('flips the classic network with ink there alone, pixel by pixel, and never the explainer', () => {
  let flips = 0;
  for (let i = 0; i < 20; i++) {
    const x = pictureOf(i);
    const pixels = found(classic, x);
    expect(found(explainer, x)).toBeUndefined();
    if (pixels === undefined) continue;
    flips++;
    expect(new Set(pixels).size).toBe(pixels.length);
    const inked = x.slice();
    for (const [n, k] of pixels.entries()) {
      expect(answerTo(classic, inked)).toBe(answerTo(classic, x));
      expect(never).toContain(k);
      inked[k] = 1;
      if (n === pixels.length - 1) expect(answerTo(classic, inked)).not.toBe(answerTo(classic, x));
    }
    for (const k of never) inked[k] = 1;
    expect(scoresOf(feedforward(explainer, inked))).toEqual(scoresOf(feedforward(explainer, x)));
  }
  expect(flips).toBeGreaterThan(10);
});

it('measures how large the weights from a pixel are', () => {
  const sizes = meanSizes(classic.layers[0]);
  let sum = 0;
  for (let j = 0; j < 30; j++) sum += Math.abs(classic.layers[0].weights[j * 784 + 300]);
  expect(sizes[300]).toBeCloseTo(sum / 30, 12);
});

it('draws shapes as the recogniser would have them, no two alike', () => {
  const pictures = SHAPE_NAMES.map((_, i) => shapePicture(i));
  for (const picture of pictures) {
    expect(picture.length).toBe(784);
    expect(picture.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    expect(Math.max(...picture)).toBeGreaterThan(0.9);
  }
  expect(new Set(pictures.map((picture) => picture.join())).size).toBe(SHAPE_NAMES.length);
  expect(shapePicture(SHAPE_NAMES.length)).toBe(pictures[0]);
});

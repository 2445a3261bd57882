import { describe, expect, it } from 'vitest';
import { preprocess } from '../../src/digits/preprocess.ts';
import type { Drawing } from '../../src/digits/strokes.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { type Network, createNetwork, emptyNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { readDrawing, readImage } from '../../src/recogniser/recognise.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';

const random = createNetwork([784, 12, 10], 'scaled', createRandom(1));
const cross: Drawing = [
  { points: [0.2, 0.2, 0.8, 0.8], width: 0.07, erase: false },
  { points: [0.8, 0.2, 0.2, 0.8], width: 0.07, erase: false },
];

/** A network that says the same of every picture: each score is the sigmoid of its z. */
function stubborn(zs: readonly number[]): Network {
  const network = emptyNetwork([784, 10]);
  network.layers[0].biases.set(zs);
  return network;
}

const four = [-9, -9, -9, -9, 9, -9, -9, -9, -9, -9];

describe('readDrawing', () => {
  it('hands on the picture that the network saw, all it computed, and its scores', () => {
    const reading = readDrawing(random, cross);
    expect(reading.image).toEqual(preprocess(cross));
    expect(reading.pass).toEqual(feedforward(random, reading.image));
    expect(reading.scores).toBe(reading.pass.activations.at(-1));
    expect(reading.scores).toHaveLength(10);
  });

  it('reads the same thing the same way, and changes neither network nor drawing', () => {
    const [network, drawing] = [structuredClone(random), structuredClone(cross)];
    expect(readDrawing(random, cross)).toEqual(readDrawing(random, cross));
    expect(random).toEqual(network);
    expect(cross).toEqual(drawing);
  });

  it.each<[what: string, zs: readonly number[], verdict: object]>([
    ['the digit that stands out', four, { kind: 'digit', digit: 4 }],
    ['two that cannot be told apart', four.with(7, 9), { kind: 'unsure', digit: 4, other: 7 }],
    ['no digit at all', four.with(4, -9), { kind: 'no-digit' }],
  ])('says %s', (_, zs, verdict) => {
    expect(readDrawing(stubborn(zs), cross).verdict).toEqual(verdict);
  });

  it('says that the pad is blank, though the network has scores for that too', () => {
    const reading = readDrawing(stubborn(four), []);
    expect(reading.verdict).toEqual({ kind: 'blank' });
    expect(reading.image).toEqual(new Float64Array(784));
    expect(reading.scores[4]).toBeGreaterThan(0.99);
  });

  it('reads on when points are no places', () => {
    const drawing = [...cross, { points: [NaN, 0.5, 0.5, Infinity], width: 0.07, erase: false }];
    expect(readDrawing(random, drawing)).toEqual(readDrawing(random, cross));
  });

  it('reads every drawing of the tests into ten finite scores', () => {
    for (const { id, strokes } of DRAWN_DIGITS) {
      const drawing = strokes.map((points) => ({ points, width: 0.07, erase: false }));
      const { scores, verdict } = readDrawing(random, drawing);
      expect(
        scores.every((a) => a > 0 && a < 1),
        id,
      ).toBe(true);
      expect(verdict.kind, id).not.toBe('blank');
    }
  });
});

describe('readImage', () => {
  it('reads a picture that is in form already, as it stands', () => {
    const image = preprocess(cross);
    const reading = readImage(random, image);
    expect(reading.image).toBe(image);
    expect(reading).toEqual(readDrawing(random, cross));
  });
});

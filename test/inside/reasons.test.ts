import { describe, expect, it } from 'vitest';
import { discsOn, inkEffects, leastDisc, untrained } from '../../src/inside/reasons.ts';
import { ShapeError } from '../../src/network/errors.ts';
import { feedforward, scoresOf } from '../../src/network/feedforward.ts';
import type { Network } from '../../src/network/network.ts';
import { readDrawing } from '../../src/recogniser/recognise.ts';
import { bestTwo, judge } from '../../src/recogniser/verdict.ts';
import { headline } from '../../src/widgets/recogniser/words.ts';
import { drawingOf } from '../drawings/drawing-of.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { classic, explainer, pictureOf, recogniser } from './networks.ts';

/** Works to the end at once. */
function all<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

const answerOf = (picture: ArrayLike<number>, scores: ArrayLike<number>): string =>
  headline(judge(picture, scores));
const reads = (network: Network, picture: Float64Array): string =>
  answerOf(picture, scoresOf(feedforward(network, picture)));

describe.each(Object.entries({ classic, explainer, recogniser }))(
  'what ink does in the %s network',
  (_, network) => {
    it('is how far the lead falls when a pixel is taken away, as plain loops find it', () => {
      for (const i of [0, 7, 38]) {
        const x = pictureOf(i);
        const { zs } = feedforward(network, x);
        const z = zs[zs.length - 1];
        const [first, second] = bestTwo(z);
        const effects = all(inkEffects(network, x, [first, second]));
        for (let k = 0; k < 784; k++) {
          if (x[k] === 0) {
            expect(effects[k]).toBe(0);
            continue;
          }
          const without = x.slice();
          without[k] = 0;
          const pass = feedforward(network, without);
          const then = pass.zs[pass.zs.length - 1];
          expect(effects[k]).toBeCloseTo(z[first] - z[second] - (then[first] - then[second]), 9);
        }
      }
    });
  },
);

it('an output that there is not is refused', () => {
  expect(() => all(inkEffects(explainer, pictureOf(0), [3, 10]))).toThrow(ShapeError);
});

/** Fifty drawings, of every digit and hand. */
const drawings = DRAWN_DIGITS.filter((_, i) => i % 2 === 0).slice(0, 50);

describe('the least disc of ink', () => {
  it('changes the answer of 50 drawings when it is rubbed out', () => {
    expect(drawings).toHaveLength(50);
    let found = 0;
    for (const { strokes } of drawings) {
      const { image } = readDrawing(recogniser, drawingOf(strokes));
      const least = all(leastDisc(recogniser, image, answerOf));
      if (least === undefined) continue;
      found++;
      const without = image.slice();
      for (const k of least.disc.pixels) without[k] = 0;
      expect(without).toEqual(least.picture);
      expect(reads(recogniser, without)).not.toBe(reads(recogniser, image));
      expect([...scoresOf(feedforward(recogniser, without))]).toEqual([...least.scores]);
    }
    expect(found).toBeGreaterThanOrEqual(45);
  });

  it('is the least: no disc with less ink changes it, as plain loops over pixels find', () => {
    for (const i of [3, 18, 61]) {
      const x = pictureOf(i);
      const least = all(leastDisc(explainer, x, answerOf));
      const most = least?.disc.ink ?? Infinity;
      const answer = reads(explainer, x);
      for (let row = 0; row < 28; row++) {
        for (let column = 0; column < 28; column++) {
          for (let radius = 0.5; radius <= 6; radius += 0.5) {
            const without = x.slice();
            let ink = 0;
            for (let k = 0; k < 784; k++) {
              const [down, across] = [Math.floor(k / 28) - row, (k % 28) - column];
              if (down * down + across * across > radius * radius) continue;
              ink += x[k];
              without[k] = 0;
            }
            if (ink < most - 1e-9) expect(reads(explainer, without)).toBe(answer);
          }
        }
      }
    }
  });

  it('takes ink, and is named by the pixels that it takes', () => {
    const x = pictureOf(5);
    const discs = all(discsOn(x));
    expect(discs.length).toBeGreaterThan(500);
    for (const [i, { pixels, ink }] of discs.entries()) {
      expect(ink).toBeGreaterThan(0);
      expect(pixels.every((k) => x[k] > 0)).toBe(true);
      if (i > 0) expect(ink).toBeGreaterThanOrEqual(discs[i - 1].ink);
    }
  });

  it('is none on a blank picture, and none where nothing changes the answer', () => {
    expect(all(discsOn(new Float64Array(784)))).toEqual([]);
    expect(all(leastDisc(explainer, pictureOf(0), () => 'always'))).toBeUndefined();
  });
});

it('weights that have learned nothing are the same each time, of the sizes asked for, and come in portions of a neuron', () => {
  // Both begin before either is done: the second has nothing from the first.
  const [one, other] = [untrained([784, 16, 10]), untrained([784, 16, 10])];
  for (let j = 0; j < 16 + 10; j++)
    expect([one.next().done, other.next().done]).toEqual([false, false]);
  const [{ sizes, layers }, again] = [all(one), all(other)];
  expect(sizes).toEqual([784, 16, 10]);
  expect(layers).toEqual(again.layers);
  const { weights } = layers[0];
  expect(new Set(weights).size).toBeGreaterThan(0.99 * 784 * 16);
  const spread = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0) / weights.length);
  expect(spread * Math.sqrt(784)).toBeCloseTo(1, 1);
});

it('comes in many small portions, so that a page can breathe in between', () => {
  /** How many portions there are, and how much of the time the longest takes, which a busy machine stretches alike. */
  const portions = (work: Generator): { count: number; longest: number } => {
    const began = performance.now();
    let [count, longest, last] = [0, 0, began];
    while (work.next().done !== true) {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      count++;
    }
    return { count, longest: longest / (performance.now() - began) };
  };
  const x = pictureOf(8);
  const inked = x.filter((ink) => ink > 0).length;
  expect(portions(inkEffects(recogniser, x, [5, 6])).count).toBe(inked);
  const least = portions(leastDisc(recogniser, x, () => 'always'));
  expect(least.count).toBeGreaterThan(1000);
  expect(least.longest).toBeLessThan(0.5);
});

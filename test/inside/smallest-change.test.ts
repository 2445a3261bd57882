import { describe, expect, it } from 'vitest';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { argmax, feedforward, scoresOf } from '../../src/network/feedforward.ts';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import {
  flippingPixels,
  leadSlope,
  lengthBetween,
  smallestChange,
  withNoise,
} from '../../src/inside/smallest-change.ts';
import { classic, explainer, pictureOf, recogniser } from './networks.ts';

const answerTo = (network: Network, x: Float64Array): number =>
  argmax(scoresOf(feedforward(network, x)));

const networks: readonly (readonly [string, Network])[] = [
  ['explainer', explainer],
  ['classic', classic],
  ['recogniser', recogniser],
];

describe.each(networks)('the smallest change that flips the %s network', (_, network) => {
  it('flips each of 50 digits, stays a picture, and is the least along its line: nothing a tenth shorter does', () => {
    for (let i = 0; i < 50; i++) {
      const x = pictureOf(i);
      const change = smallestChange(network, x);
      if (change === undefined) throw new Error(`Nothing flips digit ${i}.`);
      const { picture, length, answer } = change;
      const before = answerTo(network, x);
      expect(answerTo(network, picture)).toBe(answer);
      expect(answer).not.toBe(before);
      expect(picture.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
      expect(length).toBe(lengthBetween(picture, x));
      for (let t = 0.02; t <= 0.9; t += 0.02) {
        const shorter = x.map((ink, k) => ink + t * (picture[k] - ink));
        expect(answerTo(network, shorter)).toBe(before);
      }
    }
  }, 180_000);

  it('is shorter than by a plain walk along the slope', () => {
    for (let i = 0; i < 10; i++) {
      const x = pictureOf(i);
      const change = smallestChange(network, x);
      if (change === undefined) throw new Error(`Nothing flips digit ${i}.`);
      const before = answerTo(network, x);
      const slope = leadSlope(network, x, [before, change.answer]);
      const norm = lengthBetween(slope, new Float64Array(784));
      let t = 0;
      let walked = x;
      while (answerTo(network, walked) === before && t < 20) {
        t += 0.02;
        walked = x.map((ink, k) => Math.max(0, Math.min(1, ink + (t * slope[k]) / norm)));
      }
      expect(change.length).toBeLessThanOrEqual(lengthBetween(walked, x) + 0.02);
    }
  }, 90_000);

  it('has a slope that finite differences agree with', () => {
    const x = pictureOf(7);
    const slope = leadSlope(network, x, [9, 4]);
    const lead = (picture: Float64Array): number => {
      const z = feedforward(network, picture).zs.at(-1) ?? new Float64Array(10);
      return z[4] - z[9];
    };
    for (let k = 0; k < 784; k += 61) {
      const moved = (h: number): Float64Array => x.map((ink, i) => (i === k ? ink + h : ink));
      const measured = (lead(moved(1e-5)) - lead(moved(-1e-5))) / 2e-5;
      expect(slope[k]).toBeCloseTo(measured, 5);
    }
  });

  it('is found alike twice', () => {
    expect(smallestChange(network, pictureOf(3))).toEqual(smallestChange(network, pictureOf(3)));
  });
});

describe('a change', () => {
  it.each([
    [new Float64Array(3), ShapeError, /takes 784 numbers; got 3/],
    [new Float64Array(784).fill(NaN), ValueError, /finite/],
  ])('is not looked for from what is no picture', (x, error, message) => {
    expect(() => smallestChange(explainer, x)).toThrow(error);
    expect(() => smallestChange(explainer, x)).toThrow(message);
  });

  it('leads to no output that there is not', () => {
    expect(() => leadSlope(explainer, pictureOf(0), [0, 10])).toThrow(/outputs 0 to 9; got 10/);
  });

  it('is not there for a network of one answer', () => {
    const one = createNetwork([4, 3, 1], 'normal', createRandom(1));
    expect(smallestChange(one, [0, 1, 0, 1])).toBeUndefined();
  });
});

describe('noise', () => {
  it('is as long as asked, and leaves ink from 0 to 1', () => {
    const random = createRandom(4);
    for (const length of [0.1, 1, 3]) {
      const noisy = withNoise(pictureOf(1), length, random);
      expect(lengthBetween(noisy, pictureOf(1))).toBeCloseTo(length, 9);
      expect(noisy.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    }
  });
});

describe('a single pixel', () => {
  it('flips the answer where it is said to, and nowhere else', () => {
    let some = 0;
    for (const i of [0, 8]) {
      const x = pictureOf(i);
      const before = answerTo(classic, x);
      const expected = Array.from(x.keys()).filter((k) => {
        const toggled = x.slice();
        toggled[k] = x[k] > 0.5 ? 0 : 1;
        return answerTo(classic, toggled) !== before;
      });
      expect(flippingPixels(classic, x)).toEqual(expected);
      some += expected.length;
    }
    expect(some).toBeGreaterThan(0);
  });
});

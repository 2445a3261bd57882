import { describe, expect, it } from 'vitest';
import { sliceDigits } from '../../src/digits/mnist.ts';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { activityOf, columnOf, meanActivations } from '../../src/inside/activity.ts';
import { correlation, quantile, standardised } from '../../src/inside/correlation.ts';
import {
  bestDigits,
  bestEdges,
  bestRings,
  edgePicture,
  EDGES,
  inkedPixels,
  ownPictures,
  ringPicture,
  RINGS,
} from '../../src/inside/explained.ts';
import { nearestExamples } from '../../src/inside/nearest.ts';
import { NONSENSE, nonsensePicture, shareAbove, topScores } from '../../src/inside/nonsense.ts';
import { meanPictures, portraitOf, slopePictures, weightsOf } from '../../src/inside/portraits.ts';
import { selectivities } from '../../src/inside/selectivity.ts';
import {
  areZeroFrom,
  inkCounts,
  neighbourCorrelation,
  signsOnly,
  spreadFrom,
  withoutSmallest,
} from '../../src/inside/weights.ts';
import { classic, digits, explainer, pictureOf } from './networks.ts';

const activity = activityOf(explainer, digits);
const inked = inkedPixels(digits.inputs, 784);

describe('activity', () => {
  it('is what a pass of each digit has, to the last bit', () => {
    for (let i = 0; i < digits.count; i += 41) {
      const pass = feedforward(explainer, pictureOf(i));
      activity.layers.forEach(({ nOut, zs, activations }, l) => {
        expect(zs.subarray(i * nOut, (i + 1) * nOut)).toEqual(pass.zs[l]);
        expect(activations.subarray(i * nOut, (i + 1) * nOut)).toEqual(pass.activations[l + 1]);
      });
    }
  });

  it('has a mean for each neuron, and a column', () => {
    const [layer] = activity.layers;
    const column = columnOf(layer.activations, 16, 4);
    expect(meanActivations(layer)[4]).toBeCloseTo(
      column.reduce((sum, a) => sum + a / digits.count, 0),
      12,
    );
    expect(() => columnOf(layer.zs, 16, 16)).toThrow(/neurons 0 to 15; got 16/);
  });

  it('refuses examples that do not fit', () => {
    expect(() => activityOf(explainer, { ...digits, count: 3 })).toThrow(ShapeError);
  });
});

describe('a portrait', () => {
  it('has the ten digits at either end, the farthest out first', () => {
    const { zs, most, least } = portraitOf(activity, 0, 5);
    const sorted = [...zs].sort((a, b) => a - b);
    expect(least.map(({ z }) => z)).toEqual(sorted.slice(0, 10));
    expect(most.map(({ z }) => z)).toEqual(sorted.slice(-10).reverse());
    for (const { example, z } of [...most, ...least]) expect(zs[example]).toBe(z);
  });

  it('has all there are, where they are fewer', () => {
    const few = activityOf(explainer, {
      ...digits,
      count: 3,
      inputs: digits.inputs.subarray(0, 3 * 784),
      labels: digits.labels.subarray(0, 3),
    });
    const { most, least } = portraitOf(few, 1, 0);
    expect(most.length).toBe(3);
    expect([...least].reverse()).toEqual(most);
  });
});

describe('the pixels that a neuron goes by', () => {
  const few = sliceDigits(digits, 0, 5);
  const network = createNetwork([784, 4, 3, 2, 10], 'scaled', createRandom(3));

  it('are its weights in the first layer', () => {
    slopePictures(activityOf(explainer, few), 0).forEach((picture, j) => {
      expect(picture).toEqual(weightsOf(explainer, 0, j));
    });
  });

  it.each([1, 2])('are the mean slopes of its z in layer %i, as nudges measure them', (l) => {
    const pictures = slopePictures(activityOf(network, few), l);
    const k = 400;
    const step = 1e-4;
    pictures.forEach((picture, j) => {
      let slope = 0;
      for (let i = 0; i < few.count; i++) {
        const z = (by: number): number =>
          feedforward(
            network,
            pictureOf(i).map((ink, at) => (at === k ? ink + by : ink)),
          ).zs[l][j];
        slope += (z(step) - z(-step)) / (2 * step * few.count);
      }
      expect(picture[k]).toBeCloseTo(slope, 8);
    });
  });
});

describe('what a picture is explained by', () => {
  it('is an edge where it is one, whichever way round and however strong', () => {
    const mine = [0, 777, 2345, EDGES - 1];
    const matches = bestEdges(
      mine.map((e, i) => edgePicture(e).map((v) => v * (i % 2 === 0 ? 3 : -0.2) + 1)),
      inkedPixels(new Uint8Array(784).fill(1), 784),
    );
    expect(matches.map(({ pattern }) => pattern)).toEqual(mine);
    expect(matches.map(({ reversed }) => reversed)).toEqual([false, true, false, true]);
    for (const { share } of matches) expect(share).toBeCloseTo(1, 10);
  });

  it('has 3,600 edges, no two alike, each light on one side as it is dark on the other', () => {
    expect(EDGES).toBe(3600);
    const seen = new Set(
      Array.from({ length: EDGES }, (_, e) =>
        edgePicture(e)
          .map((v) => Math.round(1e6 * v))
          .join(),
      ),
    );
    expect(seen.size).toBe(EDGES);
    const middle = edgePicture(44);
    expect(Math.max(...middle)).toBeLessThanOrEqual(1);
    expect(() => edgePicture(EDGES)).toThrow(ShapeError);
  });

  it('is a digit where it is one, less what all digits have', () => {
    const own = ownPictures(meanPictures(digits, 784));
    const pictures = own.map((picture, d) => picture.map((v) => (d % 2 === 0 ? v : -v)));
    bestDigits(pictures, own, inked).forEach(({ pattern, share, reversed }, d) => {
      expect(pattern).toBe(d);
      expect(share).toBeCloseTo(1, 10);
      expect(reversed).toBe(d % 2 === 1);
    });
    const sum = own.reduce((total, picture) => total + picture[400], 0);
    expect(sum).toBeCloseTo(0, 12);
  });

  it('is less than half an edge and a third of a digit, for every neuron of the explainer', () => {
    const pictures = Array.from({ length: 16 }, (_, j) => weightsOf(explainer, 0, j));
    const own = ownPictures(meanPictures(digits, 784));
    for (const { share } of bestEdges(pictures, inked)) expect(share).toBeLessThan(0.5);
    for (const { share } of bestDigits(pictures, own, inked)) expect(share).toBeLessThan(1 / 3);
  });

  it('needs a mean of each digit', () => {
    expect(() => meanPictures({ ...digits, count: 1 }, 784)).toThrow(ValueError);
  });
});

describe('rings', () => {
  const pixels = inkedPixels(new Uint8Array(784).fill(1), 784);

  it('are each found in themselves, light along the line and dark beside it', () => {
    for (const r of [0, 155, 349, RINGS - 1]) {
      const [match] = bestRings([ringPicture(r)], pixels);
      expect(match).toMatchObject({ pattern: r, reversed: false });
      expect(match.share).toBeCloseTo(1, 10);
      expect(Math.max(...ringPicture(r))).toBeGreaterThan(0.9);
      expect(Math.min(...ringPicture(r))).toBeGreaterThan(-0.5);
    }
    expect(() => ringPicture(RINGS)).toThrow(ShapeError);
  });
});

describe('correlation', () => {
  it('is 1 for a line upwards, -1 for one downwards, 0 where nothing varies', () => {
    expect(correlation([1, 2, 3], [5, 7, 9])).toBeCloseTo(1, 14);
    expect(correlation([1, 2, 3], [9, 7, 5])).toBeCloseTo(-1, 14);
    expect(correlation([1, 2, 3], [0.1, 0.1, 0.1])).toBe(0);
    expect(standardised([0.1, 0.1, 0.1])).toEqual(new Float64Array(3));
    expect(() => correlation([1], [1, 2])).toThrow(ShapeError);
  });

  it('has quantiles between the numbers', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([5], 0.9)).toBe(5);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('the nearest digits', () => {
  it('are the nearest of all, in order', () => {
    const x = pictureOf(11);
    const distances = Array.from({ length: digits.count }, (_, i) =>
      Math.sqrt(pictureOf(i).reduce((sum, ink, k) => sum + (ink - x[k]) * (ink - x[k]), 0)),
    );
    const order = [...distances.keys()].sort((a, b) => distances[a] - distances[b]);
    const near = nearestExamples(x, digits, 8);
    expect(near.map(({ example }) => example)).toEqual(order.slice(0, 8));
    expect(near[0]).toEqual({ example: 11, distance: 0 });
    for (const { example, distance } of near) expect(distance).toBeCloseTo(distances[example], 9);
  });

  it('are all there are, and refuse nonsense', () => {
    expect(nearestExamples(pictureOf(0), digits, 1000).length).toBe(digits.count);
    expect(() => nearestExamples(pictureOf(0), digits, 0)).toThrow(ShapeError);
    expect(() => nearestExamples(new Float64Array(3), digits, 1)).toThrow(ShapeError);
  });
});

describe('nonsense', () => {
  it('is made of a digit, the same from the same seed', () => {
    const x = pictureOf(2);
    for (const kind of NONSENSE) {
      const picture = nonsensePicture(kind, x, createRandom(5));
      expect(picture.length).toBe(784);
      expect(picture.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
      expect(nonsensePicture(kind, x, createRandom(5))).toEqual(picture);
    }
    const shuffled = nonsensePicture('shuffled', x, createRandom(5));
    expect([...shuffled].sort()).toEqual([...x].sort());
    expect(nonsensePicture('inverted', x, createRandom(5))[0]).toBe(1);
  });

  it('makes the classic network surer than the explainer', () => {
    const random = createRandom(1);
    const pictures = Array.from({ length: 100 }, (_, i) =>
      nonsensePicture('shuffled', pictureOf(i), random),
    );
    const sure = (network: typeof classic): number => shareAbove(topScores(network, pictures), 0.9);
    expect(sure(classic)).toBeGreaterThan(0.2);
    expect(sure(explainer)).toBeLessThan(0.05);
  });

  it('is scored as any picture is', () => {
    const [top] = topScores(explainer, [pictureOf(0)]);
    const scores = feedforward(explainer, pictureOf(0)).activations[3];
    expect(top).toEqual({ answer: 7, score: scores[7] });
  });
});

describe('selectivity', () => {
  it('is 1 for a neuron that one label alone wakes, and 0 for one that treats all alike', () => {
    const layer = {
      nOut: 2,
      zs: new Float64Array(6),
      activations: Float64Array.of(0.8, 0.5, 0, 0.5, 0, 0.5),
    };
    expect([...selectivities(layer, Uint8Array.of(0, 1, 2))]).toEqual([1, 0]);
  });
});

describe('weights', () => {
  it('lose their smallest half, and nothing else', () => {
    const half = withoutSmallest(explainer, 0, 0.5);
    const sizes = explainer.layers[0].weights.map(Math.abs);
    const limit = quantile(sizes, 0.5);
    half.layers[0].weights.forEach((w, i) => {
      if (sizes[i] > limit) expect(w).toBe(explainer.layers[0].weights[i]);
      if (sizes[i] < limit) expect(w).toBe(0);
    });
    expect(half.layers[0].weights.filter((w) => w !== 0).length).toBeLessThanOrEqual(6272);
    expect(half.layers[1]).toEqual(explainer.layers[1]);
    expect(() => withoutSmallest(explainer, 0, 2)).toThrow(ValueError);
  });

  it('may keep their signs alone', () => {
    const [{ weights }] = signsOnly(classic, 0).layers;
    weights.forEach((w, i) => {
      expect(Math.sign(w)).toBe(Math.sign(classic.layers[0].weights[i]));
      if (i % 784 > 0) expect(Math.abs(w)).toBe(Math.abs(weights[i - 1]));
    });
  });

  it('from pixels that are always blank: noise in the classic network, exactly 0 in the explainer', () => {
    const counts = inkCounts(digits.inputs, 784);
    expect([...counts.keys()].filter((k) => counts[k] > 0)).toEqual([...inked]);
    const corners = [0, 1, 27, 756, 783];
    expect(areZeroFrom(explainer.layers[0], corners)).toBe(true);
    expect(areZeroFrom(classic.layers[0], corners)).toBe(false);
    expect(spreadFrom(explainer.layers[0], corners)).toBe(0);
    expect(spreadFrom(classic.layers[0], corners)).toBeGreaterThan(0.7);
  });

  it('of neighbouring pixels are alike in a smooth picture, and not in noise', () => {
    const smooth = { nIn: 784, nOut: 1, biases: new Float64Array(1), weights: edgePicture(1500) };
    expect(
      neighbourCorrelation(
        smooth,
        Int32Array.from({ length: 784 }, (_, k) => k),
      ),
    ).toBeGreaterThan(0.7);
    const random = createRandom(2);
    const noise = { ...smooth, weights: smooth.weights.map(() => random.normal()) };
    expect(Math.abs(neighbourCorrelation(noise, inked))).toBeLessThan(0.1);
    expect(() => neighbourCorrelation({ ...smooth, nIn: 4 }, inked)).toThrow(ShapeError);
  });
});

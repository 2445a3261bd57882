/** The numbers of chapter 6, against the networks as they stand. */
import { describe, expect, it } from 'vitest';
import record from '../../public/models/inside.json' with { type: 'json' };
import { PIXELS } from '../../src/digits/mnist.ts';
import { openModel } from '../../src/commands/models.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { activityOf, meanActivations } from '../../src/inside/activity.ts';
import { readWithout } from '../../src/inside/lesions.ts';
import { portraitOf } from '../../src/inside/portraits.ts';
import { insideValues } from '../../src/measured/inside.ts';
import { argmax, feedforward, scoresOf } from '../../src/network/feedforward.ts';
import { MODEL_NAMES, recipes } from '../../src/training/recipes.ts';

const test = readMnist('test');
const training = readMnist('train');

describe.each(MODEL_NAMES)('what was measured of the %s network', (name) => {
  const network = openModel(name);
  const kept = record.networks[name];

  it('counts the digits that it reads', () => {
    const { layers, labels } = activityOf(network, test);
    const { nOut, activations } = layers[layers.length - 1];
    let right = 0;
    labels.forEach((label, i) => {
      if (argmax(activations.subarray(i * nOut, (i + 1) * nOut)) === label) right++;
    });
    expect(right).toBe(kept.right);
  });

  it('has its best scores for a blank page and a full one', () => {
    const best = (ink: number): number =>
      Math.max(...scoresOf(feedforward(network, new Float64Array(PIXELS).fill(ink))));
    expect(best(0)).toBeCloseTo(kept.nonsense.blank, 4);
    expect(best(1)).toBeCloseTo(kept.nonsense.full, 4);
  });

  it('has a picture for each hidden neuron, of which edges and digits explain a share', () => {
    const widths = kept.pictures.map(({ edges, digits }) => [edges.length, digits.length]);
    expect(widths).toEqual(network.layers.slice(0, -1).map(({ nOut }) => [nOut, nOut]));
  });
});

it('knows which pixels no training digit inks, and which fewer than ten', () => {
  const counts = new Uint32Array(PIXELS);
  training.inputs.forEach((ink, i) => {
    if (ink > 0) counts[i % PIXELS]++;
  });
  const fewer = (limit: number): number => counts.filter((count) => count < limit).length;
  expect([fewer(1), fewer(10)]).toEqual([record.never, record.rare]);
});

it('tells what is lost without neuron 2 of the explainer network', () => {
  const activity = activityOf(openModel('explainer'), test);
  const { right, layers } = record.networks.explainer;
  for (const at of ['zero', 'mean'] as const) {
    const { accuracy } = readWithout(activity, { layer: 0, neurons: [1], at });
    expect(right - Math.round(accuracy * test.count)).toBe(layers[0].lost[at][1]);
  }
});

describe('what the prose says beside its numbers', () => {
  const { classic, explainer, recogniser } = record.networks;
  const activity = activityOf(openModel('explainer'), test);

  it('is true of neuron 2: fond of 2s and 0s, coldest to 4s, at 0.67 in the mean, and missed most', () => {
    const { most, least } = portraitOf(activity, 0, 1);
    const labelsOf = (list: typeof most): string =>
      [...new Set(list.map(({ example }) => test.labels[example]))].sort().join(' ');
    expect(labelsOf(most)).toBe('0 2');
    expect(least.filter(({ example }) => test.labels[example] === 4).length).toBeGreaterThan(8);
    expect(meanActivations(activity.layers[0])[1]).toBeCloseTo(0.67, 2);
    const { zero, mean } = explainer.layers[0].lost;
    expect(Math.max(...zero)).toBe(zero[1]);
    expect(mean[1]).toBeLessThan(zero[1] / 5);
    const firing = (label: number): number => {
      const zs = activity.layers[0].zs.filter(
        (_, at) => at % 16 === 1 && test.labels[Math.floor(at / 16)] === label,
      );
      return zs.filter((z) => z > 0).length / zs.length;
    };
    for (const label of [3, 5, 8]) expect(firing(label)).toBeGreaterThan(0.9);
    for (const label of [4, 7, 9]) expect(firing(label)).toBeLessThan(0.1);
  });

  it('is true of the six neurons that are excited most by 2s', () => {
    const fond = activity.network.layers[0].biases.reduce((count, _, j) => {
      const twos = portraitOf(activity, 0, j).most.filter(
        ({ example }) => test.labels[example] === 2,
      );
      return count + (twos.length > 5 ? 1 : 0);
    }, 0);
    expect(fond).toBe(6);
  });

  it('is true of the pictures: none of the explainer network is half an edge, ring or digit, some of the recogniser are', () => {
    for (const { edges, rings, digits } of explainer.pictures) {
      expect(Math.max(...edges, ...rings, ...digits)).toBeLessThan(0.5);
    }
    const [first] = explainer.pictures;
    const { rough, smooth, mixtures, edgier } = record.controls;
    expect(Math.min(...first.edges)).toBeGreaterThan(Math.max(...rough.edges));
    // Most, not all, are more of an edge than smooth noise is; and some mixtures more than any neuron.
    const best = Math.max(...smooth.edges);
    expect(first.edges.filter((share) => share > best).length).toBeGreaterThan(10);
    expect(Math.max(...mixtures.edges)).toBeGreaterThan(Math.max(...first.edges));
    expect(edgier).toBeGreaterThan(0.65);
    expect(Math.max(...recogniser.pictures[0].edges)).toBeGreaterThan(0.5);
    expect(classic.neighbours).toBeLessThan(explainer.neighbours / 2);
  });

  it('is true of mixtures: they tell digits better, in each layer that it names', () => {
    for (const { neurons, mixtures } of [...explainer.layers, ...classic.layers]) {
      expect(mixtures).toBeGreaterThan(neurons);
    }
  });

  it('is true of choosy neurons: missed less at 0, and more at their mean', () => {
    const { zero, mean } = explainer.layers[0].foretold;
    expect(zero).toBeLessThan(-0.2);
    expect(mean).toBeGreaterThan(0.2);
  });

  it('is true of nonsense and of changes: the classic network is first in both, the other two change places', () => {
    const kinds = ['noise', 'shuffled', 'inverted'] as const;
    for (const kind of kinds) {
      expect(classic.nonsense[kind]).toBeGreaterThan(0.1);
      for (const other of [explainer, recogniser]) {
        expect(other.nonsense[kind]).toBeLessThan(0.1);
      }
      expect(record.controls.bare.nonsense[kind]).toBeGreaterThan(explainer.nonsense[kind]);
    }
    expect(classic.change.length).toBeLessThan(explainer.change.length);
    expect(explainer.change.length).toBeLessThan(recogniser.change.length);
    expect(explainer.nonsense.shuffled).toBeLessThan(recogniser.nonsense.shuffled);
    expect(explainer.nonsense.inverted).toBeGreaterThan(recogniser.nonsense.inverted);
    expect([classic, explainer, recogniser].map(({ change }) => change.noise)).toEqual([0, 0, 0]);
  });

  it('is true of pixels without ink: N(0, 1) as it was drawn, and exactly 0', () => {
    expect(classic.blankSpread).toBeCloseTo(1, 1);
    expect(explainer.blankSpread).toBe(0);
    const { eta, etaLeft, lambda } = recipes.explainer;
    expect([(eta * (1 + etaLeft)) / 2, lambda]).toEqual([1.1, 6]);
  });
});

it('prints every number', async () => {
  for (const [name, measure] of Object.entries(insideValues)) {
    expect(await measure(), name).toMatch(/^[−\d][\d.,]*%?$/);
  }
});

/** The numbers of chapter 6, against the networks as they stand. */
import { describe, expect, it } from 'vitest';
import record from '../../public/models/inside.json' with { type: 'json' };
import { PIXELS } from '../../src/digits/mnist.ts';
import { openModel } from '../../src/commands/models.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { activityOf } from '../../src/inside/activity.ts';
import { readWithout } from '../../src/inside/lesions.ts';
import { insideValues } from '../../src/measured/inside.ts';
import { argmax, feedforward, scoresOf } from '../../src/network/feedforward.ts';
import { MODEL_NAMES } from '../../src/training/recipes.ts';

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

it('prints every number', async () => {
  for (const [name, measure] of Object.entries(insideValues)) {
    expect(await measure(), name).toMatch(/^[−\d][\d.,]*%?$/);
  }
});

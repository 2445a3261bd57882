import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/network/errors.ts';
import { createRandom } from '../../src/network/random.ts';
import { activityOf } from '../../src/inside/activity.ts';
import {
  auc,
  aucOfEach,
  aucTable,
  bestOfEach,
  groups,
  mixedColumn,
  mixedWeights,
  neuronColumns,
  randomMixture,
} from '../../src/inside/auc.ts';
import { digits, explainer, pictureOf } from './networks.ts';

/** Every pair, one by one. */
function pairs(values: Float64Array, labels: Uint8Array, label: number): number {
  let won = 0;
  let all = 0;
  values.forEach((value, i) => {
    if (labels[i] !== label) return;
    values.forEach((other, j) => {
      if (labels[j] === label) return;
      all++;
      won += value > other ? 1 : value === other ? 0.5 : 0;
    });
  });
  return all === 0 ? 0.5 : won / all;
}

describe('the AUC', () => {
  it('is the share of pairs that are in order, a tie counting half', () => {
    const example = fc.record({
      label: fc.integer({ min: 0, max: 9 }),
      value: fc.integer({ min: -3, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(example, { maxLength: 40 }), (list) => {
        const values = Float64Array.from(list, ({ value }) => value);
        const labels = Uint8Array.from(list, ({ label }) => label);
        const each = aucOfEach(values, labels);
        for (let label = 0; label < 10; label++) {
          const expected = pairs(values, labels, label);
          expect(auc(groups(values, labels, label))).toBeCloseTo(expected, 12);
          expect(each[label]).toBeCloseTo(expected, 12);
        }
      }),
    );
  });

  it('of every neuron of a layer is what counting its pairs gives', () => {
    const [, layer] = activityOf(explainer, digits).layers;
    const columns = neuronColumns(layer);
    const table = aucTable(columns, digits.labels);
    columns.forEach((column, j) => {
      for (let label = 0; label < 10; label++) {
        expect(table[10 * j + label]).toBeCloseTo(pairs(column, digits.labels, label), 12);
      }
    });
    const best = bestOfEach(table);
    for (let label = 0; label < 10; label++) {
      const all = columns.map((_, j) => table[10 * j + label]);
      expect(best[label]).toBe(Math.max(...all, ...all.map((share) => 1 - share)));
    }
  });

  it('wants a label a value', () => {
    expect(() => aucOfEach(new Float64Array(3), new Uint8Array(2))).toThrow(ShapeError);
  });
});

describe('a random mixture', () => {
  const [layer] = activityOf(explainer, digits).layers;

  it('is of length 1, and the same from the same seed', () => {
    const mixture = randomMixture(16, createRandom(3));
    expect(mixture.reduce((sum, m) => sum + m * m, 0)).toBeCloseTo(1, 12);
    expect(randomMixture(16, createRandom(3))).toEqual(mixture);
  });

  it('says the sum of what its neurons say, each by its share', () => {
    const mixture = randomMixture(16, createRandom(3));
    const column = mixedColumn(layer.activations, mixture);
    for (let i = 0; i < digits.count; i += 37) {
      let sum = 0;
      for (let j = 0; j < 16; j++) sum += mixture[j] * layer.activations[16 * i + j];
      expect(column[i]).toBe(sum);
    }
    expect(() => mixedColumn(layer.activations, new Float64Array(3))).toThrow(/no rows of 3/);
  });

  it('of z has weights of its own, which give it straight from the picture', () => {
    const mixture = randomMixture(16, createRandom(8));
    const column = mixedColumn(layer.zs, mixture);
    const [{ biases }] = explainer.layers;
    const bias = biases.reduce((sum, b, j) => sum + b * mixture[j], 0);
    const weights = mixedWeights(explainer.layers[0], mixture);
    for (let i = 0; i < digits.count; i += 53) {
      const z = pictureOf(i).reduce((sum, ink, k) => sum + ink * weights[k], bias);
      expect(column[i]).toBeCloseTo(z, 9);
    }
    expect(() => mixedWeights(explainer.layers[0], new Float64Array(3))).toThrow(/mixes 16/);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  type Rule,
  SameShape,
  type Start,
} from '../../../src/widgets/backprop/same-shape.svelte.ts';
import { work } from '../../../src/widgets/backprop/whole-pass.svelte.ts';

beforeAll(() => loadResources(stages, hundred));
const create = (rule: Rule, stage = 1, digit = 20, start: Start = {}): SameShape => {
  const { pixels, label } = hundred.value[digit];
  const worked = work(stages.value[stage], pixels, label, 1);
  return new SameShape(rule, () => ({ worked, neuronOf: (layer) => layer + 1 }), start);
};

describe('what follows', () => {
  it('along the weights is what backpropagation gives', () => {
    for (const layer of [1, 2, 3]) {
      const figure = create('weights', 1, 20, { layer });
      const { nIn } = figure.worked.network.layers[layer - 1];
      const row = figure.worked.errors.nablaW[layer - 1].subarray(
        figure.neuron * nIn,
        (figure.neuron + 1) * nIn,
      );
      figure.following.forEach((value, k) => expect(value).toBeCloseTo(row[k], 15));
    }
  });

  it('as requests adds up, over all who ask, to the wish', () => {
    const { pixels, label } = hundred.value[20];
    const worked = work(stages.value[1], pixels, label, 1);
    const sums = new Float64Array(16);
    for (let j = 0; j < 10; j++) {
      const figure = new SameShape('requests', () => ({ worked, neuronOf: () => j }));
      figure.following.forEach((value, k) => (sums[k] += value));
    }
    sums.forEach((sum, k) => expect(sum).toBeCloseTo(worked.errors.wishes[1][k], 12));
  });
});

describe('the figure', () => {
  it('says that a pixel without ink teaches nothing', () => {
    expect(create('weights', 1, 20, { layer: 1, source: 0 }).words).toContain('learns nothing');
  });

  it('keeps a state that makes sense, whatever a link says, and goes back', () => {
    for (const rule of ['weights', 'requests'] as const) {
      const figure = create(rule);
      const text = fc.oneof(fc.string(), fc.integer({ min: -2, max: 900 }).map(String));
      fc.assert(
        fc.property(text, text, (layer, from) => {
          figure.fromLink({ layer, from });
          expect(figure.source).toBeLessThan(figure.given.length);
          expect(figure.words).not.toMatch(/NaN|undefined|Infinity/);
          if (rule === 'requests') expect(figure.layer).toBeGreaterThan(1);
        }),
      );
      figure.reset();
      expect(figure.canReset).toBe(false);
    }
  });
});

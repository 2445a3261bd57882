import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { quadratic } from '../../../src/network/cost.ts';
import { cloneNetwork } from '../../../src/network/network.ts';
import { updateMiniBatch } from '../../../src/network/sgd.ts';
import { stages } from '../../../src/islands/stages.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  AverageVotes,
  type Start,
} from '../../../src/widgets/backprop/average-votes/average-votes.svelte.ts';

beforeAll(() => loadResources(stages, hundred));
const create = (start: Start = {}): AverageVotes =>
  new AverageVotes(
    hundred.value,
    () => ({
      network: stages.value[1],
      digit: hundred.value[23],
      neuronOf: (layer) => layer,
    }),
    start,
  );

describe('the mean of ten votes', () => {
  it('is the very step that sgd takes on the ten', () => {
    const figure = create();
    const inputs = Float64Array.from(figure.ten.flatMap(({ pixels }) => [...pixels]));
    const labels = Uint8Array.from(figure.ten, ({ label }) => label);
    const network = cloneNetwork(stages.value[1]);
    const descent = { cost: quadratic, eta: 1, miniBatch: 10, lambda: 0 };
    updateMiniBatch(network, { count: 10, inputs, full: 1, labels }, [...labels.keys()], descent);
    figure.mean.forEach((nudge, k) => {
      const at = 3 * 16 + k;
      expect(network.layers[2].weights[at] - stages.value[1].layers[2].weights[at]).toBeCloseTo(
        nudge,
        12,
      );
    });
  });

  it('is that of those left, when some are dropped, down to the last', () => {
    const figure = create({ dropped: [0, 1, 2] });
    expect(figure.sum.terms).toHaveLength(7);
    for (let label = 0; label < 10; label++) figure.toggle(label);
    expect(figure.votes.filter(({ counts }) => counts)).toHaveLength(3);
    for (const label of [0, 1, 2]) figure.toggle(label);
    expect(figure.votes.filter(({ counts }) => counts)).toHaveLength(1);
    expect(figure.words).toContain('Only a two votes');
  });
});

it('begins at a weight on which votes do cancel, and says so only where they do', () => {
  for (let output = 0; output < 10; output++) {
    const figure = new AverageVotes(hundred.value, () => ({
      network: stages.value[1],
      digit: hundred.value[20],
      neuronOf: () => output,
    }));
    const { terms } = figure.sum;
    const size = (sign: number): number =>
      terms.reduce((sum, { value }) => sum + Math.max(0, sign * value), 0);
    const doCancel = Math.min(size(1), size(-1)) >= 0.5 * Math.max(size(1), size(-1));
    expect(figure.words.includes('others take back')).toBe(doCancel);
    if (output === 2) expect(doCancel).toBe(true);
  }
});

it('takes other digits in turn, keeps a state that makes sense, and goes back', () => {
  const figure = create();
  const first = figure.ten;
  figure.another();
  expect(figure.ten[0]).not.toBe(first[0]);
  const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,10}$/));
  fc.assert(
    fc.property(text, text, text, (layer, without, from) => {
      figure.fromLink({ layer, without, from });
      expect(figure.words).not.toMatch(/NaN|undefined|Infinity/);
      const other = create();
      other.fromLink(figure.toLink());
      expect(other.toLink()).toEqual(figure.toLink());
    }),
  );
  figure.reset();
  expect(figure.canReset).toBe(false);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward } from '@/network/feedforward.ts';
import { explainer, loadResources, thousand } from '@/islands/resources.ts';
import { rankDigits } from '@/widgets/neurons/weighted-sums.ts';

beforeAll(() => loadResources(explainer, thousand));

describe('rankDigits', () => {
  it.each([
    { layer: 1, index: 5 },
    { layer: 2, index: 15 },
    { layer: 3, index: 0 },
  ])('gives layer $layer, index $index what feedforward computes, less the bias', (neuron) => {
    const { order, rankOf, sums } = rankDigits(explainer.value, thousand.value, neuron);
    const bias = explainer.value.layers[neuron.layer - 1].biases[neuron.index];
    for (const rank of [0, 1, 314, 500, 999]) {
      const { zs } = feedforward(explainer.value, thousand.value[order[rank]].pixels);
      expect(sums[rank] + bias).toBeCloseTo(zs[neuron.layer - 1][neuron.index], 10);
      expect(rankOf[order[rank]]).toBe(rank);
    }
    expect([...sums]).toEqual([...sums].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(1000);
  });

  it('computes a neuron once', () => {
    const neuron = { layer: 2, index: 3 };
    const once = rankDigits(explainer.value, thousand.value, neuron);
    expect(rankDigits(explainer.value, thousand.value, { ...neuron })).toBe(once);
  });

  it('refuses a neuron that is not there', () => {
    expect(() => rankDigits(explainer.value, thousand.value, { layer: 2, index: 16 })).toThrow(
      RangeError,
    );
  });
});

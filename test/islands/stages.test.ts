import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward } from '../../src/network/feedforward.ts';
import { FIRST_STAGE, isStage, STAGE_DIGITS } from '../../src/training/stages.ts';
import { stageName } from '../../src/reader/stage-names.ts';
import { stages } from '../../src/islands/stages.ts';
import { explainer, loadResources, thousand } from '../../src/islands/resources.ts';

beforeAll(() => loadResources(explainer, thousand, stages));

describe('the network on its way', () => {
  it('begins with the seed and ends as the explainer', () => {
    expect(stages.value.length).toBe(STAGE_DIGITS.length);
    expect(stages.value.at(-1)).toBe(explainer.value);
    for (const { sizes } of stages.value) expect(sizes).toEqual([784, 16, 16, 10]);
  });

  it('reads better at every stage', () => {
    const right = stages.value.map((network) => {
      const reads = (pixels: Float64Array): number => {
        const scores = feedforward(network, pixels).activations[3];
        return scores.indexOf(Math.max(...scores));
      };
      return thousand.value.filter(({ pixels, label }) => reads(pixels) === label).length;
    });
    expect(right).toEqual([...right].sort((one, other) => one - other));
    expect(right[0]).toBeLessThan(150);
    expect(right[FIRST_STAGE]).toBeGreaterThan(600);
  });

  it('has a name for each', () => {
    expect(STAGE_DIGITS.map((_, stage) => stageName(stage))).toEqual([
      'untrained',
      'after 600 mini-batches',
      'after 3,000 mini-batches',
      'trained for 30 epochs',
    ]);
    expect([-1, 0, 3, 4, 1.5].map(isStage)).toEqual([false, true, true, false, false]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain/explain.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import { countParameters } from '../../../src/network/network.ts';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import { CountingKnobs } from '../../../src/widgets/neurons/counting-knobs/counting-knobs.svelte.ts';
import {
  type Block,
  blocksOf,
  blockWords,
  countKnobs,
  runningCount,
} from '../../../src/widgets/neurons/counting-knobs/knob-blocks.ts';

let blocks: Block[];
beforeAll(async () => {
  await loadResources();
  blocks = blocksOf(explainer.value);
});

describe('the blocks of parameters', () => {
  it('add up to all that the network has', () => {
    expect(blocks.map(({ count }) => count)).toEqual([12544, 16, 256, 16, 160, 10]);
    expect(runningCount(blocks, 0)).toBe('12,544');
    expect(runningCount(blocks, 5)).toBe('12,544 + 16 + 256 + 16 + 160 + 10 = 13,002');
    expect(countKnobs(explainer.value.sizes)).toBe(countParameters(explainer.value));
    expect(countKnobs([784, 17, 16, 10]) - countKnobs([784, 16, 16, 10])).toBe(801);
  });

  it('show each parameter once, in its own cell', () => {
    const network = explainer.value;
    const pass = feedforward(network, hundred.value[0].pixels);
    for (const { values, columns, rows, count, partOf } of blocks) {
      expect(values).toHaveLength(count);
      expect(columns * rows).toBe(count);
      const seen = new Set(Array.from(values, (_, cell) => JSON.stringify(partOf(cell))));
      expect(seen.size).toBe(count);
      for (let cell = 0; cell < count; cell += 97) {
        expect(explain(network, pass, partOf(cell)).value).toBe(values[cell]);
      }
    }
  });

  it('say how they are counted', () => {
    expect(blockWords(blocks[0])).toBe(
      '12,544 weights of layer 1: 784 × 16, one for each connection.',
    );
    expect(blockWords(blocks[5])).toBe('10 biases of the outputs: one for each neuron.');
  });
});

describe('counting', () => {
  it('takes sizes from a link where they make sense, and goes back to ours', () => {
    const knobs = new CountingKnobs(6);
    expect(knobs.toLink()).toEqual({});
    knobs.fromLink({ sizes: '30-12' });
    expect([knobs.first, knobs.second]).toEqual([30, 12]);
    expect(knobs.toLink()).toEqual({ sizes: '30-12' });
    for (const sizes of ['0-5', '5-101', '5', '-5-5', 'a-b', '']) knobs.fromLink({ sizes });
    expect([knobs.first, knobs.second]).toEqual([30, 12]);
    knobs.step = 2;
    knobs.point(1, 4);
    knobs.point(2, 7);
    expect(knobs.cells).toEqual([null, null, 7, null, null, null]);
    expect([knobs.toLink(), knobs.canReset]).toEqual([{ sizes: '30-12', step: '3' }, true]);
    for (const step of ['0', '7', 'x']) knobs.fromLink({ step });
    expect(knobs.step).toBe(2);
    knobs.reset();
    expect(knobs.canReset).toBe(false);
    expect([knobs.first, knobs.step, knobs.cells[2]]).toEqual([16, 5, null]);
  });
});

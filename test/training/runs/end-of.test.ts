import { describe, expect, it } from 'vitest';
import { emptyNetwork } from '../../../src/network/network.ts';
import { endOf, outputRanges, type OutputRange } from '../../../src/training/runs/end-of.ts';
import type { RunEnd } from '../../../src/training/runs/record.ts';
import { pointsTo } from './runs.ts';

const done: RunEnd = { kind: 'done' };
const failed: RunEnd = { kind: 'failed', message: 'The weights have grown beyond all numbers.' };

const moving: OutputRange = { lowest: 0.001, highest: 0.98 };
const nought: OutputRange = { lowest: 0, highest: 0.004 };
const one: OutputRange = { lowest: 0.999, highest: 1 };
const ranges = (at: Readonly<Record<number, OutputRange>>, else_: OutputRange): OutputRange[] =>
  Array.from({ length: 10 }, (_, j) => at[j] ?? else_);

const words = (of: readonly OutputRange[], cost: number, end: RunEnd = done, epoch = 3): string =>
  endOf({ points: pointsTo(epoch, cost), end }, of).words;

describe('how a run ended', () => {
  it('is not worth a word where all outputs move', () => {
    expect(endOf({ points: pointsTo(30), end: done }, ranges({}, moving))).toEqual({
      ...{ atNought: [], atOne: [], epoch: 30, words: '' },
    });
  });

  it('says which outputs are stuck, and at what', () => {
    expect(words(ranges({}, nought), 0.5)).toBe(
      'All 10 outputs are stuck at 0, whatever the digit. The mean cost is 0.50.',
    );
    expect(words(ranges({ 4: one }, nought), 0.9)).toBe(
      'Output 4 is stuck at 1 and all others at 0, whatever the digit. The mean cost is 0.90.',
    );
    expect(words(ranges({ 3: nought, 5: nought, 8: nought }, moving), 0.2)).toBe(
      'Outputs 3, 5 and 8 are stuck at 0, whatever the digit. The mean cost is 0.20.',
    );
    expect(words(ranges({ 1: one, 8: nought }, moving), 0.6)).toBe(
      'Output 1 is stuck at 1 and output 8 is stuck at 0, whatever the digit. The mean cost is 0.60.',
    );
    expect(words(ranges({}, one), 4.5)).toMatch(/^All 10 outputs are stuck at 1/);
  });

  it('says when it left the numbers', () => {
    expect(words(ranges({}, moving), 0.1, failed)).toBe(
      'After epoch 3 the run could not go on. The weights have grown beyond all numbers.',
    );
    expect(words(ranges({}, nought), 0.5, failed, 0)).toBe(
      'In its first epoch the run could not go on. The weights have grown beyond all numbers. All 10 outputs are stuck at 0, whatever the digit. The mean cost is 0.50.',
    );
  });
});

it('sees between which activations outputs move', () => {
  const network = emptyNetwork([784, 10]);
  network.layers[0].weights[0] = 100;
  network.layers[0].biases.set([-50, -50, 50]);
  const ink = new Float64Array(784);
  ink[0] = 1;
  const [first, second, third, fourth] = outputRanges(network, [new Float64Array(784), ink]);
  expect([first.lowest < 0.01, first.highest > 0.99]).toEqual([true, true]);
  expect([second.highest < 0.01, third.lowest > 0.99]).toEqual([true, true]);
  expect(fourth).toEqual({ lowest: 0.5, highest: 0.5 });
});

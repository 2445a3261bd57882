/** The bench's numbers against a recount by plain loops, digit by digit, over all 10,000 test digits, for networks of ours. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readTestDigits, recordBench } from '../../../src/commands/bench-files.ts';
import { openModel } from '../../../src/commands/models.ts';
import { picture, type PackedDigits } from '../../../src/digits/packed.ts';
import { isHit, measureBench, type BenchResult } from '../../../src/inside/bench/measure.ts';
import { recallOf } from '../../../src/inside/bench/confusion.ts';
import { scoreByLoops } from '../../../src/inside/bench/scored.ts';
import { kernelScorer } from '../../../src/inside/bench/create-scorer.ts';
import type { BenchRecord } from '../../../src/inside/bench/record.ts';
import { THRESHOLDS } from '../../../src/inside/bench/threshold.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import type { Network } from '../../../src/network/network.ts';
import { testKernel } from '../../kernel/kernel.ts';

let digits: PackedDigits;
let record: BenchRecord;
beforeAll(async () => {
  digits = readTestDigits();
  record = await recordBench(digits);
}, 120_000);

/** What a network says of each digit: the score of each output, by network/feedforward. */
function recount(network: Network): number[][] {
  return Array.from({ length: digits.count }, (_, i) => {
    const { activations } = feedforward(network, picture(digits, i));
    return [...activations[activations.length - 1]];
  });
}

const topOf = (scores: readonly number[]): number => Math.max(...scores);
const answerOf = (scores: readonly number[]): number => scores.indexOf(topOf(scores));

describe.each(['classic', 'explainer', 'recogniser'] as const)('the %s network', (name) => {
  let result: BenchResult;
  let all: number[][];
  beforeAll(async () => {
    const network = openModel(name);
    all = recount(network);
    const scores = kernelScorer(await testKernel(), digits)(network);
    result = measureBench({ ...digits, scores });
  }, 120_000);

  it('has the matrix, the recall and the sure mistakes of a recount', () => {
    const matrix = Array<number>(100).fill(0);
    let sure = 0;
    for (const [i, scores] of all.entries()) {
      const label = digits.labels[i];
      matrix[10 * label + answerOf(scores)]++;
      if (answerOf(scores) !== label && topOf(scores) >= 0.9) sure++;
    }
    expect(result.confusion).toEqual(matrix);
    expect(result.sureMistakes).toBe(sure);
    for (let label = 0; label < 10; label++) {
      const mine = all.filter((_, i) => digits.labels[i] === label);
      const right = mine.filter((scores) => answerOf(scores) === label).length;
      expect(recallOf(result.confusion)[label]).toBe(right / mine.length);
    }
  });

  it('answers, and is right, as often as a recount says at each of 100 thresholds', () => {
    THRESHOLDS.forEach((threshold, at) => {
      let answered = 0;
      let right = 0;
      for (const [i, scores] of all.entries()) {
        if (topOf(scores) < threshold) continue;
        answered++;
        if (answerOf(scores) === digits.labels[i]) right++;
      }
      expect([threshold, result.answered[at], result.right[at]]).toEqual([
        threshold,
        answered,
        right,
      ]);
    });
  });

  it('is as often right in each tenth of its scores as a recount says', () => {
    for (let bin = 0; bin < 10; bin++) {
      const mine = [...all.entries()].filter(([, scores]) => {
        const top = topOf(scores);
        return bin === 9 ? top >= 0.9 : top >= bin / 10 && top < (bin + 1) / 10;
      });
      const right = mine.filter(([i, scores]) => answerOf(scores) === digits.labels[i]);
      const sum = mine.reduce((total, [, scores]) => total + topOf(scores), 0);
      const { count, right: hits, meanScore } = result.calibration[bin];
      expect([bin, count, hits]).toEqual([bin, mine.length, right.length]);
      expect(meanScore).toBeCloseTo(mine.length === 0 ? 0 : sum / mine.length, 6);
    }
  });

  it('does as well on both halves, and goes against as many disputed labels', () => {
    const rightIn = (from: number, to: number): number => {
      let right = 0;
      for (let i = from; i < to; i++) if (answerOf(all[i]) === digits.labels[i]) right++;
      return right;
    };
    expect(result.halves).toEqual([
      { count: 5000, right: rightIn(0, 5000) },
      { count: 5000, right: rightIn(5000, 10_000) },
    ]);
    for (const { index, label, answer, top, meant } of result.disputed) {
      expect([label, answer]).toEqual([digits.labels[index], answerOf(all[index])]);
      expect(top).toBeCloseTo(topOf(all[index]), 5);
      expect(meant).toBeCloseTo(all[index][label], 5);
    }
  });

  it('is what the site records of it', () => {
    const recorded = record.networks.find((one) => one.name === name);
    expect(recorded?.result).toEqual(result);
    expect(recorded?.readings.map(({ top }) => top)).toEqual(
      recorded?.readings.map(({ top }) => top).sort((one, other) => other - one),
    );
  });

  it('is measured alike by the loops that stand in for the kernel', () => {
    const slow = measureBench({ ...digits, scores: scoreByLoops(openModel(name), digits) });
    expect(slow.confusion).toEqual(result.confusion);
    expect(slow.halves).toEqual(result.halves);
  });
});

describe('what is known of the test set', () => {
  it('holds for our networks: the second half is the easier one, and most disputed labels are gone against', () => {
    for (const { result } of record.networks) {
      const [first, second] = result.halves;
      expect(second.right - first.right).toBeGreaterThan(30);
      const against = result.disputed.filter(({ label, answer }) => label !== answer).length;
      expect(result.disputed).toHaveLength(15);
      expect(against).toBeGreaterThanOrEqual(8); // more than half, even where a network makes few mistakes
    }
  });

  it('two seeds make the same faults: far more than chance would', () => {
    const { wrong, both, same } = record.twins;
    expect(both).toBeGreaterThan(10 * ((wrong[0] * wrong[1]) / 10_000));
    expect(same / both).toBeGreaterThan(0.75);
    const [one, other] = ['explainer', 'explainer-b'].map((name) =>
      record.networks.find((network) => network.name === name),
    );
    const mistakes = (result: BenchResult | undefined): number =>
      result?.confusion.reduce((sum, n, cell) => sum + (isHit(cell) ? 0 : n), 0) ?? 0;
    expect(wrong).toEqual([mistakes(one?.result), mistakes(other?.result)]);
  });
});

import { describe, expect, it } from 'vitest';
import { calibrationOf } from '../../../src/inside/bench/calibration.ts';
import {
  confusionOf,
  fullestCell,
  hitsIn,
  meantIn,
  recallOf,
} from '../../../src/inside/bench/confusion.ts';
import { measureBench, readingsIn } from '../../../src/inside/bench/measure.ts';
import {
  answersOf,
  checkScored,
  type Scored,
  scoreByLoops,
} from '../../../src/inside/bench/scored.ts';
import { halvesOf, noiseOf, sharedMistakes } from '../../../src/inside/bench/test-set.ts';
import { answeredBy } from '../../../src/inside/bench/threshold.ts';
import { ShapeError } from '../../../src/network/errors.ts';
import { emptyNetwork } from '../../../src/network/network.ts';

/** Digits by label, answer and its score; the label's own score is .05 where it is not the answer. */
function scoredOf(
  ...digits: readonly (readonly [label: number, answer: number, top: number])[]
): Scored {
  const scores = new Float64Array(10 * digits.length);
  digits.forEach(([label, answer, top], i) => {
    scores[10 * i + label] = 0.05;
    scores[10 * i + answer] = top;
  });
  return { count: digits.length, scores, labels: Uint8Array.from(digits, ([label]) => label) };
}

const few = scoredOf([4, 4, 0.9], [4, 9, 0.98], [4, 9, 0.3], [7, 7, 0.29], [7, 7, 1], [0, 6, 0.5]);

describe('answers', () => {
  it('are the highest scores, the first of equals', () => {
    expect([...answersOf(few).answer]).toEqual([4, 9, 9, 7, 7, 6]);
    const even = { count: 1, scores: new Float64Array(10), labels: Uint8Array.of(3) };
    expect(answersOf(even)).toEqual({ answer: Uint8Array.of(0), top: Float64Array.of(0) });
  });

  it('need ten scores and a label a digit', () => {
    expect(() => checkScored({ ...few, count: 5 })).toThrow(ShapeError);
    expect(() => checkScored({ ...few, labels: Uint8Array.of(0, 1, 2, 3, 4, 10) })).toThrow(
      'A label is 0 to 9; digit 5 has 10.',
    );
    const digits = { count: 1, inputs: new Uint8Array(784), full: 255 };
    expect(() => scoreByLoops(emptyNetwork([784, 9]), digits)).toThrow(ShapeError);
    expect(() => scoreByLoops(emptyNetwork([783, 10]), digits)).toThrow(ShapeError);
    expect([...scoreByLoops(emptyNetwork([784, 10]), digits)]).toEqual(Array(10).fill(0.5));
  });
});

describe('the matrix', () => {
  const confusion = confusionOf(answersOf(few), few.labels);

  it('counts what was meant against what it was read as', () => {
    expect(confusion[44]).toBe(1);
    expect(confusion[49]).toBe(2);
    expect(confusion[6]).toBe(1);
    expect(hitsIn(confusion)).toBe(3);
    expect(meantIn(confusion)).toEqual([1, 0, 0, 0, 3, 0, 0, 2, 0, 0]);
  });

  it('gives each digit its recall, and none to a digit that nobody meant', () => {
    const recall = recallOf(confusion);
    expect([recall[0], recall[4], recall[7]]).toEqual([0, 1 / 3, 1]);
    expect(recall[1]).toBeNaN();
  });

  it('is fullest where the most mistakes are, never on the diagonal', () => {
    expect(fullestCell(confusion)).toBe(49);
    expect(fullestCell(confusionOf({ answer: Uint8Array.of(3, 3) }, Uint8Array.of(3, 3)))).toBe(0);
  });
});

describe('the threshold', () => {
  const { answered, right } = answeredBy(answersOf(few), few.labels);

  it('keeps back what scores below it, and not what scores just as high', () => {
    expect([answered[0], right[0]]).toEqual([6, 3]);
    expect([answered[29], answered[30], answered[31]]).toEqual([6, 5, 4]);
    expect([answered[90], right[90], answered[91], right[91]]).toEqual([3, 2, 2, 1]);
    expect([answered[99], right[99]]).toEqual([1, 1]);
    expect(answered).toHaveLength(100);
  });

  it('never answers more at a higher one', () => {
    answered.forEach((n, at) => at > 0 && expect(n).toBeLessThanOrEqual(answered[at - 1]));
  });
});

it('calibration puts a score into its tenth, and 1 into the last', () => {
  const bins = calibrationOf(answersOf(few), few.labels);
  expect(bins.map(({ count, right }) => [count, right])).toEqual([
    ...[
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
    ],
    ...[
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [3, 2],
    ],
  ]);
  expect(bins[9].meanScore).toBeCloseTo((0.9 + 0.98 + 1) / 3, 12);
});

it('the halves part at 5,000', () => {
  const count = 5003;
  const labels = new Uint8Array(count);
  const answer = new Uint8Array(count).fill(1, 4999, 5001);
  expect(halvesOf({ answer }, labels)).toEqual([
    { count: 5000, right: 4999 },
    { count: 3, right: 2 },
  ]);
});

it('the noise of 95% of 10,000 is .44 points, and halves with four times as many', () => {
  expect(100 * noiseOf(0.95, 10_000)).toBeCloseTo(0.4359, 4);
  expect(noiseOf(0.95, 40_000)).toBeCloseTo(noiseOf(0.95, 10_000) / 2, 12);
});

it('mistakes that two networks share are told apart from those that are the same', () => {
  const labels = Uint8Array.of(1, 2, 3, 4);
  const one = { answer: Uint8Array.of(1, 7, 8, 9) };
  const other = { answer: Uint8Array.of(0, 7, 9, 4) };
  expect(sharedMistakes(one, other, labels)).toEqual({ wrong: [3, 3], both: 2, same: 1 });
});

describe('the digits of a cell', () => {
  const answers = answersOf(few);

  it('come the surest first where they are mistakes, the least sure first where they are hits', () => {
    expect(readingsIn(few, answers, 49)).toEqual([
      { index: 1, label: 4, answer: 9, top: 0.98, meant: 0.05 },
      { index: 2, label: 4, answer: 9, top: 0.3, meant: 0.05 },
    ]);
    expect(readingsIn(few, answers, 77).map(({ index }) => index)).toEqual([3, 4]);
    expect(readingsIn(few, answers, 10)).toEqual([]);
  });

  it('are counted in the measures of the whole', () => {
    const result = measureBench(few);
    expect(result.sureMistakes).toBe(1);
    expect(result.confusion[49]).toBe(2);
    expect(result.disputed).toEqual([]);
  });
});

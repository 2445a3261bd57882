/**
 * What one step cures, and at what price, measured with our own networks: printed for the note, in the long run. Forty test digits that the
 * classic network misreads, and drawings that a network misreads, each taught by itself to the network as it is shipped: by the largest
 * step that is cheap, and by the smallest that cures it.
 */
import { beforeAll, expect, it } from 'vitest';
import { readTestDigits } from '../../src/commands/bench-files.ts';
import { openModel } from '../../src/commands/models.ts';
import { picture, type PackedDigits } from '../../src/digits/packed.ts';
import { kernelScorer } from '../../src/inside/bench/create-scorer.ts';
import { answersOf } from '../../src/inside/bench/scored.ts';
import type { Scorer } from '../../src/inside/bench/server.ts';
import { cheapEta, ETAS, lessonOf, type Right } from '../../src/inside/one-step.ts';
import { argmax, feedforward, scoresOf } from '../../src/network/feedforward.ts';
import type { Network } from '../../src/network/network.ts';
import { nudged } from '../../src/network/sgd.ts';
import { readDrawing } from '../../src/recogniser/recognise.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { drawingOf } from '../drawings/drawing-of.ts';
import { testKernel } from '../kernel/kernel.ts';
import { isLong } from '../tools/seed.ts';

interface Misread {
  readonly x: Float64Array;
  readonly label: number;
}

let digits: PackedDigits;
let score: Scorer;
beforeAll(async () => {
  digits = readTestDigits();
  score = kernelScorer(await testKernel(), digits);
});

const answer = (network: Network, x: Float64Array): number =>
  argmax(scoresOf(feedforward(network, x)));

function right(network: Network): Right {
  const { answer: answers } = answersOf({ ...digits, scores: score(network) });
  const hits = answers.filter((a, i) => a === digits.labels[i]).length;
  return { count: digits.count, right: hits, perDigit: [] };
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/** In words, for the note. */
function cures(
  network: Network,
  misread: readonly Misread[],
): { words: string; cured: number; all: number } {
  const now = right(network);
  const byCheap: number[] = [];
  const bySmallest: number[] = [];
  for (const { x, label } of misread) {
    const gradient = lessonOf(network, x, label);
    const steps = ETAS.map((eta) => nudged(network, gradient, eta));
    const prices = steps.map(right);
    const cost = (i: number): number => now.right - prices[i].right;
    const cheap = ETAS.findIndex((eta) => eta === cheapEta(ETAS, now, prices));
    if (answer(steps[cheap], x) === label) byCheap.push(cost(cheap));
    const smallest = steps.findIndex((step) => answer(step, x) === label);
    if (smallest >= 0) bySmallest.push(cost(smallest));
  }
  const n = misread.length;
  return {
    cured: byCheap.length,
    all: bySmallest.length,
    words: `${byCheap.length} of ${n} by the cheap step (median price ${median(byCheap)} test digits, most ${Math.max(...byCheap)}); ${bySmallest.length} of ${n} by the smallest of nine that cures (median ${median(bySmallest)}, most ${Math.max(...bySmallest)}).`,
  };
}

/** Forty test digits, or a few, that a network misreads: from all over the set. */
function misreadBy(network: Network): Misread[] {
  const { answer: answers } = answersOf({ ...digits, scores: score(network) });
  const all = [...digits.labels.keys()].filter((i) => answers[i] !== digits.labels[i]);
  const some = all.filter((_, i) => i % Math.max(1, Math.floor(all.length / 40)) === 0);
  return some
    .slice(0, isLong ? 40 : 4)
    .map((i) => ({ x: picture(digits, i), label: digits.labels[i] }));
}

it.each(['classic', 'recogniser'] as const)(
  'a cheap step cures some of the test digits that the %s network misreads',
  { timeout: 600_000 },
  (name) => {
    const network = openModel(name);
    const { words, cured } = cures(network, misreadBy(network));
    if (isLong) console.log(`${name}, test digits: ${words}`);
    expect(cured).toBeGreaterThan(0);
  },
);

if (isLong) {
  it.each(['classic', 'explainer'] as const)(
    'all but one of the drawings that the %s network misreads are cured by one step or another',
    { timeout: 600_000 },
    (name) => {
      const network = openModel(name);
      const misread = DRAWN_DIGITS.map(({ strokes, label }) => ({
        x: readDrawing(network, drawingOf(strokes)).image,
        label,
      })).filter(({ x, label }) => answer(network, x) !== label);
      const { words, all } = cures(network, misread);
      console.log(`${name}, drawings: ${words}`);
      expect(all).toBeGreaterThanOrEqual(misread.length - 1);
    },
  );
}

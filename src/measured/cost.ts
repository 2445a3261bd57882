/** What the chapter on cost tells: costs of the digits that everybody begins with, what few digits and many bring, and a random start. */
import { mean } from 'd3';
import comparison from '../../public/models/comparison.json';
import type { GivenDigit } from '@/digits/sheet.ts';
import { costOf } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import { argmax, feedforward, scoresOf } from '@/network/feedforward.ts';
import { createNetwork, type Network, type Start } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { explainer, hundred, loadResources, thousand } from '@/islands/resources.ts';
import { firstState } from '@/reader/state.ts';
import { recipes } from '@/training/recipes.ts';
import type { Measure } from './measure.ts';
import { formatNumber, percent } from '@/words/numbers.ts';

/** C_x of chapter 2. */
function costOfDigit(network: Network, { pixels, label }: GivenDigit): number {
  return costOf(scoresOf(feedforward(network, pixels)), targetsOf(label, 10));
}

/** The hidden activations of a new classic network over the hundred digits, from seed 1. */
function freshHidden(start: Start): number[] {
  const network = createNetwork([784, 30, 10], start, createRandom(1));
  return hundred.value.flatMap(({ pixels }) => [...feedforward(network, pixels).activations[1]]);
}

/** Share of them that lie below .01 or above .99. */
function atEnds(): number {
  const hidden = freshHidden('normal');
  return hidden.filter((a) => a < 0.01 || a > 0.99).length / hidden.length;
}

/** Their mean slope, a (1 - a). */
const meanSlope = (start: Start): number => mean(freshHidden(start), (a) => a * (1 - a)) ?? NaN;

/** How many of some digits the explainer network reads rightly. */
function countRight(digits: readonly GivenDigit[]): number {
  return digits.filter(
    ({ pixels, label }) => argmax(scoresOf(feedforward(explainer.value, pixels))) === label,
  ).length;
}

/** Mean cost of the hundred digits. */
function meanCost(network: Network): number {
  return mean(hundred.value, (digit) => costOfDigit(network, digit)) ?? NaN;
}

/** Before training, as its recipe begins. */
function untrained(): Network {
  const { sizes, start, seed } = recipes.explainer;
  return createNetwork(sizes, start, createRandom(seed));
}

const after =
  (measure: () => string): Measure =>
  async () => {
    await loadResources(explainer, hundred, thousand);
    return measure();
  };

/** At the last mark: shares of the digits that a run learned from, and of the test digits. */
function endOf(count: number): { own: string; others: string } {
  const point = comparison.points.findLast((candidate) => candidate.count === count);
  if (!point) throw new Error(`comparison.json has no run of ${String(count)} digits.`);
  const inPercent = ({ accuracy }: { accuracy: number }): string => formatNumber(100 * accuracy, 1);
  return { own: inPercent(point.seen), others: inPercent(point.test) };
}

export const costValues: Readonly<Record<string, Measure>> = {
  'digit.cost': after(() =>
    formatNumber(costOfDigit(explainer.value, firstState(hundred.value).digit), 3),
  ),
  'digit.cost.untrained': after(() =>
    costOfDigit(untrained(), firstState(hundred.value).digit).toFixed(2),
  ),
  'hundred.cost': after(() => formatNumber(meanCost(explainer.value), 3)),
  'hundred.cost.untrained': after(() => formatNumber(meanCost(untrained()), 2)),
  'hundred.right': after(() => String(countRight(hundred.value))),
  'thousand.accuracy': after(() => percent(countRight(thousand.value) / thousand.value.length)),
  'start.normal.ends': after(() => percent(atEnds(), 0)),
  'start.normal.slope': after(() => formatNumber(meanSlope('normal'), 2)),
  'start.scaled.slope': after(() => formatNumber(meanSlope('scaled'), 2)),
  ...Object.fromEntries(
    comparison.recipe.counts.flatMap((count): [string, Measure][] => [
      [`comparison.${String(count)}.own`, () => `${endOf(count).own}%`],
      [`comparison.${String(count)}.new`, () => `${endOf(count).others}%`],
      [
        `comparison.${String(count)}.gap`,
        // Of the percentages as they are printed, so that the reader's own subtraction agrees.
        () => (Number(endOf(count).own) - Number(endOf(count).others)).toFixed(1),
      ],
    ]),
  ),
};

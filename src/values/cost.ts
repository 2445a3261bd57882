/** What the chapter on cost tells: costs of the digits that everybody begins with, what few digits and many bring, and a random start. */
import { mean } from 'd3';
import comparison from '../../public/models/comparison.json';
import type { GivenDigit } from '../digits/sheet.ts';
import { quadratic } from '../network/cost.ts';
import { feedforward } from '../network/feedforward.ts';
import { createNetwork, type Network } from '../network/network.ts';
import { createRandom } from '../network/random.ts';
import { explainer, hundred, loadStanding } from '../reader/standing.ts';
import { firstState } from '../reader/state.ts';
import { recipes } from '../training/recipes.ts';
import type { Measure } from './values.ts';
import { formatNumber, percent } from '../words/numbers.ts';

/** C_x of chapter 2, half the sum of the squares. */
function costOf(network: Network, { pixels, label }: GivenDigit): number {
  const { zs, activations } = feedforward(network, pixels);
  const last = zs.length - 1;
  return zs[last].reduce(
    (sum, z, j) => sum + quadratic.value(z, activations[last + 1][j], j === label ? 1 : 0),
    0,
  );
}

/** Share of the hidden activations of a new classic network that lie below .01 or above .99, over the hundred digits, from seed 1. */
function atEnds(): number {
  const network = createNetwork([784, 30, 10], 'normal', createRandom(1));
  const hidden = hundred.value.flatMap(({ pixels }) => [
    ...feedforward(network, pixels).activations[1],
  ]);
  return hidden.filter((a) => a < 0.01 || a > 0.99).length / hidden.length;
}

/** Mean cost of the hundred digits. */
function meanCost(network: Network): number {
  return mean(hundred.value, (digit) => costOf(network, digit)) ?? NaN;
}

/** Before training, as its recipe begins. */
function untrained(): Network {
  const { sizes, start, seed } = recipes.explainer;
  return createNetwork(sizes, start, createRandom(seed));
}

const after =
  (measure: () => string): Measure =>
  async () => {
    await loadStanding(explainer, hundred);
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
    formatNumber(costOf(explainer.value, firstState(hundred.value).digit), 3),
  ),
  'digit.cost.untrained': after(() =>
    costOf(untrained(), firstState(hundred.value).digit).toFixed(2),
  ),
  'hundred.cost': after(() => formatNumber(meanCost(explainer.value), 3)),
  'hundred.cost.untrained': after(() => formatNumber(meanCost(untrained()), 2)),
  'start.normal.ends': after(() => percent(atEnds(), 0)),
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

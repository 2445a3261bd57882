/**
 * Numbers of chapter 5: the recorded run and its thirty learning rates, moments on the way, the run with a digit that is not read, four
 * ways to begin, and what the test bench measures of our networks. All were measured by the site's own training, and stand in public/.
 */
import { mean } from 'd3';
import models from '../../public/models/models.json';
import moments from '../../public/models/moments.json';
import stuck from '../../public/models/stuck.json';
import runs from '../../public/models/training-runs.json';
import ways from '../../public/models/ways.json';
import { recallOf } from '@/inside/bench/confusion.ts';
import { type BenchResult, mistakesIn } from '@/inside/bench/measure.ts';
import type { Share, Shared } from '@/inside/bench/test-set.ts';
import { bench } from '@/islands/bench.ts';
import { loadResources } from '@/islands/resources.ts';
import type { ModelName } from '@/training/recipes.ts';
import { STUCK } from '@/training/recorded/stuck.ts';
import { WAYS } from '@/training/recorded/ways.ts';
import { formatNumber, percent, thousands } from '@/words/numbers.ts';
import type { Measure } from './measure.ts';

const TESTED = moments.tested;
/** The last epochs of a run, over which it goes up and down. */
const LAST = 10;
/** Answers that score from .8 to below .9 are counted in this tenth, from 0. */
const TENTH = 8;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
const share = (right: number): string => percent(right / TESTED);
const sharePrinted = ({ count, right }: Share): string => percent(right / count);

/** What a list has at a place. @throws Error where it has nothing there */
function at<Item>(list: readonly Item[], index: number, of: string): Item {
  const item = list.at(index);
  if (item === undefined) throw new Error(`${of} has nothing at ${index}.`);
  return item;
}

const { run } = runs;
const runValues: Readonly<Record<string, Measure>> = {
  'run.start': () => share(run.test[0]),
  'run.first': () => share(run.test[1]),
  'run.end': () => share(at(run.test, -1, 'The recorded run')),
  'run.start.cost': () => formatNumber(run.testCost[0], 2),
  'run.start.wrong': () => thousands(TESTED - run.test[0]),
  'run.first.wrong': () => thousands(TESTED - run.test[1]),
  'run.end.wrong': () => thousands(TESTED - at(run.test, -1, 'The recorded run')),
  'run.lowest': () => share(Math.min(...run.test.slice(-LAST))),
  'run.highest': () => share(Math.max(...run.test.slice(-LAST))),
  'run.seen': () => share(at(run.seen, -1, 'The recorded run')),
  // After so many mini-batches: 'first.100', 'first.100.cost'.
  ...Object.fromEntries(
    moments.first.flatMap(({ step, right, cost }): [string, Measure][] => [
      [`first.${String(step)}`, () => share(right)],
      [`first.${String(step)}.cost`, () => formatNumber(cost, 2)],
    ]),
  ),
  // After the last epoch, by eta: 'etas.28', 'etas.28.cost' of the thirty, 'fast.30' beside them.
  ...Object.fromEntries(
    runs.etas.flatMap(({ eta, curve }): [string, Measure][] => [
      [`etas.${String(eta)}`, () => share(at(curve.test, -1, 'A curve'))],
      [`etas.${String(eta)}.cost`, () => formatNumber(at(curve.testCost, -1, 'A curve'), 2)],
    ]),
  ),
  ...Object.fromEntries(
    moments.fast.map(({ eta, right }): [string, Measure] => [
      `fast.${String(eta)}`,
      () => share(right),
    ]),
  ),
};

/** Of the classic recipe from the seed with which a digit is not read: all that is read after an epoch. */
function stuckAfter(epoch: number): number {
  const found = stuck.runs.find(({ name }) => name === 'classic');
  if (!found) throw new Error('stuck.json has no run by the classic recipe.');
  return sum(at(found.right, epoch, 'The run with a stuck digit'));
}

/** After how many epochs it is not read any more. */
function stuckFor(): number {
  const found = stuck.survey.unread.find(
    ({ seed, digit }) => seed === STUCK.seed && digit === STUCK.digit,
  );
  if (!found) throw new Error('The survey of stuck.json does not know the run that it shows.');
  return found.epochs;
}

/** Whole: a figure prints the decimals of other 8s. */
const z = (value: number): string => formatNumber(value, 0);

const stuckValues: Readonly<Record<string, Measure>> = {
  'stuck.first': () => share(stuckAfter(1)),
  'stuck.before': () => share(stuckAfter(stuckFor())),
  'stuck.after': () => share(stuckAfter(stuckFor() + 1)),
  'stuck.epochs': () => String(stuckFor()),
  'stuck.count': () => String(at(stuck.tested, STUCK.digit, 'The test set')),
  'stuck.seeds': () =>
    String(
      new Set(
        stuck.survey.unread.filter(({ epochs }) => epochs >= STUCK.long).map(({ seed }) => seed),
      ).size,
    ),
  // The median weighted input of the digit's own output: after 0 or 10 mini-batches, and after an epoch.
  ...Object.fromEntries(
    moments.recipe.stuck.steps.map((step, i): [string, Measure] => [
      `stuck.z.step.${String(step)}`,
      () => z(moments.stuck.steps[i]),
    ]),
  ),
  ...Object.fromEntries(
    moments.stuck.epochs.map((median, i): [string, Measure] => [
      `stuck.z.epoch.${String(i + 1)}`,
      () => z(median),
    ]),
  ),
};

/** The mean of the seeds after the last epoch, with the figure's two places: 'ways.scaled.quadratic'; and how far apart they are: 'ways.scaled.quadratic.apart'. */
const waysValues: Readonly<Record<string, Measure>> = Object.fromEntries(
  WAYS.ways.flatMap(({ start, cost }, way): [string, Measure][] => {
    const ends = ways.runs
      .filter((one) => one.way === way)
      .map(({ right }) => at(right, -1, 'A way'));
    return [
      [`ways.${start}.${cost}`, () => percent((mean(ends) ?? NaN) / TESTED, 2)],
      [
        `ways.${start}.${cost}.apart`,
        () => formatNumber((100 * (Math.max(...ends) - Math.min(...ends))) / TESTED, 1),
      ],
    ];
  }),
);

const afterBench =
  (measure: () => string): Measure =>
  async () => {
    await loadResources(bench);
    return measure();
  };

const measured = (name: ModelName, write: (result: BenchResult) => string): Measure =>
  afterBench(() => {
    const found = bench.value.record.networks.find((network) => network.name === name);
    if (!found) throw new Error(`The test bench did not measure the ${name} network.`);
    return write(found.result);
  });

const againstLabels = ({ disputed }: BenchResult): number =>
  disputed.filter(({ label, answer }) => answer !== label).length;

/** What the test bench measures of a network: 'bench.classic.wrong'. */
function benchOf(name: ModelName): [string, Measure][] {
  return [
    [`bench.${name}.wrong`, measured(name, (result) => String(mistakesIn(result)))],
    [`bench.${name}.sure`, measured(name, ({ sureMistakes }) => String(sureMistakes))],
    [
      `bench.${name}.best`,
      measured(name, (result) => percent(Math.max(...recallOf(result.confusion)))),
    ],
    [
      `bench.${name}.worst`,
      measured(name, (result) => percent(Math.min(...recallOf(result.confusion)))),
    ],
    [`halves.${name}.first`, measured(name, ({ halves }) => sharePrinted(halves[0]))],
    [`halves.${name}.second`, measured(name, ({ halves }) => sharePrinted(halves[1]))],
    [`disputed.${name}`, measured(name, (result) => String(againstLabels(result)))],
    [
      `disputed.${name}.share`,
      measured(name, (result) => percent(againstLabels(result) / mistakesIn(result))),
    ],
    [
      `calibration.${name}`,
      measured(name, ({ calibration }) => sharePrintedWhole(calibration[TENTH])),
    ],
  ];
}

const sharePrintedWhole = ({ count, right }: Share): string => percent(right / count, 0);

/** Digits that the first reads and the second does not, and the other way round. */
const alone = ({ wrong, both }: Shared): [number, number] => [wrong[1] - both, wrong[0] - both];
const twins = (write: (first: number, second: number) => number): Measure =>
  afterBench(() => String(write(...alone(bench.value.record.twins))));

const benchValues: Readonly<Record<string, Measure>> = {
  ...Object.fromEntries((['classic', 'explainer', 'recogniser'] as const).flatMap(benchOf)),
  'twins.first': twins((first) => first),
  'twins.second': twins((_, second) => second),
  'twins.apart': twins((first, second) => first + second),
  'twins.lead': twins((first, second) => Math.abs(first - second)),
  // The same recipe without L2, trained for the comparison.
  'calibration.explainer.bare': () => {
    const bare = moments.l2.find(({ lambda }) => lambda === 0);
    if (!bare) throw new Error('moments.json has no network without L2.');
    return sharePrintedWhole(bare);
  },
};

export const trainingValues: Readonly<Record<string, Measure>> = {
  ...runValues,
  ...stuckValues,
  ...waysValues,
  ...benchValues,
  'classic.bytes': () => thousands(models.classic.bytes),
};

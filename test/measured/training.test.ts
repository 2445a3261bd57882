import { expect, it } from 'vitest';
import models from '../../public/models/models.json' with { type: 'json' };
import moments from '../../public/models/moments.json' with { type: 'json' };
import runs from '../../public/models/training-runs.json' with { type: 'json' };
import stuck from '../../public/models/stuck.json' with { type: 'json' };
import ways from '../../public/models/ways.json' with { type: 'json' };
import { bench } from '../../src/islands/bench.ts';
import { loadResources } from '../../src/islands/resources.ts';
import { noiseOf } from '../../src/inside/bench/test-set.ts';
import { MOMENTS } from '../../src/training/recorded/moments.ts';
import { RECORDED_PLAN } from '../../src/training/recorded/recorded-runs.ts';
import { STUCK } from '../../src/training/recorded/stuck.ts';
import { recipes } from '../../src/training/recipes.ts';
import { valueNames, valueOf } from '../../src/measured/values.ts';

const number = async (name: string): Promise<number> =>
  Number((await valueOf(name)).replaceAll(/[,%]/g, '').replace('\u2212', '-'));

it('tells of a run by the plan that the prose spells out', () => {
  const { sizes, start, cost, eta, miniBatch, lambda, epochs, seed } = recipes.classic;
  expect(RECORDED_PLAN).toMatchObject({
    ...{ sizes, start, cost, eta, miniBatch, lambda, epochs, seed },
  });
  expect(sizes).toEqual([784, 30, 10]);
  expect([start, cost, eta, miniBatch, epochs]).toEqual(['normal', 'quadratic', 3, 10, 30]);
  expect(runs.plan).toEqual(RECORDED_PLAN);
  expect(moments.recipe).toEqual(MOMENTS);
});

it('begins the moments of the first epoch where the recorded run begins', () => {
  expect(moments.first[0].right).toBe(runs.run.test[0]);
  expect(moments.first[0].cost).toBe(runs.run.testCost[0]);
  expect(moments.stuck.epochs).toHaveLength(MOMENTS.stuck.epochs);
});

it('leaves after the first epoch one mistake in eleven, and in the end three in five of those', async () => {
  const [start, first, end] = await Promise.all(
    ['start', 'first', 'end'].map((when) => number(`run.${when}.wrong`)),
  );
  expect(Math.round(start / first)).toBe(11);
  expect(end / first).toBeGreaterThan(0.55);
  expect(end / first).toBeLessThan(0.65);
});

it('learns first to say nothing: after ten mini-batches the cost is about that of ten zeros, and hardly anything is read', async () => {
  expect(await number('first.10.cost')).toBeCloseTo(0.5, 1);
  expect(await number('first.10')).toBeLessThan(20);
  expect(await number('run.start.cost')).toBeGreaterThan(1.25);
});

it('stands within a point from eta 1 to 11, falls off a cliff after 20, and costs what ten zeros cost at 100', async () => {
  const between = runs.etas.filter(({ eta }) => eta > 1 && eta <= 11);
  const ends = between.map(({ curve }) => curve.test[curve.test.length - 1]);
  expect(between.length).toBeGreaterThan(5);
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(100);
  expect(await number('etas.20')).toBeGreaterThan(93);
  expect(await number('etas.28')).toBeLessThan(60);
  // A hair more, and it learns again: the edge of the cliff is no clean line.
  expect(await number('fast.28.1')).toBeGreaterThan(90);
  expect(await number('fast.30')).toBeLessThan(60);
  expect(moments.fast[1]).toMatchObject({ eta: 30, unread: 2 });
  expect(await valueOf('etas.100.cost')).toBe('0.50');
  expect(await number('etas.100')).toBeCloseTo(10, 0);
  const { curve } = runs.etas[0];
  expect(curve.test[30]).toBeGreaterThan(curve.test[29]); // still climbing
});

it('wakes the digit that is not read within one epoch, after eleven without it', async () => {
  expect([STUCK.seed, STUCK.digit, STUCK.survey.seeds, STUCK.long]).toEqual([2, 8, 40, 5]);
  const right = stuck.runs[0].right.map((counts) => counts[STUCK.digit]);
  const epochs = await number('stuck.epochs');
  expect(epochs).toBe(11);
  expect(Math.max(...right.slice(1, epochs + 1))).toBeLessThanOrEqual(1);
  expect(right[epochs + 1] / (await number('stuck.count'))).toBeGreaterThan(0.75);
  // What was missing are nearly all of them.
  const gained = ((await number('stuck.after')) - (await number('stuck.before'))) * 100;
  expect(gained / (await number('stuck.count'))).toBeGreaterThan(0.85);
  const never = stuck.survey.unread.filter(({ epochs: unread }) => unread >= STUCK.survey.epochs);
  expect(never.map(({ digit }) => digit)).toEqual([7]);
});

it('says where its weighted input lies, so that the steps of the prose follow', async () => {
  const z = await Promise.all(
    ['step.0', 'step.10', 'epoch.1', 'epoch.10', 'epoch.11', 'epoch.12'].map((when) =>
      number(`stuck.z.${when}`),
    ),
  );
  expect(z).toEqual([-6, -9, -12, -10, -8, 3]);
  expect(Math.exp(z[2])).toBeCloseTo(0.000006, 6);
});

it('finds the smaller start worth more than a seed, and the other cost worth nothing', async () => {
  const [plain, scaled, entropy, both] = await Promise.all(
    ['normal.quadratic', 'scaled.quadratic', 'normal.cross-entropy', 'scaled.cross-entropy'].map(
      (way) => number(`ways.${way}`),
    ),
  );
  expect(scaled - plain).toBeGreaterThan(0.4);
  expect(both - entropy).toBeGreaterThan(0.4);
  expect(Math.abs(entropy - plain)).toBeLessThan(0.15);
  expect(Math.abs(both - scaled)).toBeLessThan(0.15);
});

it('spares one an unread digit in every run with a cure: it would cost nine points', () => {
  const cured = ways.runs.filter(({ way }) => way > 0);
  expect(cured).toHaveLength(15);
  for (const { right } of cured) expect(Math.min(...right.slice(2))).toBeGreaterThan(9200);
  const low = ways.runs.filter(({ right }) => right[5] < 9000);
  expect(low.map(({ way, seed }) => [way, seed])).toEqual([[0, STUCK.seed]]);
});

it('counts coins whose number has a whole root, and a lead of less than twice that', async () => {
  const [first, second] = [await number('twins.first'), await number('twins.second')];
  expect(first + second).toBe(await number('twins.apart'));
  expect(await number('twins.apart')).toBe(256);
  expect(second - first).toBe(await number('twins.lead'));
  expect(await number('twins.lead')).toBeLessThan(32);
});

it('finds halves further apart than luck explains, the first one harder for each network', async () => {
  for (const name of ['classic', 'explainer', 'recogniser']) {
    const [first, second] = await Promise.all(
      ['first', 'second'].map((half) => number(`halves.${name}.${half}`)),
    );
    const luck = Math.hypot(noiseOf(first / 100, 5000), noiseOf(second / 100, 5000));
    expect(second - first, name).toBeGreaterThan(100 * luck);
  }
});

it('reads on the bench, to a tenth of a point, what models.json says', async () => {
  for (const name of ['classic', 'explainer', 'recogniser'] as const) {
    const accuracy = 100 - (await number(`bench.${name}.wrong`)) / 100;
    expect(Math.abs(accuracy - 100 * models[name].mnist.accuracy), name).toBeLessThan(0.05);
  }
});

it('has its best and its worst recall at the digits that the prose names', async () => {
  await loadResources(bench);
  const { perDigit } = models.classic.mnist;
  expect(perDigit.indexOf(Math.max(...perDigit))).toBe(1);
  expect(perDigit.indexOf(Math.min(...perDigit))).toBe(5);
  expect(await number('bench.classic.worst')).toBeLessThan(await number('bench.classic.best'));
});

it('finds the same score worth different shares, and L2 to be why the explainer network is modest', async () => {
  expect(await number('calibration.classic')).toBeLessThan(80);
  expect(await number('calibration.explainer')).toBeGreaterThan(90);
  expect(await number('calibration.explainer.bare')).toBeLessThan(80);
});

it('knows how many bytes the file has beyond four for each number', async () => {
  expect(4 * models.classic.parameters).toBe(95_440);
  expect(await number('classic.bytes')).toBeGreaterThan(95_440);
});

it('gives each of its numbers', () => {
  expect(valueNames.filter((name) => name.startsWith('etas.'))).toHaveLength(60);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { targetsOf } from '@/network/examples.ts';
import { flatGradient, placeOf } from '@/descent/parameters.ts';
import { backprop, type Gradient } from '@/network/backprop.ts';
import { quadratic } from '@/network/cost.ts';
import { surveyOf } from '@/descent/mean-cost.ts';
import { explainMean } from '@/widgets/descent/gradient-columns/mean-explained.ts';
import { feedforward } from '@/network/feedforward.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import {
  type ColumnsStart,
  GradientColumns,
} from '@/widgets/descent/gradient-columns/gradient-columns.svelte.ts';

let one: Gradient;
beforeAll(async () => {
  await loadResources(explainer, hundred);
  const { pixels, label } = hundred.value[8];
  const network = explainer.value;
  one = backprop(network, feedforward(network, pixels), targetsOf(label, 10), quadratic);
});
const columnsOf = (start: ColumnsStart = {}): GradientColumns =>
  new GradientColumns(() => ({ network: explainer.value, one }), hundred.value, start);

describe('the two columns', () => {
  it('hold every parameter once, in either order', () => {
    for (const order of ['size', 'place'] as const) {
      const columns = columnsOf({ order });
      const lines = columns.lines(0, 99999);
      const places = lines.map(({ parameter }) => placeOf(explainer.value, parameter));
      expect(new Set(places).size).toBe(13002);
      expect(columns.count).toBe(13002);
      if (order === 'place') expect(places).toEqual([...places.keys()]);
    }
  });

  it('are sorted by the size of the slope, whatever its sign', () => {
    const sizes = columnsOf()
      .lines(0, 13002)
      .map(({ push }) => Math.abs(push));
    expect(sizes.every((size, i) => i === 0 || size <= sizes[i - 1])).toBe(true);
    expect(columnsOf().max).toBe(sizes[0]);
    expect(columnsOf().flat).toBe(sizes.filter((size) => size === 0).length);
  });

  it('show minus what backpropagation says of the one digit', () => {
    const columns = columnsOf({ whose: 'one', order: 'place' });
    const row = flatGradient(one);
    columns.lines(12000, 12100).forEach(({ push }, i) => expect(push).toBe(0 - row[12000 + i]));
  });

  it('say how many slopes make half of the squared length', () => {
    const columns = columnsOf();
    const squares = columns.lines(0, 13002).map(({ push }) => push * push);
    const total = squares.reduce((sum, square) => sum + square, 0);
    const sum = (count: number): number => squares.slice(0, count).reduce((a, b) => a + b, 0);
    expect(sum(columns.half)).toBeGreaterThanOrEqual(total / 2 - 1e-15);
    expect(sum(columns.half - 1)).toBeLessThan(total / 2);
  });
});

it('opens a slope of the mean as the shares of the hundred digits', () => {
  const columns = columnsOf();
  const survey = surveyOf(explainer.value, hundred.value);
  for (const { parameter, push } of [...columns.lines(0, 40), ...columns.lines(4000, 4010)]) {
    const { value, calculation } = explainMean(survey, hundred.value, parameter);
    expect(value).toBeCloseTo(-push, 12);
    const start = calculation?.start;
    if (!start || !('terms' in start)) throw new Error('It is no sum.');
    expect(start.terms.length + start.zeros).toBe(100);
    expect(start.terms.reduce((sum, { product }) => sum + product.value, 0)).toBe(value);
  }
});

describe('the cursor', () => {
  it('stays with its parameter when the order changes', () => {
    const columns = columnsOf({ line: 7 });
    const { parameter } = columns.at;
    columns.sort('place');
    expect(columns.at.parameter).toEqual(parameter);
    columns.sort('size');
    expect(columns.line).toBe(7);
  });

  it('stays within the columns, and takes no nonsense', () => {
    const columns = columnsOf();
    columns.line = 1e9;
    expect(columns.line).toBe(13001);
    for (const bad of [NaN, Infinity]) columns.line = bad;
    expect(columns.line).toBe(13001);
    columns.reset();
    columns.fromLink({ of: 'x', by: 'y', line: '-4' });
    expect([columns.canReset, columns.toLink()]).toEqual([false, {}]);
    columns.fromLink({ of: 'one', by: 'place', line: '99999' });
    expect(columns.toLink()).toEqual({ of: 'one', by: 'place', line: '13001' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { alongOne, survey, type Survey } from '@/descent/mean-cost.ts';
import {
  bySize,
  flatGradient,
  flatParameters,
  parameterAt,
  placeOf,
  valueOf,
  withValue,
} from '@/descent/parameters.ts';
import { backprop } from '@/network/backprop.ts';
import { quadratic } from '@/network/cost.ts';
import { countParameters } from '@/network/network.ts';
import { feedforward } from '@/network/feedforward.ts';
import { evaluate } from '@/network/sgd.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';

let all: Survey;
beforeAll(async () => {
  await loadResources(explainer, hundred);
  all = survey(explainer.value, hundred.value);
});

/** Some of every block, the ends of each among them. */
const PLACES = [
  0, 406, 5000, 12543, 12544, 12559, 12560, 12700, 12815, 12816, 12831, 12832, 12991, 12992, 13001,
];

describe('the row of parameters', () => {
  it('has each parameter once, and knows its place', () => {
    const row = flatParameters(explainer.value);
    expect(row.length).toBe(countParameters(explainer.value));
    for (let place = 0; place < row.length; place++) {
      const parameter = parameterAt(explainer.value, place);
      if (placeOf(explainer.value, parameter) !== place) expect(parameter).toBe(place);
      if (valueOf(explainer.value, parameter) !== row[place]) expect(parameter).toBe(row[place]);
    }
    expect(() => parameterAt(explainer.value, 13002)).toThrow(RangeError);
    expect(() => parameterAt(explainer.value, -1)).toThrow(RangeError);
  });

  it('is sorted by size, whatever the sign', () => {
    expect([...bySize(Float64Array.of(1, -3, 0, 3, -2))]).toEqual([1, 3, 4, 0, 2]);
  });
});

describe('the mean over a hundred digits', () => {
  it('is the cost that the network itself evaluates', () => {
    const inputs = Float64Array.from(hundred.value.flatMap(({ pixels }) => [...pixels]));
    const labels = Uint8Array.from(hundred.value, ({ label }) => label);
    const { cost } = evaluate(explainer.value, { count: 100, inputs, full: 1, labels });
    expect(all.cost).toBeCloseTo(cost, 14);
  });

  it('has the mean of the gradients that backpropagation gives digit by digit', () => {
    const row = new Float64Array(13002);
    for (const { pixels, label } of hundred.value) {
      const y = Float64Array.from({ length: 10 }, (_, j) => (j === label ? 1 : 0));
      const pass = feedforward(explainer.value, pixels);
      flatGradient(backprop(explainer.value, pass, y, quadratic)).forEach(
        (slope, i) => (row[i] += slope / 100),
      );
    }
    const mean = flatGradient(all.gradient);
    const off = row.reduce((most, slope, i) => Math.max(most, Math.abs(slope - mean[i])), 0);
    expect(off).toBeLessThan(1e-15);
  });
});

describe('the cost along one parameter', () => {
  it.each(PLACES)('is that of the whole network with parameter %d moved', (place) => {
    const parameter = parameterAt(explainer.value, place);
    const at = alongOne(all, parameter);
    const now = valueOf(explainer.value, parameter);
    expect(at(now)).toBe(all.cost);
    for (const by of [-8, -0.5, 0.001, 3]) {
      const moved = withValue(explainer.value, parameter, now + by);
      expect(at(now + by)).toBeCloseTo(survey(moved, hundred.value).cost, 12);
    }
  });

  it('has at the present value the slope that backpropagation gives', () => {
    const row = flatGradient(all.gradient);
    const largest = [...bySize(row).slice(0, 40), ...PLACES];
    for (const place of largest) {
      const parameter = parameterAt(explainer.value, place);
      const at = alongOne(all, parameter);
      const now = valueOf(explainer.value, parameter);
      const measured = (at(now + 1e-5) - at(now - 1e-5)) / 2e-5;
      expect(measured).toBeCloseTo(row[place], 9);
    }
  });
});

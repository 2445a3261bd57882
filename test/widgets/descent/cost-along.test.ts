import { beforeAll, describe, expect, it } from 'vitest';
import { survey } from '@/descent/mean-cost.ts';
import { withValue } from '@/descent/parameters.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import { sentence } from '@/widgets/descent/cost-along-one-weight/along-words.ts';
import {
  type AlongStart,
  BIAS,
  CostAlong,
  REACH,
} from '@/widgets/descent/cost-along-one-weight/cost-along.svelte.ts';

beforeAll(() => loadResources(explainer, hundred));
const alongOf = (start: AlongStart = {}, layer = 1, index = 10): CostAlong =>
  new CostAlong(
    () => ({ network: explainer.value, neuron: { layer, index } }),
    hundred.value,
    start,
  );

describe('the cost along one parameter', () => {
  it.each([
    [1, 10, undefined],
    [2, 12, 3],
    [3, 5, 0],
    [2, 12, BIAS],
  ])('is the mean cost of the whole network (layer %d, neuron %d)', (layer, index, source) => {
    const along = alongOf(source === undefined ? {} : { source }, layer, index);
    along.moved = 3;
    const moved = withValue(explainer.value, along.parameter, along.value);
    expect(along.cost).toBeCloseTo(survey(moved, hundred.value).cost, 12);
  });

  it('has a tangent with the slope of the curve itself', () => {
    for (const source of [BIAS, 0, 5, 9]) {
      const { costAt, learned, slope } = alongOf({ source }, 2, 12);
      expect((costAt(learned + 1e-5) - costAt(learned - 1e-5)) / 2e-5).toBeCloseTo(slope, 9);
    }
  });

  it('begins with the steepest weight, where it learned to be', () => {
    const along = alongOf();
    expect(Math.abs(along.slope)).toBe(Math.max(...along.slopes.map(Math.abs)));
    expect([along.moved, along.cost, along.canReset]).toEqual([0, along.survey.cost, false]);
    expect(along.spots[40][0]).toBeCloseTo(along.learned, 12);
  });

  it('is flat for a pixel that is always blank, and says so', () => {
    const along = alongOf({ source: 0 });
    expect(along.range[0]).toBe(along.range[1]);
    expect(sentence(along, 'weight')).toContain('makes no difference');
    along.isClose = true;
    const [low, high] = along.shown;
    const marks = [0, 1, 2, 3, 4, 5].map((i) => along.atAxis(low + (i * (high - low)) / 5));
    expect(new Set(marks).size).toBe(6);
  });
});

it('says a difference that is the one of the costs beside it', () => {
  const { parameter } = alongOf();
  for (const cost of [0.02361, 0.02364, 0.0312, 0.40051, 1.2345]) {
    const told = {
      ...{ parameter, cost, learned: 0.25, value: 1.25, moved: 1, slope: 0.001 },
      ...{ lowest: [0, 0.02] as const, range: [0.02, 1.3] as const, survey: { cost: 0.0236162 } },
    };
    const [, from, to, by = '0'] =
      /mean cost from (\d\.\d+) to (\d\.\d+)(?:, (\d\.\d+) (?:higher|lower))?/.exec(
        sentence(told, 'weight'),
      ) ?? [];
    expect(Number(to)).toBeCloseTo(cost, 4);
    expect(Math.abs(Number(from) - Number(to))).toBeCloseTo(Number(by), 9);
  }
});

it('keeps within reach, takes no nonsense, and resets', () => {
  const along = alongOf();
  along.moved = 1e9;
  expect(along.moved).toBe(REACH);
  for (const bad of [NaN, Infinity]) along.moved = bad;
  for (const bad of [NaN, 0.5, -2, 784]) along.source = bad;
  expect(along.source).toBe(along.steepest);
  along.fromLink({ of: '900', by: 'x', close: '2' });
  expect(along.source).toBe(along.steepest);
  along.source = 400;
  expect([along.moved, along.source]).toEqual([0, 400]);
  along.moved = -1.5;
  expect(sentence(along, 'weight')).not.toMatch(/NaN|undefined|Infinity/);
  const other = alongOf();
  other.fromLink(along.toLink());
  expect(other.toLink()).toEqual({ of: '400', by: '-1.50' });
  other.reset();
  expect([other.canReset, other.toLink()]).toEqual([false, {}]);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { survey } from '@/descent/mean-cost.ts';
import { withValue } from '@/descent/parameters.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import {
  LEAST_NUDGE,
  MOST_NUDGE,
  NudgePair,
} from '@/widgets/descent/nudge-pair/nudge-pair.svelte.ts';
import { division, sentence } from '@/widgets/descent/nudge-pair/pair-words.ts';

beforeAll(() => loadResources(explainer, hundred));
const pairOf = (start = {}): NudgePair =>
  new NudgePair(() => explainer.value, hundred.value, start);

it('prints divisions that come out', () => {
  expect(division(0.0033812, 0.00013351)).toBe('0.003381 ÷ 0.0001335');
  for (const [a, b, isShare] of [
    [0.003384, 0.0001329, false],
    [0.0000013066, 0.0000013321, true],
    [7.77e-5, 1.234e-5, true],
  ] as const) {
    const [left, right] = division(a, b, isShare)
      .split(' ÷ ')
      .map((text) => Number(text.replace(' × 10⁻⁶', 'e-6')));
    expect((left / right).toFixed(isShare ? 2 : 1)).toBe((a / b).toFixed(isShare ? 2 : 1));
  }
});

describe('two nudged parameters', () => {
  it('measures what the whole network measures', () => {
    const { pair } = pairOf({ nudge: 0.5 });
    const before = survey(explainer.value, hundred.value).cost;
    for (const { parameter, value, by, measured } of pair) {
      const moved = withValue(explainer.value, parameter, value + by);
      expect(measured).toBeCloseTo(before - survey(moved, hundred.value).cost, 12);
    }
  });

  it('keeps its promises for small nudges, and says how many times as sensitive only then', () => {
    const small = pairOf({ nudge: LEAST_NUDGE });
    for (const { kept, measured } of small.pair) {
      expect(kept).toBeCloseTo(1, 1);
      expect(measured).toBeGreaterThan(0);
    }
    expect(small.isSmall).toBe(true);
    expect(small.measuredRatio / small.promisedRatio).toBeCloseTo(1, 1);
    expect(sentence(small)).toMatch(/times as sensitive; the slopes promise/);
    const large = pairOf({ nudge: MOST_NUDGE });
    expect(large.isSmall).toBe(false);
    expect(sentence(large)).toMatch(/no longer holds/);
  });

  it('ranks by the size of the slope, and leaves out those that have none', () => {
    const ranked = pairOf();
    ranked.second = 1e9;
    expect(ranked.second).toBe(ranked.count);
    const [one, other] = ranked.pair;
    expect(Math.abs(other.slope)).toBeGreaterThan(0);
    expect(Math.abs(one.slope)).toBeGreaterThan(Math.abs(other.slope));
  });

  it('draws a curve through the measured fall', () => {
    const drawn = pairOf();
    const spots = drawn.spots(0, 24);
    expect(spots[0]).toEqual([0, 0]);
    expect(spots[16][0]).toBeCloseTo(drawn.nudge, 12);
    expect(spots[16][1]).toBeCloseTo(drawn.pair[0].measured, 12);
  });

  it('takes no nonsense, and resets', () => {
    const odd = pairOf();
    for (const bad of [NaN, Infinity, -Infinity]) {
      odd.first = bad;
      odd.second = bad;
      odd.nudge = bad;
    }
    odd.fromLink({ a: '-1', b: 'x', by: '1e9' });
    expect([odd.canReset, odd.toLink()]).toEqual([false, {}]);
    odd.fromLink({ a: '7', b: '12', by: '0.3' });
    expect(odd.toLink()).toEqual({ a: '7', b: '12', by: '0.3' });
    expect(sentence(odd)).not.toMatch(/NaN|Infinity|undefined/);
    odd.reset();
    expect(odd.canReset).toBe(false);
  });
});

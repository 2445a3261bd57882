import { beforeAll, describe, expect, it } from 'vitest';
import { survey } from '@/descent/mean-cost.ts';
import { withValue } from '@/descent/parameters.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import {
  LEAST_NUDGE,
  MOST_NUDGE,
  NudgePair,
} from '@/widgets/descent/nudge-pair/nudge-pair.svelte.ts';
import { sentence } from '@/widgets/descent/nudge-pair/pair-words.ts';

beforeAll(() => loadResources(explainer, hundred));
const pairOf = (start = {}): NudgePair =>
  new NudgePair(() => explainer.value, hundred.value, start);

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

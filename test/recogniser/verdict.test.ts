import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOR, LEAD, SURE, bestTwo, judge } from '../../src/recogniser/verdict.ts';

/** A picture with the faintest ink there is; the rule asks no more of it. */
const inked = new Float64Array(784).with(300, Number.MIN_VALUE);

/** Ten scores: the best for 7, the next for 1, the others nearly nothing. */
function scores(best: number, next: number): number[] {
  return [0, next, 0, 0, 0.001, 0, 0, best, 0, 0];
}

/** As little as makes a difference. */
const BIT = 1e-9;

const sure = { kind: 'digit', digit: 7 };
const unsure = { kind: 'unsure', digit: 7, other: 1 };
const none = { kind: 'no-digit' };

describe('the rule', () => {
  it('has its bounds in order', () => {
    expect(FLOOR).toBeGreaterThan(0);
    expect(SURE).toBeGreaterThan(FLOOR);
    expect(SURE).toBeLessThan(1);
    expect(LEAD).toBeGreaterThan(0);
    expect(LEAD).toBeLessThanOrEqual(SURE); // else a score that is sure, with nothing beside it, would not be
  });

  it.each<[what: string, best: number, next: number, verdict: object]>([
    ['full score and no other', 1, 0, sure],
    ['just sure, nothing beside it', SURE, 0, sure],
    ['a bit below sure', SURE - BIT, 0.002, unsure],
    ['just the lead', 1, 1 - LEAD - BIT, sure],
    ['a bit less than the lead', 1, 1 - LEAD + BIT, unsure],
    ['two full scores', 1, 1 - BIT, unsure],
    ['just above the floor', FLOOR, 0.002, unsure],
    ['a bit below the floor', FLOOR - BIT, 0.002, none],
    ['a bit below the floor, and so is the next', FLOOR - BIT, FLOOR - 2 * BIT, none],
    ['next to nothing anywhere', 0.003, 0.002, none],
  ])('on %s', (_, best, next, verdict) => {
    expect(judge(inked, scores(best, next))).toEqual(verdict);
  });

  it('has nothing to say of a bare picture, whatever the scores', () => {
    for (const best of [0, FLOOR, SURE, 1]) {
      expect(judge(new Float64Array(784), scores(best, 0))).toEqual({ kind: 'blank' });
    }
  });

  it('names the best digit whenever it names any, and grows surer with the best score, never less sure', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const ten = fc.array(score, { minLength: 10, maxLength: 10 });
    const rank = { blank: 0, 'no-digit': 1, unsure: 2, digit: 3 };
    fc.assert(
      fc.property(ten, fc.double({ min: 0, max: 1, noNaN: true }), (list, more) => {
        const verdict = judge(inked, list);
        const best = list.indexOf(Math.max(...list));
        if ('digit' in verdict) expect(verdict.digit).toBe(best);
        if (verdict.kind === 'unsure') {
          const others = list.filter((_, j) => j !== best);
          expect(verdict.other).not.toBe(best);
          expect(list[verdict.other]).toBe(Math.max(...others));
        }
        const raised = judge(inked, list.with(best, list[best] + more * (1 - list[best])));
        expect(rank[raised.kind]).toBeGreaterThanOrEqual(rank[verdict.kind]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('bestTwo', () => {
  it.each([
    [
      [0.1, 0.9, 0.3, 0.8],
      [1, 3],
    ],
    [
      [0.9, 0.8, 0.1],
      [0, 1],
    ],
    [
      [0.1, 0.2, 0.3],
      [2, 1],
    ],
    [
      [0.5, 0.5, 0.5],
      [0, 1],
    ], // of equals the first
    [
      [0, 0, 0],
      [0, 1],
    ],
  ])('of %j is %j', (list, two) => {
    expect(bestTwo(list)).toEqual(two);
  });
});

import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/training/run.ts';
import { initialState } from '../../../src/training/state.ts';
import {
  accuracyFrom,
  costTo,
  curvesOf,
  endsOf,
  pointsOf,
} from '../../../src/widgets/training/training/curves.ts';
import { percent } from '../../../src/words/numbers.ts';

/** A point at `at` epochs: accuracy and cost on new digits; on learned ones a little better. */
const point = (at: number, accuracy: number, cost: number): Point => ({
  at,
  seconds: at,
  test: { accuracy, cost },
  seen: { accuracy: accuracy + 0.01, cost: cost / 2 },
});
const start = point(0, 0.1, 1.6);
const first = point(1, 0.93, 0.06);
const between = point(1.5, 0.94, 0.05);

describe('the curves of a run', () => {
  it('end where the network is now, though that be between two epochs', () => {
    const state = { ...initialState(null), points: [start, first] };
    expect(pointsOf({ ...state, latest: first })).toEqual([start, first]);
    expect(pointsOf({ ...state, latest: between })).toEqual([start, first, between]);
    expect(pointsOf(initialState(null))).toEqual([]);
  });

  it('are one for new digits, and a dashed one for learned ones', () => {
    expect(curvesOf([start, first], 'cost')).toEqual([
      {
        name: 'new',
        spots: [
          [0, 1.6],
          [1, 0.06],
        ],
        thickness: 3,
      },
      {
        name: 'learned',
        spots: [
          [0, 0.8],
          [1, 0.03],
        ],
        thickness: 1.25,
      },
    ]);
  });

  it('show accuracy from .8 on, once the network has come so far', () => {
    expect(accuracyFrom([])).toBe(0);
    expect(accuracyFrom([start])).toBe(0);
    expect(accuracyFrom([start, first])).toBe(0.8);
    expect(accuracyFrom([start, point(1, 0.7, 0.2), first])).toBe(0);
  });

  it('show cost without its steep beginning, as long as there is anything else', () => {
    expect(costTo([])).toBe(0.1);
    expect(costTo([start])).toBe(2);
    expect(costTo([start, first, between])).toBeCloseTo(0.075);
    expect(costTo([point(1, 1, 0)])).toBe(0.001);
  });

  it('are told by their ends', () => {
    expect(endsOf([], 'accuracy', percent)).toBe('nothing yet');
    expect(endsOf([start, first, between], 'accuracy', percent)).toBe(
      '10.0% at the start, 94.0% after 1.5 epochs; on digits that it learned from, 95.0%',
    );
  });
});

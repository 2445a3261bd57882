import { describe, expect, it } from 'vitest';
import { inkPath } from '../../src/controls/pad/ink-path.ts';

const path = (points: number[]): string => inkPath({ points, width: 0.07, erase: false });

describe('inkPath', () => {
  it('makes a dot of one point', () => {
    expect(path([0.5, 0.25])).toBe('M500 250l0 .01');
  });

  it('joins two points by a straight line', () => {
    expect(path([0, 0, 1, 0.5])).toBe('M0 0L500 250L1000 500');
  });

  it('rounds corners through the middles, and keeps both ends', () => {
    expect(path([0, 0, 0.2, 0, 0.2, 0.2])).toBe('M0 0L100 0Q200 0 200 100L200 200');
  });

  it('is worked out once for a stroke', () => {
    const stroke = { points: [0.1, 0.1, 0.3, 0.3], width: 0.07, erase: false };
    expect(inkPath(stroke)).toBe(inkPath(stroke));
  });
});

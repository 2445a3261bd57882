import { describe, expect, it } from 'vitest';
import { bounds, transform } from '../../src/digits/strokes.ts';

describe('bounds', () => {
  it('is the box round all points, wherever they lie', () => {
    const lines = [[0.5, -0.25], [0.25, 1.5, 0.75, 0.5], []];
    expect(bounds(lines)).toEqual({ left: 0.25, top: -0.25, right: 0.75, bottom: 1.5 });
  });

  it('is nothing round nothing', () => {
    expect(bounds([])).toBeUndefined();
    expect(bounds([[]])).toBeUndefined();
  });
});

describe('transform', () => {
  it('scales first, then shifts x and y by their own amounts', () => {
    const lines = [
      [0, 0],
      [1, 2, 3, 4],
    ];
    expect(transform(lines, 2, 10, 20)).toEqual([
      [10, 20],
      [12, 24, 16, 28],
    ]);
    expect(lines).toEqual([
      [0, 0],
      [1, 2, 3, 4],
    ]);
  });
});

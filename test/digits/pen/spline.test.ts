import { describe, expect, it } from 'vitest';
import { spline } from '../../../src/digits/pen/spline.ts';

/** Whether the line has (x, y) among its points. */
function passes(line: readonly number[], x: number, y: number): boolean {
  return line.some(
    (v, i) => i % 2 === 0 && Math.abs(v - x) < 1e-9 && Math.abs(line[i + 1] - y) < 1e-9,
  );
}

describe('a smooth line', () => {
  it('begins, ends and passes where its points lie', () => {
    const line = spline([0, 0, 30, 40, 60, 10, 90, 50]);
    expect(line.slice(0, 2)).toEqual([0, 0]);
    expect(passes(line, 30, 40)).toBe(true);
    expect(passes(line, 60, 10)).toBe(true);
    expect(passes(line, 90, 50)).toBe(true);
    expect(passes(line, 45, 40)).toBe(false);
  });

  it('is straight between two points, and a dot stays a dot', () => {
    const line = spline([10, 20, 50, 100]);
    for (let i = 0; i < line.length; i += 2) {
      expect(line[i + 1] - 20).toBeCloseTo(2 * (line[i] - 10), 9);
    }
    expect(spline([7, 8])).toEqual([7, 8]);
  });

  it('has a corner where a point comes twice, and a bend where it comes once', () => {
    /** The largest turn from one piece to the next, as the cosine between their directions. */
    const sharpest = (line: readonly number[]): number => {
      let least = 1;
      for (let i = 0; i + 5 < line.length; i += 2) {
        const [ax, ay] = [line[i + 2] - line[i], line[i + 3] - line[i + 1]];
        const [bx, by] = [line[i + 4] - line[i + 2], line[i + 5] - line[i + 3]];
        least = Math.min(least, (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by)));
      }
      return least;
    };
    expect(sharpest(spline([0, 0, 50, 0, 50, 0, 50, 50]))).toBeLessThan(0.3);
    expect(sharpest(spline([0, 0, 50, 0, 50, 50]))).toBeGreaterThan(0.5);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePath, place, ticks } from '../../src/plot/line-scale.ts';

describe('place', () => {
  it('leads the domain onto the range, in either direction, and beyond', () => {
    const scale = { domain: [0, 30], range: [40, 340] } as const;
    expect([0, 15, 30, 60].map((value) => place(scale, value))).toEqual([40, 190, 340, 640]);
    const down = { domain: [0.8, 1], range: [200, 0] } as const;
    expect(place(down, 0.9)).toBeCloseTo(100, 9);
  });

  it('maps a domain of no width to the start', () => {
    expect(place({ domain: [3, 3], range: [10, 20] }, 3)).toBe(10);
  });
});

describe('ticks', () => {
  it.each<[domain: readonly [number, number], count: number, expected: number[]]>([
    [[0, 30], 8, [0, 5, 10, 15, 20, 25, 30]],
    [[0, 30], 4, [0, 10, 20, 30]],
    [[0.8, 1], 5, [0.8, 0.85, 0.9, 0.95, 1]],
    [[0, 0.47], 5, [0, 0.1, 0.2, 0.3, 0.4]],
    [[0.013, 0.048], 5, [0.02, 0.03, 0.04]],
    [[0, 1], 8, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[2, 2], 5, []],
    [[1, 0], 5, []],
  ])('%j, some %i: %j', (domain, count, expected) => {
    expect(ticks(domain, count)).toEqual(expected);
  });

  it('are never many more than asked for, lie within, and are equally far apart', () => {
    const domain = fc.tuple(
      fc.double({ min: 0, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    );
    fc.assert(
      fc.property(domain, fc.integer({ min: 1, max: 12 }), ([from, width], count) => {
        const found = ticks([from, from + width], count);
        expect(found.length).toBeLessThanOrEqual(count + 1);
        for (const tick of found) {
          expect(tick).toBeGreaterThanOrEqual(from - 1e-6 * width);
          expect(tick).toBeLessThanOrEqual(from + width + 1e-6 * width);
        }
        const gaps = found.slice(1).map((tick, i) => tick - found[i]);
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0], 5);
      }),
    );
  });
});

describe('linePath', () => {
  const x = { domain: [0, 2], range: [0, 100] } as const;
  const y = { domain: [0, 1], range: [50, 0] } as const;

  it('draws from spot to spot', () => {
    const spots = [
      [0, 0],
      [1, 0.5],
      [2, 1],
    ] as const;
    expect(linePath(spots, x, y)).toBe('M0.0 50.0L50.0 25.0L100.0 0.0');
  });

  it('is empty without spots', () => {
    expect(linePath([], x, y)).toBe('');
  });
});

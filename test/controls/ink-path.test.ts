import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkPath, PATH_UNITS } from '../../src/controls/pad/ink-path.ts';
import { raster } from '../../src/digits/raster.ts';

const path = (points: number[]): string => inkPath({ points, width: 0.07, erase: false });

/** The corners of path data that has straight lines alone; throws at any other. */
function cornersOf(path: string): number[] {
  if (!/^M[-\d. ]+(?:L[-\d. ]+)*(?:l0 \.01)?$/.test(path))
    throw new Error(`No straight lines: ${path}`);
  return path.replace('l0 .01', '').slice(1).split(/[L ]/).map(Number);
}

describe('inkPath', () => {
  it('makes a dot of one point', () => {
    expect(path([0.5, 0.25])).toBe('M500 250l0 .01');
  });

  it('goes straight from point to point, corners and all', () => {
    expect(path([0, 0, 1, 0.5])).toBe('M0 0L1000 500');
    expect(path([0, 0, 0.2, 0, 0.2, 0.2])).toBe('M0 0L200 0L200 200');
  });

  it('shows the ink that is read, and that the rubber takes: no pixel differs between path and raster', () => {
    const hand = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 24,
    });
    fc.assert(
      fc.property(hand, (numbers) => {
        const points = numbers.slice(0, 2 * Math.floor(numbers.length / 2));
        const shown = cornersOf(path(points));
        // The path is written to a tenth of a thousandth, and dots have a tail as short.
        const read = raster([points.map((v) => 28 * v)], 28, 2);
        const seen = raster([shown.map((v) => (28 * v) / PATH_UNITS)], 28, 2);
        expect(Math.max(...read.map((v, i) => Math.abs(v - seen[i])))).toBeLessThan(0.005);
      }),
    );
  });

  it('is worked out once for a stroke', () => {
    const stroke = { points: [0.1, 0.1, 0.3, 0.3], width: 0.07, erase: false };
    expect(inkPath(stroke)).toBe(inkPath(stroke));
  });
});

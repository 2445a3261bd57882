import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raster } from '../../src/digits/raster.ts';
import { type Line, transform } from '../../src/digits/strokes.ts';
import { anyLine, distanceToAny, finer, pointsOf } from './geometry.ts';

/** The ink of some lines on a grid of 8 x 8, row by row. */
function rows(lines: readonly Line[], width: number, soft?: number): number[][] {
  const ink = raster(lines, 8, width, soft);
  return Array.from({ length: 8 }, (_, row) => [...ink.subarray(8 * row, 8 * row + 8)]);
}

function expectInk(ink: readonly number[], wanted: readonly number[]): void {
  expect(ink).toHaveLength(wanted.length);
  wanted.forEach((v, i) => expect(ink[i]).toBeCloseTo(v, 12));
}

const nothing = [0, 0, 0, 0, 0, 0, 0, 0];

describe('a pixel', () => {
  it('is full on the line and half on its edge', () => {
    // Two pixels wide through the middles of row 3: the edge runs through the middles of rows 2 and 4. Its ends are round.
    const ink = rows([[2.5, 3.5, 5.5, 3.5]], 2);
    const corner = 1.5 - Math.SQRT2;
    expectInk(ink[3], [0, 0.5, 1, 1, 1, 1, 0.5, 0]);
    for (const row of [2, 4]) expectInk(ink[row], [0, corner, 0.5, 0.5, 0.5, 0.5, corner, 0]);
    for (const row of [0, 1, 5, 6, 7]) expectInk(ink[row], nothing);
  });

  it('is wholly covered or not at all when the edge runs between pixels', () => {
    const ink = rows([[-2, 4, 10, 4]], 2);
    expect(ink.map((row) => row[0])).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
    expect(ink.map((row) => row[7])).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
  });

  it('has as much ink as the edge leaves it, a quarter, a half, three quarters', () => {
    const columns = [3, 3.25, 3.5, 3.75].map((x) => rows([[x, -2, x, 10]], 2)[4]);
    expectInk(columns[0], [0, 0, 1, 1, 0, 0, 0, 0]);
    expectInk(columns[1], [0, 0, 0.75, 1, 0.25, 0, 0, 0]);
    expectInk(columns[2], [0, 0, 0.5, 1, 0.5, 0, 0, 0]);
    expectInk(columns[3], [0, 0, 0.25, 1, 0.75, 0, 0, 0]);
  });

  it('is paler under a line thinner than the ramp', () => {
    expectInk(rows([[4.5, -2, 4.5, 10]], 0.5)[4], [0, 0, 0, 0, 0.75, 0, 0, 0]);
  });

  it('fades over as many pixels as the pen is soft', () => {
    // Half its width and half the ramp from the line it is bare: 1 + 2; the ramp is 4 pixels long.
    expectInk(rows([[4.5, -4, 4.5, 12]], 2, 4)[4], [0, 0, 0.25, 0.5, 0.75, 0.5, 0.25, 0]);
  });

  it('has the ink of a dot all round it', () => {
    const ink = rows([[3.5, 3.5]], 2);
    expectInk(ink[3], [0, 0, 0.5, 1, 0.5, 0, 0, 0]);
    expectInk(ink[2], [0, 0, 1.5 - Math.SQRT2, 0.5, 1.5 - Math.SQRT2, 0, 0, 0]);
    expect(ink).toEqual(rows([[3.5, 3.5, 3.5, 3.5]], 2));
  });
});

describe('the whole of the ink', () => {
  // The ramp adds its own share: a dot's ink sums to pi (r^2 + soft^2 / 12).
  it.each([
    { width: 8, soft: 1, within: 0.005 },
    { width: 6, soft: 2, within: 0.005 },
    { width: 2.5, soft: 1, within: 0.04 },
  ])('of a dot is that of a circle, $width wide and $soft soft', ({ width, soft, within }) => {
    const area = Math.PI * ((width / 2) ** 2 + soft ** 2 / 12);
    const places = Array.from({ length: 400 }, (_, i) => [(i % 20) / 20, Math.floor(i / 20) / 20]);
    const shares = places.map(([x, y]) => {
      const ink = raster([[10 + x, 10 + y]], 20, width, soft);
      return ink.reduce((sum, v) => sum + v, 0) / area;
    });
    for (const share of shares) expect(Math.abs(share - 1)).toBeLessThan(within);
    expect(shares.reduce((sum, v) => sum + v, 0) / shares.length).toBeCloseTo(1, 4);
  });

  it('of a straight line is its length times its width, and a round end on either side', () => {
    const ink = raster([[10, 12.3, 26, 24.3]], 36, 3); // 16 by 12: 20 long
    const sum = ink.reduce((total, v) => total + v, 0);
    expect(sum).toBeCloseTo(20 * 3 + Math.PI * (1.5 ** 2 + 1 / 12), 0);
  });
});

describe('whatever is inked', () => {
  const lines = fc.array(
    anyLine.map((line) => line.map((v) => 12 * v)),
    { minLength: 1, maxLength: 4 },
  );
  const width = fc.double({ min: 0.5, max: 4, noNaN: true });
  const soft = fc.double({ min: 0.25, max: 3, noNaN: true });
  const SIDE = 12;

  function expectSame(one: Float64Array, other: Float64Array, within: number): void {
    const apart = one.reduce((most, v, i) => Math.max(most, Math.abs(v - other[i])), 0);
    expect(apart).toBeLessThanOrEqual(within);
  }

  it('each pixel goes by the distance of its middle, no more and no less', () => {
    fc.assert(
      fc.property(lines, width, soft, (drawn, w, s) => {
        const wanted = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
          const far = distanceToAny((i % SIDE) + 0.5, Math.floor(i / SIDE) + 0.5, drawn);
          return Math.max(0, Math.min(1, (w / 2 + s / 2 - far) / s));
        });
        expectSame(raster(drawn, SIDE, w, s), wanted, 1e-9);
      }),
    );
  });

  it('it matters not into how many points a line is cut, nor which end comes first', () => {
    fc.assert(
      fc.property(lines, width, soft, fc.integer({ min: 2, max: 9 }), (drawn, w, s, n) => {
        const cut = drawn.map((line) => finer(line, n));
        const backwards = drawn.map((line) => pointsOf(line).toReversed().flat());
        const ink = raster(drawn, SIDE, w, s);
        expectSame(raster(cut, SIDE, w, s), ink, 1e-12);
        expectSame(raster(backwards, SIDE, w, s), ink, 1e-12);
      }),
    );
  });

  it('lines that overlap do not add up, and their order does not show', () => {
    fc.assert(
      fc.property(lines, lines, width, soft, (some, others, w, s) => {
        const [a, b] = [raster(some, SIDE, w, s), raster(others, SIDE, w, s)];
        const most = a.map((v, i) => Math.max(v, b[i]));
        expectSame(raster([...some, ...others], SIDE, w, s), most, 0);
        expectSame(raster([...others, ...some, ...others], SIDE, w, s), most, 0);
      }),
    );
  });

  it('a step of whole pixels moves the ink and changes none of it', () => {
    fc.assert(
      fc.property(lines, width, soft, (drawn, w, s) => {
        const before = raster(drawn, SIDE, w, s);
        const after = raster(transform(drawn, 1, 3, 5), SIDE, w, s);
        for (let row = 5; row < SIDE; row++) {
          const kept = before.slice((row - 5) * SIDE, (row - 5) * SIDE + SIDE - 3);
          expectSame(after.slice(row * SIDE + 3, (row + 1) * SIDE), kept, 1e-12);
        }
      }),
    );
  });

  it('lines beyond the grid leave it bare', () => {
    fc.assert(
      fc.property(lines, width, soft, fc.constantFrom(1, -1, 1e6), (drawn, w, s, far) => {
        for (const [dx, dy] of [
          [24 * far, 0],
          [0, 24 * far],
        ]) {
          const ink = raster(transform(drawn, 1, dx, dy), SIDE, w, s);
          expect(ink.every((v) => v === 0)).toBe(true);
        }
      }),
    );
  });
});

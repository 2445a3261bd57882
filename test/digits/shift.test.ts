import { describe, expect, it } from 'vitest';
import { boxBelowMass, boxOf, massOff, shifted, toBox } from '../../src/digits/shift.ts';

const SIDE = 28;
/** Full ink in rows and columns from … to, the last left out. */
function block(top: number, bottom: number, left: number, right: number): Float64Array {
  return Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [row, column] = [Math.floor(i / SIDE), i % SIDE];
    return row >= top && row < bottom && column >= left && column < right ? 1 : 0;
  });
}
const BLANK = new Float64Array(SIDE * SIDE);

describe('a picture moved by whole pixels', () => {
  it('is the same elsewhere, and loses what leaves it', () => {
    const ink = block(4, 10, 5, 9);
    expect(shifted(ink, { x: 2, y: -3 })).toEqual(block(1, 7, 7, 11));
    expect(shifted(ink, { x: -7, y: 0 })).toEqual(block(4, 10, 0, 2));
    expect(shifted(ink, { x: 0, y: 40 })).toEqual(BLANK);
    expect(shifted(ink, { x: 0, y: 0 })).toEqual(ink);
  });
});

describe('the box round the ink', () => {
  it('goes to the middle as near as whole pixels can', () => {
    const ink = block(4, 10, 5, 9);
    expect(boxOf(ink)).toEqual({ left: 5, top: 4, right: 9, bottom: 10 });
    expect(toBox(ink)).toEqual({ x: 7, y: 7 });
    expect(boxOf(shifted(ink, toBox(ink)))).toEqual({ left: 12, top: 11, right: 16, bottom: 17 });
    expect(boxOf(BLANK)).toBeUndefined();
    expect(toBox(BLANK)).toEqual({ x: 0, y: 0 });
  });

  it('lies below the centre of mass where there is more ink above', () => {
    const seven = block(4, 8, 4, 24).map((ink, i) => Math.max(ink, block(8, 24, 14, 16)[i]));
    // 80 pixels at 6 and 32 at 16 on average: the mass lies at 992 / 112.
    expect(boxBelowMass(seven)).toBeCloseTo(14 - (80 * 6 + 32 * 16) / 112, 9);
    expect(boxBelowMass(BLANK)).toBe(0);
  });
});

it('a centre of mass is as far from the middle of pixel 14 as the farther of its ways', () => {
  expect(massOff(block(14, 15, 14, 15))).toBe(0);
  expect(massOff(block(14, 15, 11, 12))).toBe(3);
  expect(massOff(BLANK)).toBe(0);
});

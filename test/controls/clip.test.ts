import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipToPad } from '../../src/controls/pad/clip.ts';

describe('clipToPad', () => {
  it.each([
    ['inside', [0.2, 0.2, 0.8, 0.6], [0.2, 0.2, 0.8, 0.6]],
    ['leaving to the right', [0.5, 0.5, 1.5, 0.5], [0.5, 0.5, 1, 0.5]],
    ['coming in from above', [0.5, -1, 0.5, 0.5], [0.5, 0, 0.5, 0.5]],
    ['right across', [-1, 0.25, 2, 0.25], [0, 0.25, 1, 0.25]],
    ['across a corner', [-0.1, 0.1, 0.1, -0.1], [0, 0, 0, 0]],
    ['along the edge', [-1, 1, 2, 1], [0, 1, 1, 1]],
    ['a point', [0.3, 0.4, 0.3, 0.4], [0.3, 0.4, 0.3, 0.4]],
  ])('keeps what is on the pad of a line %s', (_, [x0, y0, x1, y1], [ax, ay, bx, by]) => {
    const cut = clipToPad(x0, y0, x1, y1);
    expect(cut?.ax).toBeCloseTo(ax, 12);
    expect(cut?.ay).toBeCloseTo(ay, 12);
    expect(cut?.bx).toBeCloseTo(bx, 12);
    expect(cut?.by).toBeCloseTo(by, 12);
  });

  it.each([
    ['beside it', [1.1, 0, 1.1, 1]],
    ['past its corner', [0.5, -0.6, 1.7, 0.6]],
    ['ending before it', [-2, 0.5, -0.1, 0.5]],
  ])('is null for a line %s', (_, [x0, y0, x1, y1]) => {
    expect(clipToPad(x0, y0, x1, y1)).toBeNull();
  });

  it('leaves nothing beside the pad, and is the line itself where both ends are on it', () => {
    const any = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(any, any, any, any, (...line) => {
        const cut = clipToPad(...line);
        const inside = line.every((v) => v >= 0 && v <= 1);
        if (inside) expect(cut && Object.values(cut)).toEqual(line);
        if (cut) for (const v of Object.values(cut)) expect(v >= 0 && v <= 1).toBe(true);
      }),
    );
  });
});

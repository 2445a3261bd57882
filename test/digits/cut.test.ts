import { describe, expect, it } from 'vitest';
import { cutAt, cutsOfLeastCost, placesToCut } from '@/digits/cut.ts';
import { bounds, type Drawing, type Line } from '@/digits/strokes.ts';
import { createRandom } from '@/network/random.ts';

const stroke = (points: Line) => ({ points, width: 0.05, erase: false });
const bar = (x: number) => stroke([x, 0.2, x, 0.4, x, 0.6]);

/** All points, and how long the ink is. */
function lengthOf(drawing: Drawing): number {
  return drawing.reduce((sum, { points }) => {
    let length = 0;
    for (let i = 0; i + 3 < points.length; i += 2)
      length += Math.hypot(points[i + 2] - points[i], points[i + 3] - points[i + 1]);
    return sum + length;
  }, 0);
}

describe('cutAt', () => {
  it('parts strokes by the cuts between them', () => {
    const row = [bar(0.7), bar(0.2), bar(0.45)];
    const { cuts, pieces } = cutAt(row, [0.3, 0.6]);
    expect(cuts).toEqual([0.3, 0.6]);
    expect(pieces).toEqual([[bar(0.2)], [bar(0.45)], [bar(0.7)]]);
  });

  it('leaves out pieces without ink, and the cuts that would make them', () => {
    const { cuts, pieces } = cutAt([bar(0.2), bar(0.7)], [0.1, 0.4, 0.5, 0.9]);
    expect(pieces).toEqual([[bar(0.2)], [bar(0.7)]]);
    expect(cuts).toHaveLength(1);
    expect(cutAt([], [0.5])).toEqual({ cuts: [], pieces: [] });
  });

  it('leaves a stroke whole of which little lies beyond the cut', () => {
    const seven = stroke([0.2, 0.2, 0.44, 0.2, 0.3, 0.6]);
    const { pieces } = cutAt([seven, bar(0.5)], [0.42]);
    expect(pieces).toEqual([[seven], [bar(0.5)]]);
  });

  it('goes through ink that lies on both of its sides', () => {
    const { pieces } = cutAt([stroke([0.1, 0.3, 0.5, 0.3, 0.9, 0.3])], [0.5]);
    expect(pieces.map((piece) => bounds(piece.map(({ points }) => points)))).toEqual([
      { left: 0.1, right: 0.5, top: 0.3, bottom: 0.3 },
      { left: 0.5, right: 0.9, top: 0.3, bottom: 0.3 },
    ]);
  });

  it('loses no ink and makes none, whatever is cut and wherever', () => {
    const random = createRandom(1);
    for (let round = 0; round < 300; round++) {
      const drawing = Array.from({ length: 1 + random.integer(4) }, () =>
        stroke(Array.from({ length: 2 * (2 + random.integer(12)) }, () => random.uniform())),
      );
      const cuts = Array.from({ length: random.integer(5) }, () => random.uniform()).sort(
        (one, other) => one - other,
      );
      const { pieces } = cutAt(drawing, cuts);
      expect(lengthOf(pieces.flat())).toBeCloseTo(lengthOf(drawing), 9);
    }
  });

  it('keeps dots', () => {
    expect(cutAt([stroke([0.2, 0.3]), stroke([0.8, 0.3])], [0.5]).pieces).toHaveLength(2);
  });
});

describe('placesToCut', () => {
  it('finds the gaps, and none in what is narrow', () => {
    const [first, second, ...rest] = placesToCut([bar(0.2), bar(0.4), bar(0.8)]);
    expect(first).toBeCloseTo(0.3);
    expect(second).toBeCloseTo(0.6);
    expect(rest).toEqual([]);
    expect(placesToCut([bar(0.2)])).toEqual([]);
    expect(placesToCut([])).toEqual([]);
  });

  it('finds where one stroke that is two digits wide is thin', () => {
    const u = stroke([0.2, 0.2, 0.2, 0.6, 0.35, 0.6, 0.5, 0.6, 0.5, 0.2]);
    expect(placesToCut([u]).some((x) => x > 0.28 && x < 0.42)).toBe(true);
  });
});

describe('cutsOfLeastCost', () => {
  const cost = (wanted: number) => (piece: Drawing) => Math.abs(piece.length - wanted) + 0.1;
  const cutsOf = (drawing: Drawing, wanted: number): number[] => {
    const work = cutsOfLeastCost(drawing, cost(wanted));
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
    }
  };

  it('cuts where the pieces together cost least', () => {
    const four = [bar(0.1), bar(0.3), bar(0.5), bar(0.6)];
    expect(cutsOf(four, 1).map((x) => x.toFixed(2))).toEqual(['0.20', '0.40', '0.55']);
    expect(cutsOf(four, 2).map((x) => x.toFixed(2))).toEqual(['0.40']);
  });

  it('makes no cut in nothing, or in one stroke', () => {
    expect(cutsOf([], 1)).toEqual([]);
    expect(cutsOf([bar(0.4)], 1)).toEqual([]);
  });
});

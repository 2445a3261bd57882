/** Long for its properties of erasers: each is a law of its own, over drawings made at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyErasers } from '../../src/digits/eraser.ts';
import type { Line } from '../../src/digits/strokes.ts';
import {
  anyLine,
  anyWidth,
  distance,
  distanceToAny,
  finer,
  lengthOf,
  moved,
  pen,
  pointsOf,
  rubber,
} from './geometry.ts';

/** What is left of a line of ink when the rubber went along a path, both 0.1 wide unless told: the rubber reaches 0.1 to either side. */
function rubbed(line: Line, path: Line, width = 0.1): readonly Line[] {
  return applyErasers([pen(line), rubber(path, width)]).map(({ points }) => points);
}

function expectLines(lines: readonly Line[], wanted: readonly Line[]): void {
  expect(lines.map((line) => line.length)).toEqual(wanted.map((line) => line.length));
  lines.flat().forEach((v, i) => {
    expect(v).toBeCloseTo(wanted.flat()[i], 12);
  });
}

const level = [0.1, 0.5, 0.9, 0.5];
const bent = [0.2, 0.2, 0.2, 0.8, 0.8, 0.8];

describe('the rubber', () => {
  it.each<[what: string, line: Line, path: Line, left: readonly Line[]]>([
    [
      'cuts a line in two',
      level,
      [0.5, 0.1, 0.5, 0.9],
      [
        [0.1, 0.5, 0.4, 0.5],
        [0.6, 0.5, 0.9, 0.5],
      ],
    ],
    ['trims the end', level, [0.9, 0.5], [[0.1, 0.5, 0.8, 0.5]]],
    ['trims the start', level, [0, 0.5, 0.1, 0.5], [[0.2, 0.5, 0.9, 0.5]]],
    ['takes a line that it follows', level, [0, 0.45, 1, 0.55], []],
    ['rubs out a dot', [0.5, 0.5], [0.55, 0.42, 0.9, 0.42], []], // 0.094 away
    ['rubs out a dot with a dot', [0.5, 0.5], [0.5, 0.58], []],
    // Round, not square: 0.06 beside the end of its path, it reaches 0.08 along the line.
    [
      'is round at its ends',
      level,
      [0.5, 0.56, 0.5, 0.9],
      [
        [0.1, 0.5, 0.42, 0.5],
        [0.58, 0.5, 0.9, 0.5],
      ],
    ],
    // Crossing at 3 : 4, it reaches 0.1 * 5 / 4 to either side.
    [
      'cuts aslant',
      level,
      [0.2, 0.1, 0.8, 0.9],
      [
        [0.1, 0.5, 0.375, 0.5],
        [0.625, 0.5, 0.9, 0.5],
      ],
    ],
    [
      'keeps the bends of what is left',
      bent,
      [0.6, 0.8],
      [
        [0.2, 0.2, 0.2, 0.8, 0.5, 0.8],
        [0.7, 0.8, 0.8, 0.8],
      ],
    ],
    // The corner is 0.05 from it both ways, so it reaches sqrt(0.1^2 - 0.05^2) beyond its own place on either leg.
    [
      'takes no more than the corner that it touches',
      bent,
      [0.15, 0.85],
      [
        [0.2, 0.2, 0.2, 0.85 - Math.sqrt(0.0075)],
        [0.15 + Math.sqrt(0.0075), 0.8, 0.8, 0.8],
      ],
    ],
    [
      'opens a closed line into two, at its start and at the cut',
      [0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.2],
      [0.8, 0.5],
      [
        [0.2, 0.2, 0.8, 0.2, 0.8, 0.4],
        [0.8, 0.6, 0.8, 0.8, 0.2, 0.2],
      ],
    ],
    [
      'is at ease with points that come twice',
      [0.1, 0.5, 0.1, 0.5, 0.9, 0.5, 0.9, 0.5],
      [0.5, 0.5, 0.5, 0.5],
      [
        [0.1, 0.5, 0.1, 0.5, 0.4, 0.5],
        [0.6, 0.5, 0.9, 0.5, 0.9, 0.5],
      ],
    ],
    ['takes a line so short that its square is nothing', [-1.6e-162, 0.5, 0, 0.5], [0, 0.5], []],
    [
      'takes points that come twice with the rest',
      [0.1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.5],
      [0.5, 0.45, 0.5, 0.5],
      [
        [0.1, 0.5, 0.4, 0.5],
        [0.6, 0.5, 0.9, 0.5],
      ],
    ],
  ])('%s', (_, line, path, left) => {
    expectLines(rubbed(line, path), left);
  });

  it('takes one stretch where its path crosses itself, and another where it crosses the line alone', () => {
    const knot = [0.3, 0.3, 0.6, 0.7, 0.6, 0.3, 0.3, 0.7, 0.85, 0.7, 0.85, 0.3];
    // Reach 0.06: at 3 : 4 through 0.45, that is 0.075 either way; upright through 0.6 and 0.85.
    expectLines(rubbed(level, knot, 0.02), [
      [0.1, 0.5, 0.375, 0.5],
      [0.525, 0.5, 0.54, 0.5],
      [0.66, 0.5, 0.79, 0.5],
    ]);
    // Reach 0.08: 0.1 either way, and the first two stretches run together.
    expectLines(rubbed(level, knot, 0.06), [
      [0.1, 0.5, 0.35, 0.5],
      [0.68, 0.5, 0.77, 0.5],
    ]);
  });

  it.each([0.05, 0.1, 0.3, 1])(
    'leaves no speck where the end of a line lies at the very edge of its reach, at %d of the size',
    (scale) => {
      const drawn = moved([pen([0, 0.5, -0.154, 0]), rubber([0, 0], 0.208)], scale, 0, 0);
      expect(applyErasers(drawn)).toHaveLength(1);
    },
  );

  it.each([0.03, 0.1, 0.7])('takes a dot at the very edge of its reach, %d away', (reach) => {
    for (let i = 0; i < 100; i++) {
      const [x, y] = [reach * Math.cos(i), reach * Math.sin(i)];
      expect(applyErasers([pen([x, y], reach), rubber([0, 0], reach)])).toEqual([]);
    }
  });

  it('wipes the pad when it is as thick as the pad', () => {
    expect(rubbed(bent, [0.5, 0.5], 2)).toEqual([]);
  });

  it('reaches thick ink from farther away', () => {
    const path = [0.5, 0.3];
    const thin = pen(level, 0.1);
    const thick = pen(level, 0.4);
    expect(applyErasers([thin, thick, rubber(path)])).toEqual([
      thin,
      { ...thick, points: [0.1, 0.5, expect.closeTo(0.35, 12), 0.5] },
      { ...thick, points: [expect.closeTo(0.65, 12), 0.5, 0.9, 0.5] },
    ]);
  });

  it.each<[what: string, path: Line]>([
    ['beside it', [0.1, 0.61, 0.9, 0.61]],
    ['beyond its end', [1.01, 0.1, 1.01, 0.9]],
    ['round its end, the corner of its box cut off', [0.9 + 0.0708, 0.5 + 0.0708]],
    ['in a dot', [0.5, 0.39]],
    ['nowhere, having no points', []],
  ])('leaves a line exactly as it was when it passes %s', (_, path) => {
    // Ends for which x0 + (x1 - x0) is not x1, and a point that comes twice.
    const before = pen([0.1, 0.5, 0.30000000000000004, 0.5, 0.30000000000000004, 0.5, 0.9, 0.5]);
    expect(applyErasers([before, rubber(path)])[0]).toBe(before);
  });

  it('moves no point of what is left, not by a rounding', () => {
    // 0.2 + (0.9 - 0.2) is not 0.9, nor 0.8 + (0.1 - 0.8) 0.1
    const [first, last] = rubbed([0.2, 0.2, 0.9, 0.9, 0.9, 0.2, 0.8, 0.2, 0.1, 0.1], [0.9, 0.5]);
    expect(first.slice(0, 4)).toEqual([0.2, 0.2, 0.9, 0.9]);
    expect(last.slice(2)).toEqual([0.9, 0.2, 0.8, 0.2, 0.1, 0.1]);
  });

  it('takes only ink that was there before it', () => {
    const across = rubber([0.5, 0.1, 0.5, 0.9]);
    const again = pen(level, 0.05);
    expect(applyErasers([across, pen(level)])).toEqual([pen(level)]);
    expect(applyErasers([pen(level), across, again]).at(-1)).toBe(again);
    expect(applyErasers([pen(level), across, again])).toHaveLength(3);
  });

  it('leaves no trace of itself, and nothing of strokes without points', () => {
    expect(applyErasers([rubber(level)])).toEqual([]);
    expect(applyErasers([pen([]), rubber([])])).toEqual([]);
  });

  it('leaves out points that are no places, and keeps the rest of the line', () => {
    const odd = [NaN, 0.5, 0.1, 0.5, 0.4, Infinity, 0.9, 0.5, -Infinity, NaN, 0.7];
    expect(applyErasers([pen(odd), pen([NaN, NaN]), pen([0.3])])).toEqual([pen(level)]);
    expectLines(rubbed(level, [NaN, 0.5, 0.9, 0.5]), [[0.1, 0.5, 0.8, 0.5]]);
  });
});

describe('whatever is drawn and rubbed', () => {
  const scene = { ink: anyLine, inkWidth: anyWidth, path: anyLine, rubberWidth: anyWidth };

  interface Scene {
    readonly ink: number[];
    readonly inkWidth: number;
    readonly path: number[];
    readonly rubberWidth: number;
  }

  function play({ ink, inkWidth, path, rubberWidth }: Scene): { left: Line[]; reach: number } {
    const left = applyErasers([pen(ink, inkWidth), rubber(path, rubberWidth)]);
    return { left: left.map(({ points }) => points), reach: (inkWidth + rubberWidth) / 2 };
  }

  it('nothing is left within the reach of the rubber', () => {
    fc.assert(
      fc.property(fc.record(scene), (drawn) => {
        const { left, reach } = play(drawn);
        for (const [x, y] of left.flatMap((line) => pointsOf(finer(line, 9)))) {
          expect(distance(x, y, drawn.path)).toBeGreaterThan(reach - 1e-9);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('nothing farther away is lost, and nothing is added', () => {
    fc.assert(
      fc.property(fc.record(scene), (drawn) => {
        const { left, reach } = play(drawn);
        for (const [x, y] of pointsOf(finer(drawn.ink, 9))) {
          if (distance(x, y, drawn.path) < reach + 1e-9) continue;
          expect(distanceToAny(x, y, left)).toBeLessThan(1e-9);
        }
        for (const [x, y] of left.flatMap((line) => pointsOf(finer(line, 9)))) {
          expect(distance(x, y, drawn.ink)).toBeLessThan(1e-9);
        }
        const length = left.reduce((sum, line) => sum + lengthOf(line), 0);
        expect(length).toBeLessThan(lengthOf(drawn.ink) + 1e-12);
      }),
      { numRuns: 400 },
    );
  });

  it('rubbing twice the same way is rubbing once', () => {
    fc.assert(
      fc.property(fc.record(scene), (drawn) => {
        const once = play(drawn).left;
        const strokes = once.map((line) => pen(line, drawn.inkWidth));
        const twice = applyErasers([...strokes, rubber(drawn.path, drawn.rubberWidth)]);
        const left = twice.map(({ points }) => points);
        // Where a cut grazes the rubber's edge, a rounding of its distance is worth more along the line.
        for (const [x, y] of once.flatMap((line) => pointsOf(finer(line, 9)))) {
          expect(distanceToAny(x, y, left)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the order of two rubbers does not matter', () => {
    fc.assert(
      fc.property(anyLine, anyLine, anyLine, anyWidth, (line, path, other, width) => {
        const [first, second] = [rubber(path, width), rubber(other, width)];
        const ways = [
          [first, second],
          [second, first],
        ].map((rubbers) => applyErasers([pen(line), ...rubbers]).map(({ points }) => points));
        for (const [from, to] of [ways, ways.toReversed()]) {
          for (const [x, y] of from.flatMap((left) => pointsOf(finer(left, 9)))) {
            expect(distanceToAny(x, y, to)).toBeLessThan(1e-6);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

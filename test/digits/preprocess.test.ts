import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX, CENTRE, INK, centreOfMass, fit, preprocess } from '../../src/digits/preprocess.ts';
import { applyErasers } from '../../src/digits/eraser.ts';
import { type Drawing, bounds } from '../../src/digits/strokes.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { anyLine, anyWidth, finer, grazes, moved, pen, rubber } from './geometry.ts';
import { apart, expectPicture, isBare, reachesTheBorder, row } from './pictures.ts';

const SIDE = 28;

/** The longer side of the box round what the rubbers leave of a drawing, in pad units; 0 for a dot or nothing. */
function longerSide(drawing: Drawing): number {
  const box = bounds(applyErasers(drawing).map(({ points }) => points));
  return box ? Math.max(box.right - box.left, box.bottom - box.top) : 0;
}

const drawnDigits = DRAWN_DIGITS.map(({ id, strokes }) => ({
  id,
  drawing: strokes.map((points) => pen(points, 0.07)),
}));

describe('the place and size of the ink', () => {
  it('of a square are those worked out by hand', () => {
    const seen = preprocess([pen([0.3, 0.2, 0.7, 0.2, 0.7, 0.6, 0.3, 0.6, 0.3, 0.2])]);
    expectPicture(seen);
    // The lines run 17.5 apart, 8.75 to either side of 14.5: at 5.75 and 23.25. Ink is 2.5 wide and its ramp 1, so a pixel's ink is
    // 1.75 less its distance: 0.5 at 4.5, full at 5.5 and 6.5, bare at 7.5; and so on the other side.
    const across = new Array<number>(SIDE).fill(0);
    for (const column of [4, 24]) across[column] = 0.5;
    for (const column of [5, 6, 22, 23]) across[column] = 1;
    for (let i = 8; i <= 20; i++) {
      row(seen, i).forEach((v, column) => expect(v).toBeCloseTo(across[column], 9));
    }
    const top = row(seen, 4).slice(8, 21); // a pixel whose middle is 1.25 from the line, along the whole side
    for (const v of top) expect(v).toBeCloseTo(0.5, 9);
    for (let i = 0; i < SIDE; i++) {
      for (let j = 0; j < SIDE; j++) {
        expect(seen[i * SIDE + j]).toBeCloseTo(seen[j * SIDE + i], 9); // the same on its side
      }
    }
  });

  it('of an upright line are those worked out by hand', () => {
    const seen = preprocess([pen([0.8, 0.1, 0.8, 0.9])]);
    const column = (j: number): number[] =>
      Array.from({ length: SIDE }, (_, i) => seen[i * SIDE + j]);
    // From 5.75 to 23.25 along the middle of column 14, and 1.25 farther with the pen's own thickness: 20 pixels in all.
    const middle = Array.from({ length: SIDE }, (_, i) =>
      i < 4 || i > 24 ? 0 : i === 4 || i === 24 ? 0.5 : 1,
    );
    column(14).forEach((v, i) => expect(v).toBeCloseTo(middle[i], 9));
    for (const j of [13, 15]) {
      expect(column(j)[14]).toBeCloseTo(0.75, 9);
      expect(column(j)[3]).toBe(0);
    }
    for (const j of [12, 16]) expect(Math.max(...column(j))).toBeCloseTo(0, 9);
  });

  it('keep the aspect', () => {
    for (const aspect of [0.05, 0.3, 1, 2.5]) {
      const lines = fit([[0, 0, 0.2, 0.2 * aspect]]);
      const box = bounds(lines);
      expect(box && (box.bottom - box.top) / (box.right - box.left)).toBeCloseTo(aspect, 12);
      expect(box && Math.max(box.bottom - box.top, box.right - box.left)).toBeCloseTo(
        BOX - INK.width,
        12,
      );
    }
  });

  it('bring the centre of mass to the middle of pixel 14, wherever the border cuts nothing off', () => {
    const whole = drawnDigits
      .map(({ drawing }) => preprocess(drawing))
      .filter((p) => !reachesTheBorder(p));
    expect(whole.length).toBeGreaterThan(80); // of a hundred or so
    for (const picture of whole) {
      const centre = centreOfMass(picture, SIDE);
      expect(Math.abs((centre?.x ?? NaN) - CENTRE)).toBeLessThan(0.01);
      expect(Math.abs((centre?.y ?? NaN) - CENTRE)).toBeLessThan(0.01);
    }
  });

  it('of a dot are a dot in the middle', () => {
    const seen = preprocess([pen([0.1, 0.9], 0.02)]);
    const near = 1.75 - Math.SQRT2;
    expect([13, 14, 15].map((i) => row(seen, i).slice(12, 17))).toEqual(
      [
        [0, near, 0.75, near, 0],
        [0, 0.75, 1, 0.75, 0],
        [0, near, 0.75, near, 0],
      ].map((values) => values.map((v) => expect.closeTo(v, 9) as number)),
    );
    expect(seen.filter((v) => v > 0)).toHaveLength(9);
  });

  it('of a mere touch of the pen stay small', () => {
    const touch = preprocess([pen([0.5, 0.5, 0.502, 0.504])]);
    expect(touch.filter((v) => v > 0).length).toBeLessThan(40);
  });
});

describe('the same drawing in another way', () => {
  const drawing = fc.array(
    anyLine.map((points) => pen(points)),
    { minLength: 1, maxLength: 4 },
  );
  const rubbers = fc.array(
    fc.tuple(anyLine, anyWidth).map(([points, width]) => rubber(points, width)),
    { maxLength: 2 },
  );
  /** The longer side of the ink, from a twentieth of the pad; and where it goes, on the pad or partly beside it. */
  const place = fc.record({
    size: fc.double({ min: 0.05, max: 1, noNaN: true }),
    dx: fc.double({ min: -1, max: 1, noNaN: true }),
    dy: fc.double({ min: -1, max: 1, noNaN: true }),
  });

  it('shifted, scaled, by another pen and in more points, gives the same 784 numbers', () => {
    fc.assert(
      fc.property(
        drawing,
        place,
        anyWidth,
        fc.integer({ min: 1, max: 12 }),
        (drawn, { size, dx, dy }, width, cuts) => {
          const longer = longerSide(drawn);
          fc.pre(longer > 0.05);
          const again = moved(drawn, size / longer, dx, dy).map(({ points, erase }) => ({
            points: finer(points, cuts),
            width,
            erase,
          }));
          expect(apart(preprocess(again), preprocess(drawn))).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 300 },
    );
  });

  /** The seeds are those of drawings that once left a sliver here, which was inked as a dot, and none there. */
  it.each([{}, { seed: -22799347 }, { seed: 730904365 }])(
    'shifted and scaled after it was partly rubbed out, with its pens, does too (%o)',
    (seed) => {
      fc.assert(
        fc.property(drawing, rubbers, place, (ink, gone, { size, dx, dy }) => {
          fc.pre(!ink.some((stroke) => gone.some((rubbed) => grazes(stroke, rubbed))));
          const drawn = [...ink, ...gone];
          const longer = longerSide(drawn);
          fc.pre(longer > 0.05);
          const again = moved(drawn, size / longer, dx, dy);
          expect(apart(preprocess(again), preprocess(drawn))).toBeLessThan(1e-9);
        }),
        { numRuns: 300, ...seed },
      );
    },
  );

  it('shifted and scaled gives the same where the end of a line lies at the very edge of the rubber', () => {
    const drawn = [pen([0.9, 0.1, 0.9, 0.9]), pen([0, 0.5, -0.154, 0], 0.1), rubber([0, 0], 0.208)];
    for (const scale of [0.05, 0.1, 0.3, 1]) {
      const again = moved(drawn, scale, 0.2, 0.1);
      expect(apart(preprocess(again), preprocess(drawn)), `${scale}`).toBeLessThan(1e-9);
    }
  });

  it.each([0.05, 0.43, 1])(
    'gives every digit drawn by hand as it was, at %d of its size',
    (size) => {
      for (const { id, drawing: drawn } of drawnDigits) {
        const again = moved(drawn, size / longerSide(drawn), 0.31, 0.07);
        expect(apart(preprocess(again), preprocess(drawn)), id).toBeLessThan(1e-9);
      }
    },
  );

  it('with its strokes in another order, backwards, gives the same', () => {
    for (const { id, drawing: drawn } of drawnDigits) {
      const again = drawn.toReversed().map((stroke) => ({
        ...stroke,
        points: stroke.points.map((_, i, all) => all[all.length - 2 - i + 2 * (i % 2)]),
      }));
      expect(apart(preprocess(again), preprocess(drawn)), id).toBeLessThan(1e-9);
    }
  });
});

describe('nothing to see', () => {
  it.each<[what: string, drawing: Drawing]>([
    ['an empty pad', []],
    ['a stroke without points', [pen([])]],
    ['a rubber alone', [rubber([0.2, 0.2, 0.8, 0.8])]],
    ['ink that was all rubbed out', [pen([0.3, 0.5, 0.7, 0.5]), rubber([0.2, 0.5, 0.8, 0.5])]],
    ['points that are no places', [pen([NaN, 0.5, 0.5, Infinity])]],
  ])('is 784 zeros: %s', (_, drawing) => {
    expect(preprocess(drawing)).toEqual(new Float64Array(784));
  });
});

describe('whatever comes', () => {
  it('gives 784 numbers from 0 to 1', () => {
    const anything = fc.double(); // NaN, infinities and the largest numbers among them
    const stroke = fc.record({
      points: fc.array(anything, { maxLength: 9 }),
      width: anything,
      erase: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 5 }), (drawing) => {
        expectPicture(preprocess(drawing));
      }),
      { numRuns: 500 },
    );
  });

  it('points that are no places change nothing of the rest', () => {
    const odd = fc.constantFrom(NaN, Infinity, -Infinity);
    fc.assert(
      fc.property(anyLine, odd, fc.double(), fc.nat(8), (line, bad, any, at) => {
        fc.pre(line.length > 2);
        const start = 2 * Math.min(at, line.length / 2);
        const spoilt = [...line.slice(0, start), bad, any, any, bad, ...line.slice(start)];
        expect(preprocess([pen(spoilt), pen([bad])])).toEqual(preprocess([pen(line)]));
      }),
    );
    expect(isBare(preprocess([pen([NaN, 0, 0.2, 0.2, 0.8, 0.8])]))).toBe(false);
  });
});

describe('centreOfMass', () => {
  it('weighs the middles of the pixels by their ink', () => {
    expect(centreOfMass([0, 0, 0, 1], 2)).toEqual({ x: 1.5, y: 1.5 });
    expect(centreOfMass([0.75, 0.25, 0, 0], 2)).toEqual({ x: 0.75, y: 0.5 });
    expect(centreOfMass([1, 1, 1, 1], 2)).toEqual({ x: 1, y: 1 });
  });

  it('is nowhere in a bare picture', () => {
    expect(centreOfMass(new Float64Array(784), SIDE)).toBeUndefined();
  });
});

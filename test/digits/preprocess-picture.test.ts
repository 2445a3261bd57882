import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRE, centreOfMass, preprocessPicture } from '../../src/digits/preprocess.ts';
import { argmax, feedforward } from '../../src/network/feedforward.ts';
import { readModel } from '../../src/network/files.ts';
import { createRandom } from '../../src/network/random.ts';
import { example, readTestDigits } from '../network/digits.ts';
import { apart, expectPicture, reachesTheBorder } from './pictures.ts';

const SIDE = 28;

interface Picture {
  readonly pixels: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** A picture of evenly grey ink. */
function block(width: number, height: number, ink = 1): Picture {
  return { pixels: new Float64Array(width * height).fill(ink), width, height };
}

/** The picture on a larger, bare one, `left` and `top` from its corner. */
function onPaper(
  { pixels, width }: Picture,
  paper: { readonly width: number; readonly height: number },
  left: number,
  top: number,
): Picture {
  const larger = new Float64Array(paper.width * paper.height);
  pixels.forEach((v, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    larger[(top + y) * paper.width + left + x] = v;
  });
  return { pixels: larger, width: paper.width, height: paper.height };
}

/** The picture with each pixel become `times` by `times`. */
function enlarged({ pixels, width, height }: Picture, times: number): Picture {
  const wide = times * width;
  const larger = Float64Array.from({ length: wide * times * height }, (_, i) => {
    const [x, y] = [i % wide, Math.floor(i / wide)];
    return pixels[Math.floor(y / times) * width + Math.floor(x / times)];
  });
  return { pixels: larger, width: wide, height: times * height };
}

function see({ pixels, width, height }: Picture): Float64Array {
  return preprocessPicture(pixels, width, height);
}

function total(numbers: Float64Array): number {
  return numbers.reduce((sum, v) => sum + v, 0);
}

/** Twenty pixels round 14.5: from 4.5 to 24.5, so that the first and the last are covered by half. */
const twenty = Array.from({ length: SIDE }, (_, i) =>
  i < 4 || i > 24 ? 0 : i === 4 || i === 24 ? 0.5 : 1,
);
/** Five pixels round 14.5. */
const five = Array.from({ length: SIDE }, (_, i) => (i < 12 || i > 16 ? 0 : 1));

/** The picture whose pixel (i, j) is down[i] * across[j]. */
function product(down: readonly number[], across: readonly number[], ink = 1): Float64Array {
  return Float64Array.from(down.flatMap((a) => across.map((b) => ink * a * b)));
}

describe('a picture without strokes', () => {
  it.each<[what: string, picture: Picture, wanted: Float64Array]>([
    ['halved when it is 40 pixels large', block(40, 40), product(twenty, twenty)],
    ['kept when it is 20 pixels large', block(20, 20), product(twenty, twenty)],
    ['enlarged when it is 7 pixels large', block(7, 7), product(twenty, twenty)],
    ['a full box when it is one pixel', block(1, 1), product(twenty, twenty)],
    ['as upright as it was', block(10, 40), product(twenty, five)],
    ['as wide as it was', block(100, 25), product(five, twenty)],
    ['as grey as it was', block(40, 40, 0.3), product(twenty, twenty, 0.3)],
  ])('is %s', (_, picture, wanted) => {
    expect(apart(see(picture), wanted)).toBeLessThan(1e-12);
  });

  it('gives each pixel the mean of the ink that falls on it', () => {
    // Forty by forty, the left half full and the right half bare but for its last column; 2 source pixels to one of ours.
    const pixels = Float64Array.from({ length: 1600 }, (_, i) =>
      i % 40 < 20 || i % 40 === 39 ? 1 : 0,
    );
    // Its mean column is (20 * 10 + 39.5) / 21, which comes to 14.5.
    const start = CENTRE - (200 + 39.5) / 21 / 2;
    const covered = (from: number, to: number, j: number): number =>
      Math.max(0, Math.min(to, j + 1) - Math.max(from, j));
    const across = Array.from(
      { length: SIDE },
      (_, j) => covered(start, start + 10, j) + covered(start + 19.5, start + 20, j),
    );
    expect(apart(preprocessPicture(pixels, 40, 40), product(twenty, across))).toBeLessThan(1e-12);
  });

  it('loses what its centre of mass takes over the border, and nothing else', () => {
    // The centre of mass lies at (0.5 + 0.05 * 19.5) / 1.05, so that the faint end comes to 32.6 of 28 pixels.
    const seen = preprocessPicture([1, ...new Array<number>(18).fill(0), 0.05], 20, 1);
    expectPicture(seen);
    expect(total(seen)).toBeCloseTo(1, 12);
  });

  it('is bare when it has no ink', () => {
    expect(see(block(5, 3, 0))).toEqual(new Float64Array(784));
  });

  it.each<[pixels: number[], width: number, height: number, says: string]>([
    [[1, 1, 1], 2, 2, 'A picture of 2 x 2 has 4 numbers; got 3.'],
    [[1, 1, 1, 1, 1], 2, 2, 'A picture of 2 x 2 has 4 numbers; got 5.'],
    [[], 0, 0, "A picture's sides are whole numbers from 1; got 0 x 0."],
    [[1, 1, 1, 1], -2, -2, "A picture's sides are whole numbers from 1; got -2 x -2."],
    [[1, 1, 1], 1.5, 2, "A picture's sides are whole numbers from 1; got 1.5 x 2."],
    [[1], NaN, 1, "A picture's sides are whole numbers from 1; got NaN x 1."],
    [[0, 1, NaN, 0], 2, 2, "A picture's numbers run from 0 to 1; got NaN at row 1, column 0."],
    [[0, 255, 0, 0], 2, 2, "A picture's numbers run from 0 to 1; got 255 at row 0, column 1."],
    [[0, 1, 0, -0.1], 2, 2, "A picture's numbers run from 0 to 1; got -0.1 at row 1, column 1."],
  ])('is refused as %j of %d x %d', (pixels, width, height, says) => {
    expect(() => preprocessPicture(pixels, width, height)).toThrow(new RangeError(says));
  });
});

describe('any picture', () => {
  const ink = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 255 }).map((n) => n / 255),
  );
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }))
    .chain(([width, height]) =>
      fc
        .array(ink, { minLength: width * height, maxLength: width * height })
        .map((list): Picture => ({ pixels: Float64Array.from(list), width, height })),
    );

  it('gives 784 numbers from 0 to 1', () => {
    fc.assert(fc.property(picture, (drawn) => expectPicture(see(drawn))));
  });

  it('looks the same wherever it lies on its paper', () => {
    const corner = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(picture, corner, corner, (drawn, left, top) => {
        const paper = { width: drawn.width + 20, height: drawn.height + 20 };
        expect(apart(see(onPaper(drawn, paper, left, top)), see(drawn))).toBeLessThan(1e-9);
      }),
    );
  });

  it('looks the same at any whole enlargement', () => {
    fc.assert(
      fc.property(picture, fc.integer({ min: 2, max: 5 }), (drawn, times) => {
        expect(apart(see(enlarged(drawn, times)), see(drawn))).toBeLessThan(1e-9);
      }),
    );
  });

  it('keeps all its ink where none falls over the border', () => {
    // No pixel has less than half the ink of another, so that the centre of mass is never far from the middle.
    const dense = picture.map(({ pixels, ...sides }) => ({
      ...sides,
      pixels: pixels.map((v) => (1 + v) / 2),
    }));
    fc.assert(
      fc.property(dense, (drawn) => {
        const step = Math.max(drawn.width, drawn.height) / 20;
        expect(total(see(drawn)) * step * step).toBeCloseTo(total(drawn.pixels), 9);
      }),
    );
  });
});

describe("MNIST's own digits", () => {
  const digits = readTestDigits();
  const some = Array.from({ length: 1000 }, (_, i) => ({
    x: example(digits, i).x,
    label: digits.labels[i],
  }));
  const offset = (x: Float64Array): { x: number; y: number } => {
    const centre = centreOfMass(x, SIDE);
    return { x: (centre?.x ?? NaN) - CENTRE, y: (centre?.y ?? NaN) - CENTRE };
  };
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, v) => sum + v, 0) / values.length;

  it('follow the rule: centres of mass about 14.5, to the nearest whole pixel', () => {
    const offsets = some.map(({ x }) => offset(x));
    expect(Math.abs(mean(offsets.map(({ x }) => x)))).toBeLessThan(0.03);
    expect(Math.abs(mean(offsets.map(({ y }) => y)))).toBeLessThan(0.03);
    for (const { x, y } of offsets) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(0.51);
  });

  it('keep their size, and move by no more than that fraction of a pixel', () => {
    const seen = some.map(({ x }) => preprocessPicture(x, SIDE, SIDE));
    const whole = seen.filter((picture) => !reachesTheBorder(picture));
    for (const { x, y } of whole.map(offset)) {
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(0.05);
    }
    // As much ink as before, hence as large: nearly every digit of the set fills its 20 pixels.
    const kept = seen.filter(
      (picture, i) => Math.abs(total(picture) / total(some[i].x) - 1) < 1e-9,
    );
    expect(whole.length).toBeGreaterThan(950);
    expect(kept.length).toBeGreaterThan(950);
  });

  it('are read as well when they come shifted, on other paper, as when they come as they are', () => {
    const file = path.join(import.meta.dirname, '../../public/models/classic.safetensors');
    const network = readModel(readFileSync(file));
    const right = (x: Float64Array, label: number): boolean =>
      argmax(feedforward(network, x).activations.at(-1) ?? []) === label;
    const random = createRandom(1);
    let before = 0;
    let after = 0;
    for (const { x, label } of some) {
      const digit = { pixels: x, width: SIDE, height: SIDE };
      const paper = { width: SIDE + random.integer(30), height: SIDE + random.integer(30) };
      const left = random.integer(paper.width - SIDE + 1);
      const top = random.integer(paper.height - SIDE + 1);
      if (right(x, label)) before++;
      if (right(see(onPaper(digit, paper, left, top)), label)) after++;
    }
    expect(Math.abs(after - before) / some.length).toBeLessThan(0.01);
  });
});

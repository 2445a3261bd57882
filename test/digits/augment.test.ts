import { describe, expect, it } from 'vitest';
import { type Bend, bend } from '../../src/digits/augment.ts';
import { BOX, CENTRE, centreOfMass, preprocess } from '../../src/digits/preprocess.ts';
import { createRandom } from '../../src/network/random.ts';
import { example, readTestDigits } from '../network/digits.ts';
import { pen } from './geometry.ts';
import { apart, expectPicture, longerSide, reachesTheBorder } from './pictures.ts';

const still: Bend = {
  rotation: 0,
  shear: 0,
  aspect: 0,
  scale: 0,
  shift: 0,
  elastic: 0,
  thickness: 0,
  contrast: 1,
};
const wild: Bend = {
  rotation: 0.3,
  shear: 0.5,
  aspect: 0.4,
  scale: 0.3,
  shift: 3,
  elastic: 2,
  thickness: 1,
  contrast: 3,
};

const digits = readTestDigits();
const some = Array.from({ length: 300 }, (_, i) => example(digits, i).x);
const bar = preprocess([pen([0.5, 0.1, 0.5, 0.9])]);

function total(picture: Float64Array): number {
  return picture.reduce((sum, v) => sum + v, 0);
}

/** How far the ink's long axis leans from upright, as its tangent, by the moments of the ink. */
function lean(picture: Float64Array): number {
  const centre = centreOfMass(picture, 28) ?? { x: NaN, y: NaN };
  let [xy, yy] = [0, 0];
  picture.forEach((ink, i) => {
    const [x, y] = [(i % 28) + 0.5 - centre.x, Math.floor(i / 28) + 0.5 - centre.y];
    xy += ink * x * y;
    yy += ink * y * y;
  });
  return Math.abs(xy / yy);
}

/** What comes of a picture under the limits, from each of fifty seeds. */
function fifty(picture: Float64Array, limits: Partial<Bend>): Float64Array[] {
  return Array.from({ length: 50 }, (_, seed) =>
    bend(picture, { ...still, ...limits }, createRandom(seed)),
  );
}

describe('a digit that is bent', () => {
  it('is the same for the same seed, another for another, and never the picture that came', () => {
    const before = some[0].slice();
    const once = bend(some[0], wild, createRandom(1));
    expect(bend(some[0], wild, createRandom(1))).toEqual(once);
    expect(bend(some[0], wild, createRandom(2))).not.toEqual(once);
    expect(some[0]).toEqual(before);
  });

  it('is 784 numbers from 0 to 1, with ink, however wildly it is bent', () => {
    const random = createRandom(3);
    for (const picture of some) {
      const bent = bend(picture, wild, random);
      expectPicture(bent);
      expect(Math.max(...bent)).toBeGreaterThan(0.5);
    }
  });

  it('is fitted anew and otherwise left alone when nothing may be bent', () => {
    const random = createRandom(4);
    const fitted = some.map((picture) => bend(picture, still, random));
    const whole = fitted.filter((picture) => !reachesTheBorder(picture));
    expect(whole.length).toBeGreaterThan(250);
    for (const picture of whole) {
      const centre = centreOfMass(picture, 28);
      expect(centre?.x).toBeCloseTo(CENTRE, 6);
      expect(centre?.y).toBeCloseTo(CENTRE, 6);
      expect(Math.abs(longerSide(picture) - BOX)).toBeLessThanOrEqual(1);
    }
  });

  it('is brought to the size of the box from half of it', () => {
    const half = new Float64Array(784);
    for (let row = 2; row < 12; row++) half[row * 28 + 5] = half[row * 28 + 9] = 1;
    const fitted = bend(half, still, createRandom(5));
    expect(Math.abs(longerSide(fitted) - BOX)).toBeLessThanOrEqual(2);
    expect(centreOfMass(fitted, 28)?.x).toBeCloseTo(CENTRE, 1);
  });

  it('without ink comes back without ink', () => {
    expect(bend(new Float64Array(784), wild, createRandom(6))).toEqual(new Float64Array(784));
  });
});

describe('each limit', () => {
  it('of rotation holds: 0.13 is some 15 degrees', () => {
    const most = Math.tan(2 * Math.atan(0.13));
    const leans = fifty(bar, { rotation: 0.13 }).map(lean);
    for (const tangent of leans) expect(tangent).toBeLessThan(most + 0.01);
    expect(Math.max(...leans)).toBeGreaterThan(most / 2);
  });

  it('of shear holds', () => {
    const leans = fifty(bar, { shear: 0.3 }).map(lean);
    for (const tangent of leans) expect(tangent).toBeLessThan(0.31);
    expect(Math.max(...leans)).toBeGreaterThan(0.15);
  });

  it('of shift holds', () => {
    const shifts = fifty(bar, { shift: 2 }).map((bent) => centreOfMass(bent, 28)?.x ?? NaN);
    for (const x of shifts) expect(Math.abs(x - CENTRE)).toBeLessThan(2.01);
    expect(Math.max(...shifts) - Math.min(...shifts)).toBeGreaterThan(2);
  });

  it('of scale holds, both ways', () => {
    const sides = fifty(bar, { scale: 0.3 }).map(longerSide);
    for (const side of sides) {
      expect(side).toBeGreaterThanOrEqual(0.7 * BOX - 1);
      expect(side).toBeLessThanOrEqual(1.3 * BOX + 1);
    }
    expect(Math.min(...sides)).toBeLessThan(BOX - 2);
    expect(Math.max(...sides)).toBeGreaterThan(BOX + 2);
  });

  it('of aspect makes a square upright or wide, its longer side kept', () => {
    const square = preprocess([pen([0, 0, 1, 0, 1, 1, 0, 1, 0, 0])]);
    const [wide, high] = [(i: number) => i % 28, (i: number) => Math.floor(i / 28)].map((along) =>
      fifty(square, { aspect: 0.4 }).map((bent) => {
        const inked = [...bent.keys()].filter((i) => bent[i] >= 0.25).map(along);
        return Math.max(...inked) - Math.min(...inked) + 1;
      }),
    );
    const shares = wide.map((w, i) => w / high[i]);
    expect(Math.min(...shares)).toBeLessThan(0.9);
    expect(Math.max(...shares)).toBeGreaterThan(1.1);
    for (const [i, w] of wide.entries())
      expect(Math.abs(Math.max(w, high[i]) - BOX)).toBeLessThanOrEqual(1);
  });

  it('of thickness gives more ink or less', () => {
    const plain = total(bend(bar, still, createRandom(7)));
    const inks = fifty(bar, { thickness: 0.7 }).map((bent) => total(bent) / plain);
    expect(Math.min(...inks)).toBeLessThan(0.9);
    expect(Math.max(...inks)).toBeGreaterThan(1.1);
  });

  it('of contrast sharpens edges: fewer greys, and full ink where it was fullest', () => {
    const greys = (picture: Float64Array): number =>
      picture.filter((v) => v > 0.001 && v < 0.999).length;
    const plain = bend(some[0], still, createRandom(8));
    const bent = fifty(some[0], { contrast: 8 });
    for (const picture of bent) {
      expect(greys(picture)).toBeLessThanOrEqual(greys(plain));
      expect(Math.max(...picture)).toBe(1);
    }
    expect(Math.min(...bent.map(greys))).toBeLessThan(0.5 * greys(plain));
  });

  it('of the elastic displacement bends, and only so far', () => {
    const plain = bend(bar, still, createRandom(9));
    for (const bent of fifty(bar, { elastic: 0.8 })) {
      expect(apart(bent, plain)).toBeGreaterThan(0);
      const centre = centreOfMass(bent, 28);
      expect(Math.abs((centre?.x ?? NaN) - CENTRE)).toBeLessThan(4 * 0.8);
    }
  });
});

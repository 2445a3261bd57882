import { describe, expect, it } from 'vitest';
import { digitForm } from '../../../src/digits/pen/forms.ts';
import { type Hand, inked, inkedAgain } from '../../../src/digits/pen/hand.ts';
import { letterForm } from '../../../src/digits/pen/letters.ts';
import { fit, inkFitted, preprocess } from '../../../src/digits/preprocess.ts';
import { createRandom } from '../../../src/network/random.ts';
import { recipes } from '../../../src/training/recipes.ts';
import { apart, expectPicture, isBare, longerSide, reachesTheBorder } from '../pictures.ts';

/** Writes every form as it stands. */
const STEADY: Hand = { shake: 0, warp: 0, rotation: 0, shear: 0, aspect: 1, hooks: 0 };
const { variety } = recipes.recogniser;
if (!variety) throw new Error('The recogniser is trained on varied digits.');
const { hand } = variety;

describe('a steady hand', () => {
  it('draws a form as the page draws it', () => {
    const form = [
      [0, 0, 60, 100],
      [60, 0, 0, 100],
    ];
    const page = preprocess(
      form.map((points) => ({ points: points.map((v) => v / 120), width: 0.07, erase: false })),
    );
    expect(apart(inked(form, STEADY, createRandom(1)), page)).toBeLessThan(0.1);
  });

  it('inks traced lines where they were', () => {
    const lines = [
      [4, 4, 14, 24],
      [14, 4, 4, 24],
    ];
    expect(
      apart(inkedAgain(lines, STEADY, createRandom(1)), inkFitted(fit(lines), 1)),
    ).toBeLessThan(1e-6);
  });
});

describe.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('a %d by a pen', (digit) => {
  it('is as large as MNIST’s box, and seldom reaches the border', () => {
    const random = createRandom(digit);
    let cut = 0;
    for (let i = 0; i < 200; i++) {
      const picture = inked(digitForm(digit, random), hand, random);
      expectPicture(picture);
      if (reachesTheBorder(picture)) cut++; // its centre of mass lies far off the middle, as with MNIST's own
      expect(longerSide(picture)).toBeGreaterThanOrEqual(17);
      expect(longerSide(picture)).toBeLessThanOrEqual(22);
    }
    expect(cut).toBeLessThanOrEqual(50); // most of all sevens, whose ink is to the right of them
  });

  it('is the same for the same seed, and seldom twice the same', () => {
    const written = (seed: number): Float64Array[] => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => inked(digitForm(digit, random), hand, random));
    };
    const once = written(1);
    expect(written(1)).toEqual(once);
    once.slice(1).forEach((picture, i) => expect(apart(picture, once[i])).toBeGreaterThan(0.3));
  });
});

it('writes letters and signs, the same for the same seed', () => {
  const [random, again] = [createRandom(5), createRandom(5)];
  for (let i = 0; i < 300; i++) {
    const picture = inked(letterForm(random), hand, random);
    expectPicture(picture);
    expect(isBare(picture)).toBe(false);
    expect(inked(letterForm(again), hand, again)).toEqual(picture);
  }
});

it('a hand without lines leaves no ink', () => {
  expect(isBare(inkedAgain([], hand, createRandom(1)))).toBe(true);
});

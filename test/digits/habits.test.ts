import { describe, expect, it } from 'vitest';
import { addHabit } from '../../src/digits/habits.ts';
import { createRandom } from '../../src/network/random.ts';
import { example, readTestDigits } from '../network/digits.ts';
import { apart, expectPicture } from './pictures.ts';

const digits = readTestDigits();

/** The first forty of a digit in MNIST's test set. */
function forty(label: number): Float64Array[] {
  const places = [...digits.labels.keys()].filter((i) => digits.labels[i] === label).slice(0, 40);
  return places.map((i) => example(digits, i).x);
}

describe.each([0, 1, 7, 9])('a %d with a habit', (label) => {
  const pictures = forty(label);

  it('keeps all its ink, and some is added', () => {
    const random = createRandom(label);
    for (const picture of pictures) {
      const before = picture.slice();
      const written = addHabit(picture, label, random);
      expectPicture(written);
      expect(picture).toEqual(before);
      expect(written.every((v, i) => v >= before[i])).toBe(true);
      expect(apart(written, before)).toBeGreaterThan(0);
    }
  });

  it('is the same for the same seed and another for another', () => {
    const [picture] = pictures;
    const once = addHabit(picture, label, createRandom(1));
    expect(addHabit(picture, label, createRandom(1))).toEqual(once);
    expect(addHabit(picture, label, createRandom(2))).not.toEqual(once);
  });
});

describe('other digits', () => {
  it.each([2, 3, 4, 5, 6, 8])('%d has no habit and stays as it is', (label) => {
    const random = createRandom(label);
    for (const picture of forty(label)) {
      const before = picture.slice();
      expect(addHabit(picture, label, random)).toBe(picture);
      expect(picture).toEqual(before);
    }
  });
});

it('leaves a picture without ink a picture, whatever it is called', () => {
  for (let label = 0; label < 10; label++) {
    expectPicture(addHabit(new Float64Array(784), label, createRandom(label)));
  }
});

describe('where the habits go', () => {
  /** How much ink a digit of straight lines gains in a part of the picture, over forty seeds; the most of any. */
  function gained(
    picture: Float64Array,
    label: number,
    part: (x: number, y: number) => boolean,
  ): number {
    const gains = Array.from({ length: 40 }, (_, seed) => {
      const written = addHabit(picture, label, createRandom(seed));
      return written.reduce(
        (sum, v, i) => sum + (part(i % 28, Math.floor(i / 28)) ? v - picture[i] : 0),
        0,
      );
    });
    return Math.max(...gains);
  }

  /** An upright stroke two pixels wide, from row 4 to row 23. */
  const stem = Float64Array.from({ length: 784 }, (_, i) =>
    [13, 14].includes(i % 28) && i >= 4 * 28 && i < 24 * 28 ? 1 : 0,
  );

  it('a one has its upstroke left of its head and its base line at its foot, and nothing right of its waist', () => {
    expect(gained(stem, 1, (x, y) => x < 12 && y < 12)).toBeGreaterThan(5);
    expect(gained(stem, 1, (x, y) => x > 16 && y > 19)).toBeGreaterThan(5);
    expect(gained(stem, 1, (x, y) => x > 16 && y < 18)).toBe(0);
  });

  it('a seven has its bar across its stem, and nothing at its foot', () => {
    expect(gained(stem, 7, (x, y) => x < 12 && y > 9 && y < 20)).toBeGreaterThan(4);
    expect(gained(stem, 7, (x, y) => x > 15 && y > 9 && y < 20)).toBeGreaterThan(4);
    expect(gained(stem, 7, (_, y) => y > 22)).toBe(0);
  });

  it('a nine has its curl left of its foot', () => {
    expect(gained(stem, 9, (x, y) => x < 12 && y > 16)).toBeGreaterThan(6);
    expect(gained(stem, 9, (x, y) => x > 17 || y < 12)).toBe(0);
  });
});

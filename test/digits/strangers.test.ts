import { describe, expect, it } from 'vitest';
import { stranger } from '../../src/digits/strangers.ts';
import { createRandom } from '../../src/network/random.ts';
import { readTestDigits } from '../network/digits.ts';
import { apart, expectPicture, isBare } from './pictures.ts';

const digits = readTestDigits();

describe('a picture that is no digit', () => {
  it('is the same for the same seed, and most are unlike the one before', () => {
    const drawn = (seed: number): Float64Array[] => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => stranger(digits, random));
    };
    const once = drawn(1);
    expect(drawn(1)).toEqual(once);
    expect(drawn(2)).not.toEqual(once);
    const unlike = once.filter((picture, i) => i > 0 && apart(picture, once[i - 1]) > 0.5);
    expect(unlike.length).toBeGreaterThan(45);
  });

  it('has ink, 784 numbers from 0 to 1', () => {
    const random = createRandom(3);
    for (let i = 0; i < 500; i++) {
      const picture = stranger(digits, random);
      expectPicture(picture);
      expect(isBare(picture)).toBe(false);
    }
  });

  it('leaves the digits that it is made of alone', () => {
    const random = createRandom(4);
    const before = digits.inputs.slice(0, 7840);
    for (let i = 0; i < 200; i++) stranger(digits, random);
    expect(digits.inputs.slice(0, 7840)).toEqual(before);
  });
});

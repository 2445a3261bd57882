import { describe, expect, it } from 'vitest';
import { openModel } from '@/commands/models.ts';
import { distances } from '@/digits/distances.ts';
import { findInk, greyOf, LOOKED_AT, shrunk } from '@/digits/photo.ts';
import { preprocessPicture } from '@/digits/preprocess.ts';
import { argmax } from '@/network/feedforward.ts';
import { createRandom } from '@/network/random.ts';
import { readImage } from '@/recogniser/recognise.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { GROUNDS, photograph } from './photographs.ts';

const network = openModel('recogniser');
const plain = DRAWN_DIGITS.filter(({ hand }) => hand === 'plain');

describe('findInk', () => {
  it('reads nine of ten photographs of pencil, pen and chalk, tilted, noisy and in shadow', () => {
    const random = createRandom(1);
    const missed: string[] = [];
    for (let i = 0; i < 40; i++) {
      const ground = GROUNDS[i % GROUNDS.length];
      const { id, label, strokes } = plain[(i * 7) % plain.length];
      const found = findInk(shrunk(photograph(strokes, ground, random), LOOKED_AT));
      const { picture, side } = found?.digit ?? { picture: new Float64Array(1), side: 1 };
      const { scores } = readImage(network, preprocessPicture(picture, side, side));
      expect(found?.isDark ?? ground !== 'board', id).toBe(ground !== 'board');
      if (found === null || argmax(scores) !== label) missed.push(`${id}, ${ground}`);
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(4);
  }, 120_000);

  it('finds nothing where nothing is written', () => {
    const random = createRandom(2);
    for (let i = 0; i < 10; i++) {
      const ground = GROUNDS[i % GROUNDS.length];
      expect(findInk(shrunk(photograph([], ground, random), LOOKED_AT)), ground).toBeNull();
    }
  });

  it.each([
    ['one pixel', 1, 1],
    ['a strip', 300, 1],
    ['a black picture', 40, 60],
  ])('survives %s', (_, width, height) => {
    expect(findInk({ width, height, values: new Float32Array(width * height) })).toBeNull();
  });
});

describe('shrunk', () => {
  it('keeps the mean, and what is small enough as it is', () => {
    const values = Float32Array.from({ length: 64 * 32 }, (_, i) => (i % 5) / 4);
    const photo = { width: 64, height: 32, values };
    expect(shrunk(photo, 64)).toBe(photo);
    const small = shrunk(photo, 16);
    expect([small.width, small.height]).toEqual([16, 8]);
    const mean = (all: Float32Array): number => all.reduce((sum, v) => sum + v, 0) / all.length;
    expect(mean(small.values)).toBeCloseTo(mean(values), 5);
  });
});

describe('greyOf', () => {
  it('lets paper show through what is clear', () => {
    const { values } = greyOf([0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255], 3, 1);
    expect([...values].map((v) => Number(v.toFixed(5)))).toEqual([1, 0, 1]);
  });
});

describe('distances', () => {
  it('are those of the nearest marked pixel, as looked up one by one', () => {
    const random = createRandom(4);
    const [width, height] = [17, 11];
    const marked = Uint8Array.from({ length: width * height }, () =>
      Number(random.uniform() < 0.04),
    );
    marked[5] = 1;
    const found = distances(marked, width, height);
    for (let i = 0; i < marked.length; i++) {
      let nearest = Infinity;
      for (let k = 0; k < marked.length; k++) {
        if (marked[k] === 0) continue;
        const [dx, dy] = [(k % width) - (i % width), Math.floor(k / width) - Math.floor(i / width)];
        nearest = Math.min(nearest, Math.hypot(dx, dy));
      }
      expect(found[i]).toBeCloseTo(nearest, 9);
    }
  });
});

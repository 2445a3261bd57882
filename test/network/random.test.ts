import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/network/random.ts';

const MASK = 0xffffffffn;

/** xoshiro128** as its authors print it, once more and in whole numbers without bounds: the measure for the fast one. */
function* xoshiro(start: readonly bigint[]): Generator<bigint, never> {
  let [s0, s1, s2, s3] = start;
  const turn = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & MASK;
  for (;;) {
    yield (turn((s1 * 5n) & MASK, 7n) * 9n) & MASK;
    const t = (s1 << 9n) & MASK;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = turn(s3, 11n);
  }
}

/** The four words that a seed is mixed into. */
function mix(seed: bigint): bigint[] {
  const words: bigint[] = [];
  for (let i = 0; i < 4; i++) {
    seed = (seed + 0x9e3779b9n) & MASK;
    let t = seed ^ (seed >> 16n);
    t = (t * 0x21f0aaadn) & MASK;
    t ^= t >> 15n;
    t = (t * 0x735a2d97n) & MASK;
    words.push(t ^ (t >> 15n));
  }
  return words;
}

/** Pearson's chi-square: about as large as there are counts less one, give or take the root of twice that. */
function chiSquare(counts: ArrayLike<number>, expected: number): number {
  return Array.from(counts).reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

describe('createRandom', () => {
  it('is xoshiro128** started from a mixed seed', () => {
    // The published first numbers for the state 1, 2, 3, 4 show that the measure itself is right.
    const known = xoshiro([1n, 2n, 3n, 4n]);
    expect([known.next().value, known.next().value, known.next().value]).toEqual([
      11520n,
      0n,
      5927040n,
    ]);
    for (const seed of [0, 1, 42, 0x80000000, 0xffffffff]) {
      const measure = xoshiro(mix(BigInt(seed)));
      const random = createRandom(seed);
      for (let i = 0; i < 1000; i++) {
        expect(BigInt(random.integer(2 ** 32))).toBe(measure.next().value);
      }
    }
  });

  it('gives the streams that it always gave', () => {
    const random = createRandom(1);
    expect([random.uniform(), random.uniform(), random.uniform()]).toEqual([
      0.09156953175513294, 0.8881928137485323, 0.43427017709149285,
    ]);
    expect([random.normal(), random.normal(), random.normal()]).toEqual([
      0.3803943146421063, -0.5700680940401325, 0.5901775723012074,
    ]);
    expect([random.integer(10), random.integer(10), random.integer(1000)]).toEqual([6, 9, 859]);
    expect(random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([7, 9, 1, 4, 5, 6, 0, 3, 2, 8]);
  });

  it.each([-1, 0.5, 2 ** 32, NaN, Infinity])('refuses the seed %f', (seed) => {
    expect(() => createRandom(seed)).toThrow(RangeError);
    expect(() => createRandom(seed)).toThrow(`got ${seed}`);
  });

  it('gives neighbouring seeds streams that have nothing to do with each other', () => {
    let product = 0;
    for (let seed = 0; seed < 10_000; seed++) {
      product += createRandom(seed).normal() * createRandom(seed + 1).normal();
    }
    expect(Math.abs(product) / Math.sqrt(10_000)).toBeLessThan(4);
  });
});

describe('uniform', () => {
  it('fills [0, 1) evenly, with mean 1/2 and variance 1/12', () => {
    const random = createRandom(2);
    const n = 200_000;
    const counts = new Uint32Array(100);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const u = random.uniform();
      if (!(u >= 0 && u < 1)) throw new Error(`${u} is not within [0, 1)`);
      sum += u;
      squares += (u - 0.5) ** 2;
      counts[Math.floor(u * 100)]++;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
    expect(chiSquare(counts, n / 100)).toBeLessThan(99 + 4 * Math.sqrt(2 * 99));
  });

  it('has 53 random bits, down to the last', () => {
    const random = createRandom(3);
    let odd = 0;
    for (let i = 0; i < 10_000; i++) odd += (random.uniform() * 2 ** 53) % 2;
    expect(Math.abs(odd - 5000)).toBeLessThan(4 * 50);
  });
});

describe('normal', () => {
  it('has the moments 0, 1, 0, 3', () => {
    const random = createRandom(4);
    const n = 400_000;
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const x = random.normal();
      for (let power = 1; power <= 4; power++) sums[power - 1] += x ** power;
    }
    // The spread of each mean is the root of E[x^2p] - E[x^p]^2, over the root of n.
    const within = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)];
    [0, 1, 0, 3].forEach((moment, p) => {
      expect(Math.abs(sums[p] / n - moment)).toBeLessThan((4 * within[p]) / Math.sqrt(n));
    });
  });

  it('follows the normal curve throughout (Kolmogorov and Smirnov)', () => {
    const random = createRandom(5);
    const n = 50_000;
    const drawn = Float64Array.from({ length: n }, () => random.normal()).sort();
    // The curve's area up to x, by Simpson's rule from one number drawn to the next.
    const curve = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const simpson = (from: number, to: number): number =>
      ((to - from) / 6) * (curve(from) + 4 * curve((from + to) / 2) + curve(to));
    let area = 0;
    for (let i = 0; i < 100; i++) {
      const width = (drawn[0] + 10) / 100;
      area += simpson(-10 + i * width, -10 + (i + 1) * width);
    }
    let farthest = 0;
    for (let i = 0; i < n; i++) {
      if (i > 0) area += simpson(drawn[i - 1], drawn[i]);
      farthest = Math.max(farthest, Math.abs(area - (i + 0.5) / n));
    }
    expect(farthest * Math.sqrt(n)).toBeLessThan(2.2);
  });
});

describe('integer', () => {
  it.each([2, 3, 7, 10, 100])('draws each of %d numbers equally often', (n) => {
    const random = createRandom(n);
    const counts = new Uint32Array(n);
    for (let i = 0; i < 2000 * n; i++) counts[random.integer(n)]++;
    expect(chiSquare(counts, 2000)).toBeLessThan(n - 1 + 4.5 * Math.sqrt(2 * (n - 1)));
  });

  it('does not favour the low ones where 2^32 is no multiple of n', () => {
    const random = createRandom(8);
    const n = 3 * 2 ** 30; // a plain remainder would draw the lowest third twice as often
    let low = 0;
    for (let i = 0; i < 30_000; i++) if (random.integer(n) < 2 ** 30) low++;
    expect(Math.abs(low - 10_000)).toBeLessThan(4 * Math.sqrt((30_000 * 2) / 9));
  });

  it('of 1 is 0', () => expect(createRandom(9).integer(1)).toBe(0));
});

describe('shuffle', () => {
  it('makes each of the 24 orders of four things equally likely', () => {
    const random = createRandom(10);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = random.shuffle([1, 2, 3, 4]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()], 1000)).toBeLessThan(23 + 4 * Math.sqrt(2 * 23));
  });

  it('works in place, on typed arrays too, and loses nothing', () => {
    const items = Uint32Array.from({ length: 1000 }, (_, i) => i);
    expect(createRandom(11).shuffle(items)).toBe(items);
    expect(items.every((item, i) => item === i)).toBe(false);
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('leaves lists of none and one alone', () => {
    expect(createRandom(12).shuffle([])).toEqual([]);
    expect(createRandom(12).shuffle(['a'])).toEqual(['a']);
  });
});

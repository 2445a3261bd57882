import { log } from './elementary.ts';

/** A stream of random numbers that its seed fixes to the last bit, in every engine. Randomness is always an argument. */
export interface Random {
  /** A number from [0, 1), of 53 random bits. */
  uniform(): number;
  /** A number from [low, high). */
  between(low: number, high: number): number;
  /** A normal deviate, mean 0 and variance 1. */
  normal(): number;
  /** A whole number from 0 to n - 1, each equally likely; 1 <= n <= 2^32. */
  integer(n: number): number;
  /** Puts the items into a random order, in place, each order equally likely (Fisher and Yates). */
  shuffle<T extends { length: number; [i: number]: unknown }>(items: T): T;
}

/**
 * The generator xoshiro128** of Blackman and Vigna (2018), started by a splitmix of the seed.
 * @param seed any whole number from 0 to 2^32 - 1; the same seed gives the same stream
 */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`A seed is a whole number from 0 to 4294967295; got ${seed}.`);
  }
  let mixed = seed;
  const start = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let t = mixed ^ (mixed >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let s0 = start();
  let s1 = start();
  let s2 = start();
  let s3 = start();

  /** The next 32 bits, as a whole number from 0 to 2^32 - 1. */
  function bits(): number {
    const five = Math.imul(s1, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result >>> 0;
  }

  function uniform(): number {
    return ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / (67108864 * 134217728); // 27 and 26 bits, over 2^53
  }

  function between(low: number, high: number): number {
    return low + (high - low) * uniform();
  }

  /** Marsaglia's polar method makes two deviates at a time; the second waits here. */
  let spare: number | undefined;
  function normal(): number {
    if (spare !== undefined) {
      const waiting = spare;
      spare = undefined;
      return waiting;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * log(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  }

  function integer(n: number): number {
    if (n === 4294967296) return bits();
    const divisor = n >>> 0; // tells engines that both are whole numbers of 32 bits, which they divide four times as fast
    for (;;) {
      const drawn = bits();
      const rest = drawn % divisor;
      if (drawn - rest <= 4294967296 - n) return rest; // beyond the last whole multiple of n some numbers would be favoured
    }
  }

  function shuffle<T extends { length: number; [i: number]: unknown }>(items: T): T {
    for (let i = items.length - 1; i > 0; i--) {
      const j = integer(i + 1);
      const held = items[i];
      items[i] = items[j];
      items[j] = held;
    }
    return items;
  }

  return { uniform, between, normal, integer, shuffle };
}

import { describe, expect, it } from 'vitest';
import { exp, log, log1p } from '../../src/network/elementary.ts';
import { createRandom } from '../../src/network/random.ts';

const POINTS = 1_000_000;

/** How far two numbers are apart, in units of the last place of the second (counted at its coarsest, 2^-52 of it). */
function unitsApart(got: number, wanted: number): number {
  if (got === wanted) return 0;
  return Math.abs(got - wanted) / Math.max(Math.abs(wanted) * 2 ** -52, Number.MIN_VALUE);
}

/** The worst of f against the engine's own over points spread evenly between two ends. */
function worst(
  f: (x: number) => number,
  engine: (x: number) => number,
  point: (share: number) => number,
): number {
  const random = createRandom(7);
  let most = 0;
  for (let i = 0; i < POINTS; i++) {
    const x = point(random.uniform());
    const apart = unitsApart(f(x), engine(x));
    if (!(apart <= most)) most = apart; // a NaN gets through, and fails the test
  }
  return most;
}

describe('exp', () => {
  it('agrees with Math.exp within 2 units of the last place on a million points', () => {
    expect(worst(exp, Math.exp, (share) => -746 + 1456 * share)).toBeLessThanOrEqual(2);
  });

  it('agrees where networks work, too', () => {
    expect(worst(exp, Math.exp, (share) => -20 + 40 * share)).toBeLessThanOrEqual(2);
  });

  it('never falls as x rises, at the seams of its halves and powers least of all', () => {
    for (let k = -1074; k <= 1023; k++) {
      const seam = (k + 0.5) * Math.LN2;
      const step = Math.max(Math.abs(seam), 1) * 2 ** -52;
      let before = exp(seam - 21 * step);
      for (let i = -20; i <= 20; i++) {
        const here = exp(seam + i * step);
        expect(here >= before, `exp(${seam + i * step})`).toBe(true);
        before = here;
      }
    }
  });

  it.each([
    [0, 1],
    [-0, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [NaN, NaN],
    [710, Infinity],
    [-746, 0],
    [-745.1332191019411, Number.MIN_VALUE],
  ])('of %f is %f', (x, e) => {
    expect(exp(x)).toBe(e);
  });

  it('is finite up to the largest number', () => {
    const x = 709.782712893383;
    expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
    expect(exp(x)).toBeLessThan(Infinity);
  });
});

describe('log', () => {
  it('agrees with Math.log within 2 units of the last place on a million points of every size', () => {
    const bits = new DataView(new ArrayBuffer(8));
    const anySize = (share: number): number => {
      bits.setUint32(0, Math.floor(share * 0x7fefffff));
      bits.setUint32(4, Math.floor(share * 2 ** 52));
      return bits.getFloat64(0);
    };
    expect(worst(log, Math.log, anySize)).toBeLessThanOrEqual(2);
  });

  it('keeps its digits close to 1', () => {
    expect(worst(log, Math.log, (share) => 0.7 + 0.7 * share)).toBeLessThanOrEqual(2);
    expect(worst(log, Math.log, (share) => 1 + 1e-9 * (share - 0.5))).toBeLessThanOrEqual(2);
  });

  it('never falls as x rises over its seam at the root of 2', () => {
    const step = 2 ** -52;
    let before = -Infinity;
    for (let x = Math.SQRT2 - 1000 * step; x < Math.SQRT2 + 1000 * step; x += step) {
      expect(log(x) >= before, `log(${x})`).toBe(true);
      before = log(x);
    }
  });

  it.each([
    [1, 0],
    [0, -Infinity],
    [-0, -Infinity],
    [-1, NaN],
    [NaN, NaN],
    [Infinity, Infinity],
    [Number.MIN_VALUE, -744.4400719213812],
  ])('of %f is %f', (x, l) => {
    expect(log(x)).toBe(l);
  });
});

describe('log1p', () => {
  it('agrees with Math.log1p within 4 units of the last place, however small x is', () => {
    const small = (share: number): number => exp(-700 * share);
    expect(worst(log1p, Math.log1p, small)).toBeLessThanOrEqual(4);
    expect(worst(log1p, Math.log1p, (share) => share)).toBeLessThanOrEqual(4);
  });

  it('of 0 is 0', () => expect(log1p(0)).toBe(0));
});

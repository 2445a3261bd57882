import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../src/network/activation.ts';
import { costOf, costs, crossEntropy, quadratic } from '../../src/network/cost.ts';
import { ShapeError } from '../../src/network/errors.ts';

const z = fc.double({ min: -700, max: 700, noNaN: true });
const y = fc.constantFrom(0, 1, 0.5, 0.125);

describe('sigmoid', () => {
  it.each([
    [0, 0.5, 0.25],
    [Math.log(3), 0.75, 0.1875],
    [-Math.log(3), 0.25, 0.1875],
    [Infinity, 1, 0],
    [-Infinity, 0, 0],
    [1e308, 1, 0],
    [-1e308, 0, 0],
  ])('of %f is %f, with slope %f', (at, f, prime) => {
    expect(sigmoid.f(at)).toBeCloseTo(f, 15);
    expect(sigmoid.prime(at)).toBeCloseTo(prime, 15);
  });

  it('has a slope that keeps all its digits far out on either side', () => {
    fc.assert(
      fc.property(z, (at) => {
        const product = sigmoid.f(at) * sigmoid.f(-at);
        expect(sigmoid.prime(at)).toBe(sigmoid.prime(-at));
        expect(Math.abs(sigmoid.prime(at) - product)).toBeLessThanOrEqual(4e-15 * product);
      }),
    );
  });
});

describe('costOf', () => {
  it('is half the sum of the squares, by hand', () => {
    expect(costOf([0.5, 1, 0.25], [1, 0, 0.25])).toBe(0.625);
    expect(costOf([0, 1], [0, 1])).toBe(0);
  });

  it('refuses targets that are not as many as the outputs', () => {
    expect(() => costOf([0, 1], [1])).toThrow(ShapeError);
    expect(() => costOf([0, 1], [1])).toThrow('2 outputs need as many targets; got 1.');
  });
});

describe.each(Object.values(costs))('$name', (cost) => {
  it('is never negative, and finite however large z is', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(any, y, (at, wanted) => {
        const value = cost.value(at, sigmoid.f(at), wanted);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(Infinity);
      }),
    );
  });

  it('is the mirror image of itself: wanting 1 of z is wanting 0 of -z', () => {
    fc.assert(
      fc.property(z, (at) => {
        const wanting1 = cost.value(at, sigmoid.f(at), 1);
        const wanting0 = cost.value(-at, sigmoid.f(-at), 0);
        expect(Math.abs(wanting1 - wanting0)).toBeLessThan(1e-15 * Math.max(1, wanting1));
      }),
    );
  });

  it('has an error that is minus its wish times the slope of the sigmoid (BP1)', () => {
    const near = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(near, y, (at, wanted) => {
        const a = sigmoid.f(at);
        const delta = -cost.wish(at, a, wanted) * sigmoid.prime(at);
        expect(cost.delta(at, a, wanted)).toBeCloseTo(delta, 14);
      }),
    );
  });
});

describe('the costs on paper', () => {
  it.each([
    [quadratic, 1, 0.125],
    [quadratic, 0, 0.125],
    [crossEntropy, 1, Math.LN2],
    [crossEntropy, 0, Math.LN2],
    [crossEntropy, 0.5, Math.LN2],
  ])('$name of an even answer where %f is wanted is %f', (cost, wanted, value) => {
    expect(cost.value(0, 0.5, wanted)).toBeCloseTo(value, 15);
  });

  it('punishes a sure answer that is wrong by its z (cross-entropy) or by no more than 1/2 (quadratic)', () => {
    expect(crossEntropy.value(1000, 1, 0)).toBe(1000);
    expect(crossEntropy.value(-1000, 0, 1)).toBe(1000);
    expect(quadratic.value(1000, 1, 0)).toBe(0.5);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { cloneNetwork, createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { HAND_INPUT, handNetwork } from './hand.ts';

describe('feedforward', () => {
  it('agrees with a network worked out on paper', () => {
    const { zs, activations } = feedforward(handNetwork(), HAND_INPUT);
    const expected = [
      [zs[0][0], Math.log(3)],
      [zs[0][1], -Math.log(3)],
      [zs[1][0], Math.log(4)],
      [activations[0][0], 1],
      [activations[0][1], 2],
      [activations[1][0], 0.75],
      [activations[1][1], 0.25],
      [activations[2][0], 0.8],
    ];
    for (const [got, wanted] of expected) expect(got).toBeCloseTo(wanted, 14);
  });

  it('copies its input, so that a pass stays what it was', () => {
    const x = Float64Array.of(1, 2);
    const { activations } = feedforward(handNetwork(), x);
    x[0] = 7;
    expect([...activations[0]]).toEqual([1, 2]);
  });

  it('leaves out no input: any number of them, zeros among them, add up to the plain sum', () => {
    const inputs = fc.array(fc.constantFrom(0, 0, 0.25, -0.5, 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 9 }), fc.nat(), (x, nOut, seed) => {
        const network = createNetwork([x.length, nOut], 'normal', createRandom(seed));
        const [{ weights, biases }] = network.layers;
        const [z] = feedforward(network, x).zs;
        for (let j = 0; j < nOut; j++) {
          const plain = x.reduce((sum, xk, k) => sum + weights[j * x.length + k] * xk, biases[j]);
          expect(z[j]).toBe(plain);
        }
      }),
    );
  });

  it.each([
    ['too short', [1], ShapeError, /takes 2 numbers; got 1/],
    ['too long', [1, 2, 3], ShapeError, /takes 2 numbers; got 3/],
    ['NaN', [1, NaN], ValueError, /Input 1 must be a finite number; got NaN/],
    ['infinite', [-Infinity, 0], ValueError, /Input 0 must be a finite number; got -Infinity/],
  ])('refuses an input that is %s, and leaves the network alone', (_, x, error, message) => {
    const network = handNetwork();
    const before = cloneNetwork(network);
    expect(() => feedforward(network, x)).toThrow(error);
    expect(() => feedforward(network, x)).toThrow(message);
    expect(network).toEqual(before);
  });
});

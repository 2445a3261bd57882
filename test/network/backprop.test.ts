import { describe, expect, it } from 'vitest';
import { backprop } from '../../src/network/backprop.ts';
import { costs, crossEntropy, quadratic } from '../../src/network/cost.ts';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import {
  createActive,
  createPass,
  feedforward,
  findActive,
  forwardInto,
} from '../../src/network/feedforward.ts';
import { cloneNetwork, createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { example, readTestDigits } from './digits.ts';
import { dualSlopes } from './dual-network.ts';
import { HAND_INPUT, handNetwork } from './hand.ts';

const digits = readTestDigits();

const shapes = [
  [784, 16, 16, 10],
  [784, 30, 10],
];
const cases = shapes.flatMap((sizes) =>
  (['quadratic', 'cross-entropy'] as const).flatMap((cost) =>
    (['normal', 'scaled'] as const).flatMap((start) =>
      [1, 2, 3].map((seed) => ({ name: sizes.join('-'), sizes, cost, start, seed })),
    ),
  ),
);

/** 0 for equal numbers; infinite where one of two is 0 and the other is not. */
function relativeError(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.min(Math.abs(a), Math.abs(b));
}

describe.each(cases)('backprop of $name, $cost, $start start, seed $seed', (setting) => {
  const network = createNetwork(setting.sizes, setting.start, createRandom(setting.seed));
  const { x, y } = example(digits, setting.seed);
  const cost = costs[setting.cost];
  const backward = backprop(network, feedforward(network, x), y, cost);

  it('gives every parameter the slope that dual numbers give it, to ten digits', () => {
    const slopes = dualSlopes(network, x, y, setting.cost);
    let worst = 0;
    let zeros = 0;
    network.layers.forEach(({ nIn, nOut }, l) => {
      const { nablaW, nablaB, deltas, wishes } = backward;
      for (let j = 0; j < nOut; j++) {
        for (let k = 0; k < nIn; k++) {
          const slope = slopes.weight(l, j, k);
          if (slope === 0) zeros++;
          worst = Math.max(worst, relativeError(slope, nablaW[l][j * nIn + k]));
        }
        const slope = slopes.bias(l, j);
        worst = Math.max(worst, relativeError(slope, nablaB[l][j]));
        worst = Math.max(worst, relativeError(slope, deltas[l][j]));
        worst = Math.max(worst, relativeError(-slopes.activation(l, j), wishes[l][j]));
      }
    });
    expect(worst).toBeLessThan(1e-10);
    const background = x.filter((pixel) => pixel === 0).length;
    expect(zeros, 'weights of background pixels, and no others').toBe(
      background * setting.sizes[1],
    );
  });

  it('points where central differences point, to seven digits', () => {
    const h = 1e-5;
    const last = network.layers.length - 1;
    const pass = createPass(network);
    const active = createActive(network);
    findActive(x, 0, x.length, 1, active);
    const costNow = (): number => {
      forwardInto(network, pass, active);
      return y.reduce(
        (sum, yj, j) => sum + cost.value(pass.zs[last][j], pass.activations[last + 1][j], yj),
        0,
      );
    };
    let difference = 0;
    let length = 0;
    const compare = (parameters: Float64Array, nabla: Float64Array): void => {
      for (let i = 0; i < parameters.length; i++) {
        const here = parameters[i];
        parameters[i] = here + h;
        const above = costNow();
        parameters[i] = here - h;
        const below = costNow();
        parameters[i] = here;
        difference += ((above - below) / (2 * h) - nabla[i]) ** 2;
        length += nabla[i] ** 2;
      }
    };
    network.layers.forEach(({ weights, biases }, l) => {
      compare(weights, backward.nablaW[l]);
      compare(biases, backward.nablaB[l]);
    });
    expect(Math.sqrt(difference / length)).toBeLessThan(1e-7);
  });
});

describe('backprop on paper', () => {
  // The network of hand.ts gives a = 0.8 where 1 is wanted. sigma' is 0.8 * 0.2 at the output, 0.75 * 0.25 in the middle.
  it.each([
    {
      // C = (0.8 - 1)^2 / 2, so dC/da = -0.2 and delta = -0.2 * 0.16; then backwards with the weights 4 and -8.
      cost: quadratic,
      value: 0.02,
      wishes: [[0.128, -0.256], [0.2]],
      deltas: [[-0.024, 0.048], [-0.032]],
      nablaW: [
        [-0.024, -0.048, 0.048, 0.096],
        [-0.024, -0.008],
      ],
    },
    {
      // C = -ln 0.8, so dC/da = -1 / 0.8 and delta = 0.8 - 1.
      cost: crossEntropy,
      value: Math.log(1.25),
      wishes: [[0.8, -1.6], [1.25]],
      deltas: [[-0.15, 0.3], [-0.2]],
      nablaW: [
        [-0.15, -0.3, 0.3, 0.6],
        [-0.15, -0.05],
      ],
    },
  ])('agrees with $cost.name', ({ cost, value, ...expected }) => {
    const network = handNetwork();
    const pass = feedforward(network, HAND_INPUT);
    expect(cost.value(pass.zs[1][0], pass.activations[2][0], 1)).toBeCloseTo(value, 14);
    const backward = backprop(network, pass, [1], cost);
    const close = (got: readonly Float64Array[], wanted: readonly number[][]): void =>
      wanted.forEach((list, l) => {
        expect(got[l]).toHaveLength(list.length);
        list.forEach((number, i) => expect(got[l][i]).toBeCloseTo(number, 14));
      });
    close(backward.wishes, expected.wishes);
    close(backward.deltas, expected.deltas);
    close(backward.nablaW, expected.nablaW);
    close(backward.nablaB, expected.deltas);
  });

  it.each([
    ['too few targets', [], ShapeError, /1 outputs.*got 0/],
    ['too many targets', [1, 0], ShapeError, /1 outputs.*got 2/],
    ['a target of NaN', [NaN], ValueError, /Target 0 must be a finite number; got NaN/],
  ])('refuses %s, and leaves the network alone', (_, y, error, message) => {
    const network = handNetwork();
    const before = cloneNetwork(network);
    const pass = feedforward(network, HAND_INPUT);
    expect(() => backprop(network, pass, y, quadratic)).toThrow(error);
    expect(() => backprop(network, pass, y, quadratic)).toThrow(message);
    expect(network).toEqual(before);
  });

  it('refuses the pass of another network', () => {
    const other = createNetwork([2, 3, 1], 'scaled', createRandom(1));
    const pass = feedforward(other, HAND_INPUT);
    expect(() => backprop(handNetwork(), pass, [1], quadratic)).toThrow(ShapeError);
    expect(() => backprop(handNetwork(), pass, [1], quadratic)).toThrow(
      /2-2-1; the pass has 2-3-1/,
    );
  });
});

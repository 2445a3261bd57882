import { describe, expect, it } from 'vitest';
import { ShapeError } from '../../src/network/errors.ts';
import {
  cloneNetwork,
  countParameters,
  createNetwork,
  emptyNetwork,
} from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';

describe('createNetwork', () => {
  it('makes layers of the shapes that its sizes ask for', () => {
    const network = createNetwork([784, 16, 16, 10], 'normal', createRandom(1));
    expect(network.sizes).toEqual([784, 16, 16, 10]);
    expect(network.layers.map(({ nIn, nOut }) => [nIn, nOut])).toEqual([
      [784, 16],
      [16, 16],
      [16, 10],
    ]);
    for (const { nIn, nOut, weights, biases } of network.layers) {
      expect(weights).toHaveLength(nOut * nIn);
      expect(biases).toHaveLength(nOut);
    }
    expect(countParameters(network)).toBe(13_002);
  });

  it('draws the same network from the same seed, and another from another', () => {
    const draw = (seed: number) => createNetwork([5, 4, 3], 'scaled', createRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it.each([
    ['normal', 1],
    ['scaled', 1 / 20],
  ] as const)('with the %s start spreads 400 x 400 weights by %f, biases by 1', (start, spread) => {
    const [{ weights, biases }] = createNetwork([400, 400], start, createRandom(3)).layers;
    const deviation = (list: Float64Array): number =>
      Math.sqrt(list.reduce((sum, x) => sum + x * x, 0) / list.length);
    expect(Math.abs(deviation(weights) / spread - 1)).toBeLessThan(4 / Math.sqrt(2 * 160_000));
    expect(Math.abs(deviation(biases) - 1)).toBeLessThan(4 / Math.sqrt(800));
  });

  it.each([
    ['no sizes', []],
    ['one size', [784]],
    ['a layer of none', [784, 0, 10]],
    ['a half neuron', [784, 1.5]],
    ['a layer of NaN', [NaN, 10]],
    ['a layer without end', [784, Infinity]],
    ['too wide a layer', [65_537, 10]],
    ['too many layers', Array.from({ length: 17 }, () => 2)],
  ])('refuses %s', (_, sizes) => {
    expect(() => emptyNetwork(sizes)).toThrow(ShapeError);
    expect(() => emptyNetwork(sizes)).toThrow(`got [${sizes.join(', ')}]`);
  });
});

describe('cloneNetwork', () => {
  it('shares nothing with the original', () => {
    const network = createNetwork([3, 2], 'normal', createRandom(1));
    const copy = cloneNetwork(network);
    expect(copy).toEqual(network);
    copy.layers[0].weights[0] = 99;
    copy.layers[0].biases[0] = 99;
    expect(network).toEqual(createNetwork([3, 2], 'normal', createRandom(1)));
  });
});

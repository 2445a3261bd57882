import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFileError, quantise } from '../../../src/network/files.ts';
import { cloneNetwork, createNetwork, emptyNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { anyNumber, networks } from './networks.ts';

describe('quantise', () => {
  it('rounds to 127ths of the largest weight that leads to the same neuron, halves away from zero', () => {
    const network = emptyNetwork([4, 2]);
    network.layers[0].weights.set([127, -2.5, 2.5, 0.4, 0.25, 0.5, -63.5, 0]);
    network.layers[0].biases.set([1 / 3, -0.1]);
    const [{ weights, biases }] = quantise(network).layers;
    expect([...weights]).toEqual([127, -3, 3, 0, 0.5, 0.5, -63.5, 0]);
    expect([...biases]).toEqual([Math.fround(1 / 3), Math.fround(-0.1)]);
  });

  it('moves no weight by more than half a step, and changes nothing the second time', () => {
    fc.assert(
      fc.property(networks(anyNumber), (network) => {
        fc.pre(network.layers.every(({ weights }) => weights.every((w) => Math.abs(w) < 3.4e38)));
        const once = quantise(network);
        expect(quantise(once)).toEqual(once);
        network.layers.forEach(({ nIn, weights }, l) => {
          for (let row = 0; row < weights.length; row += nIn) {
            const most = Math.max(...weights.subarray(row, row + nIn).map(Math.abs));
            const half = Math.max(most / 127, 2 ** -126) / 2;
            for (let i = row; i < row + nIn; i++) {
              const moved = Math.abs(once.layers[l].weights[i] - weights[i]);
              expect(moved).toBeLessThanOrEqual(half * (1 + 1e-4));
            }
          }
        });
      }),
    );
  });

  it('leaves the network that it is given as it was', () => {
    const network = createNetwork([5, 4, 3], 'normal', createRandom(1));
    const before = cloneNetwork(network);
    quantise(network);
    expect(network).toEqual(before);
  });

  it('takes rows of zeros, and rows too small to tell from them', () => {
    const network = emptyNetwork([2, 3]);
    network.layers[0].weights.set([0, -0, 1e-300, -1e-44, 2e-38, 1e-38]);
    const [{ weights }] = quantise(network).layers;
    expect([...weights.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(weights[4]).toBeGreaterThan(1e-38);
  });

  it.each([
    [NaN, 'not-finite'],
    [Infinity, 'not-finite'],
    [1e300, 'out-of-range'],
    [3.4028234663852886e38, 'out-of-range'],
  ])('refuses a weight of %f: %s', (w, reason) => {
    const network = emptyNetwork([2, 2]);
    network.layers[0].weights[3] = w;
    expect(() => quantise(network)).toThrow(ModelFileError);
    expect(() => quantise(network)).toThrow(expect.objectContaining({ reason }));
  });
});

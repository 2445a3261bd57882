import { describe, expect, it } from 'vitest';
import { createNetwork, emptyNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { FINGERPRINT, fingerprintOf } from '../../../src/training/runs/fingerprint.ts';
import {
  networkFrom,
  packParameters,
  parametersOf,
} from '../../../src/training/runs/parameters.ts';

const network = createNetwork([784, 5, 10], 'normal', createRandom(3));

/** In single precision, as the kernel leaves it. */
function single() {
  const copy = networkFrom(network.sizes, Float32Array.from(parametersOf(network)));
  if (copy === null) throw new Error('These are numbers.');
  return copy;
}

describe('the numbers of a network', () => {
  it('stand in one row, biases before weights, and make it again', () => {
    const numbers = parametersOf(network);
    expect(numbers).toHaveLength(784 * 5 + 5 + 50 + 10);
    expect(numbers.subarray(0, 5)).toEqual(network.layers[0].biases);
    expect(networkFrom(network.sizes, numbers)).toEqual(network);
  });

  it('take half the room where nothing is lost by it', () => {
    expect(packParameters(network)).toBeInstanceOf(Float64Array);
    const packed = packParameters(single());
    expect(packed).toBeInstanceOf(Float32Array);
    expect(networkFrom(network.sizes, packed)).toEqual(single());
  });

  it('make none where they are too many, too few, or no numbers', () => {
    const numbers = parametersOf(network);
    expect(networkFrom([784, 6, 10], numbers)).toBeNull();
    expect(networkFrom(network.sizes, numbers.subarray(1))).toBeNull();
    for (const bad of [NaN, Infinity]) {
      expect(networkFrom(network.sizes, numbers.with(100, bad))).toBeNull();
    }
  });
});

it('has a fingerprint, and another when one bit is', () => {
  const print = fingerprintOf(network);
  expect(print).toMatch(FINGERPRINT);
  const other = networkFrom(network.sizes, parametersOf(network));
  if (other === null) throw new Error('These are numbers.');
  expect(fingerprintOf(other)).toBe(print);
  const bits = new Uint8Array(other.layers[0].weights.buffer);
  bits[0] ^= 1;
  expect(fingerprintOf(other)).not.toBe(print);
  expect(fingerprintOf(emptyNetwork([784, 5, 10]))).not.toBe(print);
});

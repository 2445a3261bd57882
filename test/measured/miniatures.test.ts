import { describe, expect, test } from 'vitest';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import type { Examples } from '../../src/network/examples.ts';
import { evaluate } from '../../src/network/sgd.ts';
import {
  dearestMisses,
  descend,
  digitsOnSigmoid,
  hiddenErrors,
  learning,
  weightGrid,
} from '../../src/measured/miniatures.ts';

/** Twenty blots of 28 x 28 that a seed made, two of each label: the numbers of these pictures do not ask for handwriting. */
function blots(): Examples {
  const random = createRandom(7);
  const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 10);
  const inputs = new Uint8Array(20 * 784);
  for (let i = 0; i < 20; i++) {
    // Each label inks rows of its own, with some noise, so that a network can learn them.
    for (let k = 0; k < 784; k++) {
      const own = Math.floor(k / 78.4) === labels[i];
      inputs[i * 784 + k] = own ? 200 + random.integer(56) : random.integer(20);
    }
  }
  return { count: 20, inputs, full: 255, labels };
}

const digits = blots();
const network: Network = createNetwork([784, 16, 16, 10], 'scaled', createRandom(1));

describe('the small pictures of the list of chapters', () => {
  test('put every digit on the sigmoid, on both halves of it', () => {
    const points = digitsOnSigmoid(network, digits);
    expect(points).toHaveLength(20);
    for (const { x, y } of points) expect(y).toBeCloseTo(1 / (1 + Math.exp(-x)), 12);
    expect(points.some(({ x }) => x > 0) && points.some(({ x }) => x < 0)).toBe(true);
  });

  test('take the misses of the digit that costs most: no digit costs more than their squares', () => {
    const misses = dearestMisses(network, digits);
    const cost = misses.reduce((sum, miss) => sum + miss ** 2 / 2, 0);
    for (let i = 0; i < digits.count; i++) {
      const one = {
        ...digits,
        count: 1,
        inputs: digits.inputs.subarray(i * 784, (i + 1) * 784),
        labels: digits.labels.subarray(i, i + 1),
      };
      expect(evaluate(network, one).cost).toBeLessThanOrEqual(cost + 1e-12);
    }
    expect(misses).toHaveLength(10);
  });

  test('walk downhill on the very curve they draw, and leave the network as it was', () => {
    const before = network.layers[2].biases.slice();
    const { curve, steps } = descend(network, digits, { output: 3, reach: 5, eta: 4, steps: 6 });
    expect(steps).toHaveLength(7);
    expect(steps[0]).toEqual(curve[curve.length - 1]);
    for (let i = 1; i < steps.length; i++) expect(steps[i].y).toBeLessThan(steps[i - 1].y);
    expect(network.layers[2].biases).toEqual(before);
  });

  test('give the last hidden layer an error each', () => {
    const errors = hiddenErrors(network, digits);
    expect(errors).toHaveLength(16);
    expect(errors.some((error) => error !== 0)).toBe(true);
  });

  test('show a network that learns, and the same one each time', () => {
    const accuracies = learning(digits, 8, createRandom(1));
    expect(accuracies).toHaveLength(9);
    expect(accuracies[8]).toBeGreaterThan(accuracies[0]);
    expect(learning(digits, 8, createRandom(1))).toEqual(accuracies);
  });

  test('measure weights by the largest of their neuron', () => {
    const grid = weightGrid(network, 5);
    expect(Math.max(...grid.map(Math.abs))).toBe(1);
    const row = network.layers[0].weights.subarray(5 * 784, 6 * 784);
    const largest = Math.max(...row.map(Math.abs));
    expect(grid[100] * largest).toBeCloseTo(row[100], 12);
  });
});

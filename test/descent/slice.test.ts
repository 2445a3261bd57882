import { beforeAll, describe, expect, it } from 'vitest';
import { openModel } from '../../src/commands/models.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { planeThrough, dot, networkAt, placeIn, type Plane } from '../../src/descent/plane.ts';
import { Slice, sliceParts } from '../../src/descent/slice.ts';
import { PIXELS } from '../../src/digits/mnist.ts';
import { backprop } from '../../src/network/backprop.ts';
import { quadratic } from '../../src/network/cost.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { createNetwork, emptyNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';

const COUNT = 40;
const mnist = readMnist('test');
const pixels = Float64Array.from(mnist.inputs.subarray(0, COUNT * PIXELS), (v) => v / mnist.full);
const labels = Uint8Array.from(mnist.labels.subarray(0, COUNT));

let three: Network[];
let plane: Plane;
let slice: Slice;

beforeAll(() => {
  three = [
    openModel('explainer'),
    openModel('explainer-b'),
    createNetwork([784, 16, 16, 10], 'scaled', createRandom(1)),
  ];
  plane = planeThrough(three[0], three[1], three[2]);
  slice = new Slice(sliceParts(plane, pixels, labels));
});

/** The mean cost and its whole gradient, by the network's own forward and backward pass. */
function whole(network: Network): { value: number; gradient: Network } {
  const gradient = emptyNetwork(network.sizes);
  let value = 0;
  for (let i = 0; i < COUNT; i++) {
    const pass = feedforward(network, pixels.subarray(i * PIXELS, (i + 1) * PIXELS));
    const y = Float64Array.from({ length: 10 }, (_, j) => (j === labels[i] ? 1 : 0));
    pass.activations[3].forEach((a, j) => {
      value += quadratic.value(pass.zs[2][j], a, y[j]) / COUNT;
    });
    const { nablaW, nablaB } = backprop(network, pass, y, quadratic);
    gradient.layers.forEach(({ weights, biases }, l) => {
      nablaW[l].forEach((slope, k) => (weights[k] += slope / COUNT));
      nablaB[l].forEach((slope, k) => (biases[k] += slope / COUNT));
    });
  }
  return { value, gradient };
}

describe('the plane', () => {
  it('has directions of length 1 at right angles', () => {
    expect(dot(plane.across, plane.across)).toBeCloseTo(1, 12);
    expect(dot(plane.along, plane.along)).toBeCloseTo(1, 12);
    expect(dot(plane.across, plane.along)).toBeCloseTo(0, 12);
  });

  it('goes through all three networks', () => {
    for (const network of three) {
      const there = networkAt(plane, placeIn(plane, network));
      there.layers.forEach(({ weights }, l) => {
        const expected = network.layers[l].weights;
        expect(Math.max(...weights.map((w, i) => Math.abs(w - expected[i])))).toBeLessThan(1e-9);
      });
    }
  });

  it('needs three networks of one size, not on a line', () => {
    const [a, b] = three;
    const small = createNetwork([784, 10], 'scaled', createRandom(1));
    expect(() => planeThrough(a, b, small)).toThrow('same sizes');
    expect(() => planeThrough(a, b, b)).toThrow('one line');
  });
});

describe('the slice', () => {
  const random = createRandom(3);
  const points = Array.from({ length: 12 }, () => ({
    x: 60 * random.uniform() - 20,
    y: 60 * random.uniform() - 20,
  }));

  it("is the network's own cost at the same parameters, and its gradient's part in the plane", () => {
    for (const point of points) {
      const { value, gradient } = whole(networkAt(plane, point));
      const here = slice.at(point.x, point.y);
      expect(here.value).toBeCloseTo(value, 10);
      expect(here.dx).toBeCloseTo(dot(gradient, plane.across), 10);
      expect(here.dy).toBeCloseTo(dot(gradient, plane.along), 10);
    }
  });

  it('slopes as central differences of its height say', () => {
    const h = 1e-4;
    for (const { x, y } of points) {
      const { dx, dy } = slice.at(x, y);
      expect((slice.at(x + h, y).value - slice.at(x - h, y).value) / (2 * h)).toBeCloseTo(dx, 8);
      expect((slice.at(x, y + h).value - slice.at(x, y - h).value) / (2 * h)).toBeCloseTo(dy, 8);
    }
  });

  it('is over some digits alone where it is asked to', () => {
    const halves = [0, 1].map((odd) =>
      Int32Array.from({ length: COUNT / 2 }, (_, i) => 2 * i + odd),
    );
    const [first, second] = halves.map((half) => slice.at(3, 5, half));
    const all = slice.at(3, 5);
    for (const key of ['value', 'dx', 'dy'] as const) {
      expect((first[key] + second[key]) / 2).toBeCloseTo(all[key], 12);
    }
  });

  it('refuses pictures that do not fit their labels', () => {
    expect(() => sliceParts(plane, pixels, labels.subarray(1))).toThrow('39 labels');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { crossEntropy, quadratic } from '../../src/network/cost.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { cloneNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { type Examples, NO_LABEL } from '../../src/network/examples.ts';
import { epochs, evaluate, type Plan } from '../../src/network/sgd.ts';
import {
  difference,
  largest,
  numbersOf,
  randomExamples,
  singleNetwork,
  testKernel,
} from './kernel.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await testKernel();
});

/** Trains with both and says how far apart they end, as a share of the largest weight. */
function distance(sizes: readonly number[], examples: Examples, plan: Plan): number {
  const [ours, theirs] = [singleNetwork(sizes, 'scaled', 4), singleNetwork(sizes, 'scaled', 4)];
  Array.from(kernel.epochs(ours, examples, plan, createRandom(5)));
  Array.from(epochs(theirs, examples, plan, createRandom(5)));
  expect(largest(difference(theirs, singleNetwork(sizes, 'scaled', 4)))).toBeGreaterThan(0.01);
  return largest(difference(ours, theirs)) / largest(numbersOf(theirs));
}

const plan: Plan = { cost: quadratic, eta: 1, miniBatch: 7, lambda: 0.3, epochs: 3 };

describe('the kernel trains as the network does', () => {
  it.each([
    [[1, 1]],
    [[3, 2]],
    [[784, 10]],
    [[5, 1, 4]],
    [[17, 6, 5, 4, 3]],
    [[33, 7, 9, 2]],
    [[100, 13, 10]],
    [[64, 36, 40, 10]],
    [[31, 65, 33, 11]],
    [[20, 255]],
    [[12, 3, 300]],
    [[9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 5]],
  ])('in layers of %j', (sizes) => {
    const examples = randomExamples(60, sizes, 255, 6);
    expect(distance(sizes, examples, plan)).toBeLessThan(1e-5);
    expect(distance(sizes, examples, { ...plan, cost: crossEntropy })).toBeLessThan(1e-5);
  });

  it.each([1, 2, 31, 32, 33, 64, 100, 150, 151, 1000])('in mini-batches of %i', (miniBatch) => {
    const examples = randomExamples(150, [40, 10], 255, 7);
    expect(distance([40, 12, 10], examples, { ...plan, miniBatch, eta: 2 })).toBeLessThan(1e-5);
  });

  it.each([1, 3, 15, 200, 255])('on bytes up to %i', (full) => {
    const examples = randomExamples(50, [30, 4], full, 8);
    expect(distance([30, 5, 4], examples, plan)).toBeLessThan(1e-5);
  });

  it.each<[string, (numbers: number[]) => Float32Array | Float64Array]>([
    ['single', (numbers) => Float32Array.from(numbers)],
    ['double', (numbers) => Float64Array.from(numbers)],
  ])('on numbers of %s precision, negative ones too', (_, from) => {
    const random = createRandom(9);
    const numbers = Array.from({ length: 1500 }, () => Math.max(-0.5, random.normal()) + 0.5);
    const examples: Examples = {
      ...randomExamples(50, [30, 4], 255, 8),
      full: 0.7,
      inputs: from(numbers),
    };
    expect(distance([30, 5, 4], examples, plan)).toBeLessThan(1e-5);
  });

  it('on the most inputs that a network takes', () => {
    const sizes = [65536, 5, 3];
    const examples = randomExamples(3, sizes, 255, 10);
    examples.inputs.fill(255, 3 * 65536 - 20);
    expect(distance(sizes, examples, { ...plan, eta: 0.1 })).toBeLessThan(1e-5);
  });

  it('on blank pictures and full ones', () => {
    const examples: Examples = {
      count: 4,
      full: 255,
      inputs: Uint8Array.from({ length: 4 * 50 }, (_, i) => (i < 100 ? 0 : 255)),
      labels: Uint8Array.of(0, NO_LABEL, 1, 2),
    };
    expect(distance([50, 6, 3], examples, { ...plan, miniBatch: 3 })).toBeLessThan(1e-5);
  });

  it.each([
    ['all but nothing left of the weights at each step', 49.99],
    ['nothing left of them', 50],
    ['less than nothing left', 60],
    ['a thousandth lost at each step, for many steps', 0.05],
  ])('with L2: %s', (_, lambda) => {
    const examples = randomExamples(50, [30, 4], 255, 8);
    const long = { ...plan, lambda, miniBatch: 1, epochs: 20 };
    expect(distance([30, 5, 4], examples, long)).toBeLessThan(1e-5);
  });

  it('from weights that press every neuron flat', () => {
    const sizes = [20, 6, 6, 4];
    const examples = randomExamples(40, sizes, 255, 3);
    const ours = singleNetwork(sizes, 'normal', 2);
    for (const { weights } of ours.layers) weights.forEach((w, i) => (weights[i] = 50 * w));
    const theirs = cloneNetwork(ours);
    const steep = { ...plan, cost: crossEntropy };
    Array.from(kernel.epochs(ours, examples, steep, createRandom(5)));
    Array.from(epochs(theirs, examples, steep, createRandom(5)));
    expect(largest(difference(ours, theirs)) / largest(numbersOf(theirs))).toBeLessThan(1e-5);
  });
});

describe('the kernel answers as the network does', () => {
  const sizes = [40, 9, 7];
  const examples = randomExamples(500, sizes, 255, 11);
  const network = singleNetwork(sizes, 'normal', 12);

  it.each([quadratic, crossEntropy])('over many examples, $name', (cost) => {
    const ours = kernel.evaluate(network, examples, cost);
    const theirs = evaluate(network, examples, cost);
    expect(ours.confusion).toEqual(theirs.confusion);
    expect(ours.accuracy).toBe(theirs.accuracy);
    expect(ours.cost / theirs.cost).toBeCloseTo(1, 6);
  });

  it('over examples of which none has a label, or of which there are none', () => {
    const unlabelled = { ...examples, labels: new Uint8Array(500).fill(NO_LABEL) };
    const { accuracy, cost, confusion } = kernel.evaluate(network, unlabelled);
    expect(accuracy).toBe(NaN);
    expect(cost / evaluate(network, unlabelled).cost).toBeCloseTo(1, 6);
    expect(confusion).toEqual(new Uint32Array(49));

    const none = { count: 0, full: 255, inputs: new Uint8Array(0), labels: new Uint8Array(0) };
    expect(kernel.evaluate(network, none)).toEqual(evaluate(network, none));
  });

  it('over weighted sums far out on both sides', () => {
    const wide = singleNetwork([1, 4], 'normal', 1);
    wide.layers[0].weights.set([1, -1, 1000, -1000]);
    const far: Examples = {
      count: 9,
      full: 1,
      inputs: Float64Array.of(-90, -40, -17, -1, 0, 1, 17, 40, 90),
      labels: Uint8Array.of(0, 1, 2, 3, 0, 1, 2, 3, NO_LABEL),
    };
    for (const cost of [quadratic, crossEntropy]) {
      const ours = kernel.evaluate(wide, far, cost);
      const theirs = evaluate(wide, far, cost);
      expect(ours.cost / theirs.cost).toBeCloseTo(1, 6);
      expect(ours.accuracy).toBe(theirs.accuracy);
    }
  });

  it('to one input at a time, whatever holds it', () => {
    const loaded = kernel.load(network);
    for (let i = 0; i < 50; i++) {
      const x = Array.from(examples.inputs.subarray(i * 40, (i + 1) * 40), (byte) => byte / 255);
      const wanted = feedforward(network, x).activations[2];
      for (const input of [x, Float32Array.from(x), Float64Array.from(x)]) {
        const scores = loaded.scores(input);
        expect(scores).toHaveLength(7);
        scores.forEach((score, j) => expect(score).toBeCloseTo(wanted[j], 6));
      }
    }
    loaded.release();
  });

  it.each([1, 31, 32, 33, 50])(
    'to %i inputs at once, in groups and what is left of one',
    (count) => {
      const loaded = kernel.load(network);
      const inputs = examples.inputs.subarray(0, 40 * count);
      const held = kernel.hold(
        { ...examples, count, inputs, labels: examples.labels.subarray(0, count) },
        40,
      );
      const scores = loaded.scoreAll(held);
      expect(scores).toHaveLength(7 * count);
      for (let i = 0; i < count; i++) {
        const x = Array.from(inputs.subarray(i * 40, (i + 1) * 40), (byte) => byte / 255);
        const wanted = feedforward(network, x).activations[2];
        wanted.forEach((score, j) => expect(scores[7 * i + j]).toBeCloseTo(score, 6));
      }
      // The next call takes its room, and leaves what the last one gave alone.
      const before = scores.slice();
      loaded.scoreAll(held);
      expect(scores).toEqual(before);
      held.release();
      loaded.release();
    },
  );

  it('with a sigmoid that is right to 7 digits from -40 to beyond, and never 0, 1 plus or NaN', () => {
    const single = singleNetwork([1, 1], 'normal', 1);
    single.layers[0].weights.set([1]);
    single.layers[0].biases.set([0]);
    const loaded = kernel.load(single);
    for (let z = -40; z < 40; z += 0.0137) {
      const [score] = loaded.scores([z]);
      const x = Math.fround(z);
      expect(Math.abs(score * (1 + Math.exp(-x)) - 1)).toBeLessThan(4e-7);
    }
    for (const z of [-1e30, -100, -41]) expect(loaded.scores([z])[0]).toBeCloseTo(4.2e-18, 19);
    for (const z of [41, 100, 1e30]) expect(loaded.scores([z])[0]).toBe(1);
    loaded.release();
  });
});

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { KernelMemoryError } from '../../src/kernel/errors.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { isSupported } from '../../src/kernel/support.ts';
import { crossEntropy, quadratic } from '../../src/network/cost.ts';
import { ShapeError, ValueError } from '../../src/network/errors.ts';
import { type Network, cloneNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import * as sgd from '../../src/network/sgd.ts';
import type { Examples } from '../../src/network/examples.ts';
import { type Descent } from '../../src/network/sgd.ts';
import { randomExamples, singleNetwork, testKernel } from './kernel.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await testKernel();
});

const SIZES = [6, 5, 4];
const examples = randomExamples(23, SIZES, 255, 1);
const plan: sgd.Plan = { cost: quadratic, eta: 0.5, miniBatch: 4, lambda: 0.1, epochs: 2 };
const start = (): Network => singleNetwork(SIZES, 'scaled', 9);

/** What `work` throws. */
function thrown(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('Nothing was thrown.');
}

const short = { ...examples, inputs: examples.inputs.subarray(1) };
const few = { ...examples, labels: examples.labels.subarray(1) };
const odd = { ...examples, labels: new Uint8Array(23).fill(4) };

describe('kernel and network refuse alike', () => {
  it.each<[string, Examples, Partial<Descent>]>([
    ['a pixel too few', short, {}],
    ['a label too few', few, {}],
    ['a label for no output', odd, {}],
    ['eta 0', examples, { eta: 0 }],
    ['eta NaN', examples, { eta: NaN }],
    ['eta Infinity', examples, { eta: Infinity }],
    ['lambda -1', examples, { lambda: -1 }],
    ['mini-batches of 0', examples, { miniBatch: 0 }],
    ['mini-batches of 1.5', examples, { miniBatch: 1.5 }],
  ])('%s', (_, on, change) => {
    const [ours, theirs] = [start(), start()];
    const random = createRandom(1);
    const ourRun = kernel.epochs(ours, on, { ...plan, ...change }, random);
    const theirRun = sgd.epochs(theirs, on, { ...plan, ...change }, createRandom(1));
    expect(thrown(() => ourRun.next())).toEqual(thrown(() => theirRun.next()));
    expect(ours).toEqual(start());
    expect(random.uniform()).toBe(createRandom(1).uniform());
  });

  it.each<[string, Examples, number[]]>([
    ['an example that is not there', examples, [23]],
    ['an example before the first', examples, [0, -1]],
    ['an example that is no number', examples, [NaN]],
    ['no examples', examples, []],
    ['a pixel too few', short, [0]],
  ])('to step on %s', (_, on, batch) => {
    const [ours, theirs] = [start(), start()];
    const error = thrown(() => kernel.updateMiniBatch(ours, on, batch, plan));
    expect(error).toEqual(thrown(() => sgd.updateMiniBatch(theirs, on, batch, plan)));
    expect(ours).toEqual(start());
  });

  it.each([short, few, odd])('to evaluate on what does not fit', (on) => {
    const error = thrown(() => kernel.evaluate(start(), on));
    expect(error).toEqual(thrown(() => sgd.evaluate(start(), on)));
  });
});

describe('the kernel refuses', () => {
  it('held examples of another width, and more of another kind', () => {
    const held = kernel.hold(examples, 6);
    const wide = singleNetwork([7, 4], 'scaled', 1);
    expect(() => kernel.evaluate(wide, held)).toThrow(/7 inputs need 161 numbers.*got 138/);
    expect(() => held.add(short)).toThrow(ShapeError);
    expect(() => held.add({ ...examples, full: 15 })).toThrow(
      /hold bytes up to 255; got bytes up to 15/,
    );
    const floats = { ...examples, full: 1, inputs: Float32Array.from(examples.inputs) };
    expect(() => held.add(floats)).toThrow(/hold bytes up to 255; got floats/);
    expect(held.count).toBe(23);
    held.release();
  });

  it.each([NaN, Infinity, -Infinity, 1e39])('%f for an input, a weight or a bias', (number) => {
    const inputs = Float64Array.from(examples.inputs);
    inputs[77] = number;
    expect(() => kernel.hold({ ...examples, full: 1, inputs }, 6)).toThrow(ValueError);
    const weights = start();
    weights.layers[1].weights[3] = number;
    expect(() => kernel.load(weights)).toThrow(/Layer 1 must hold finite numbers/);
    const biases = start();
    biases.layers[0].biases[0] = number;
    expect(() => kernel.evaluate(biases, examples)).toThrow(ValueError);
    const loaded = kernel.load(start());
    expect(() => loaded.scores([0, 0, 0, number, 0, 0])).toThrow(/Input 3 must be a finite number/);
    expect(() => loaded.readFrom(weights)).toThrow(ValueError);
    const same = start();
    loaded.writeTo(same);
    expect(same).toEqual(start());
    loaded.release();
  });

  it.each([0, NaN, Infinity])('%f for full ink', (full) => {
    expect(() => kernel.hold({ ...examples, full }, 6)).toThrow(ValueError);
  });

  it('a network of other sizes, and an input of another length', () => {
    const loaded = kernel.load(start());
    const other = singleNetwork([6, 4], 'scaled', 1);
    expect(() => loaded.readFrom(other)).toThrow(/holds a network 6-5-4; got 6-4/);
    expect(() => loaded.writeTo(other)).toThrow(ShapeError);
    expect(() => loaded.scores([1, 2])).toThrow(/takes 6 numbers; got 2/);
    loaded.release();
  });

  it('what was released, and what another kernel holds', async () => {
    const other = await testKernel();
    const held = other.hold(examples, 6);
    expect(() => kernel.evaluate(start(), held)).toThrow(/another kernel/);
    held.release();
    held.release();
    expect(() => other.evaluate(start(), held)).toThrow(/examples were released/);
    const loaded = other.load(start());
    loaded.release();
    loaded.release();
    expect(() => loaded.settle()).toThrow(/network was released/);
  });

  it('steps beyond single precision, and leaves the network as the last good epoch left it', () => {
    const network = start();
    const far = kernel.epochs(network, examples, { ...plan, eta: 1e31 }, createRandom(1));
    expect(() => far.next()).toThrow(/eta 1e\+31 with lambda 0.1/);
    expect(network).toEqual(start());

    // Perceptrons that never get it right: each mistake adds a step of eta x to their weights.
    const perceptrons = singleNetwork([6, 4], 'scaled', 1);
    const inputs = Float64Array.from(examples.inputs, (x) => 1e4 * x);
    const steep = { ...plan, cost: crossEntropy, eta: 1e30, lambda: 0, epochs: 5000 };
    const bright = { ...examples, full: 1, inputs };
    const run = kernel.epochs(perceptrons, bright, steep, createRandom(1));
    let epoch = 0;
    let last = perceptrons;
    const trainOn = (): void => {
      for (epoch of run) last = cloneNetwork(perceptrons);
    };
    expect(trainOn).toThrow(/grown beyond single precision/);
    expect(epoch).toBeGreaterThan(0);
    expect(perceptrons).toEqual(last);
    expect(perceptrons.layers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
  });
});

describe('memory', () => {
  it('is refused in words where there is not enough, and all goes on', () => {
    const huge = { sizes: [65536, 16384, 1], layers: [] };
    expect(() => kernel.load(huge)).toThrow(KernelMemoryError);
    expect(() => kernel.load(huge)).toThrow(/no room for another \d+ million bytes/);
    const network = start();
    expect([...kernel.epochs(network, examples, plan, createRandom(1))]).toEqual([1, 2]);
  });

  it('is given back by all that is released, run to the end, left early or refused', async () => {
    const fresh = await testKernel();
    const many = randomExamples(500, [784, 10], 255, 3);
    const network = singleNetwork([784, 100, 10], 'scaled', 1);
    const round = (): void => {
      const held = fresh.hold(many, 784);
      held.add(many);
      held.release();
      const loaded = fresh.load(network);
      loaded.release();
      fresh.epochs(network, many, { ...plan, miniBatch: 200, epochs: 1 }, createRandom(1)).next();
      for (const _ of fresh.epochs(network, many, plan, createRandom(1))) break;
      expect(() => fresh.evaluate(network, odd)).toThrow(ShapeError);
      const wrong = { ...many, labels: new Uint8Array(500).fill(10) };
      expect(() => fresh.evaluate(network, wrong)).toThrow(ShapeError);
    };
    for (let i = 0; i < 3; i++) round();
    const before = fresh.memoryBytes;
    for (let i = 0; i < 10; i++) round();
    expect(fresh.memoryBytes).toBe(before);
  });
});

describe('isSupported', () => {
  it('says yes where there are vectors, no where there is no WebAssembly or none with them', () => {
    expect(isSupported()).toBe(true);
    vi.stubGlobal('WebAssembly', undefined);
    expect(isSupported()).toBe(false);
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(isSupported()).toBe(false);
    vi.unstubAllGlobals();
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { readKernel } from '../../src/commands/kernel-file.ts';
import type { HeldExamples } from '../../src/kernel/held-examples.ts';
import { type Kernel, startKernel } from '../../src/kernel/kernel.ts';
import { crossEntropy } from '../../src/network/cost.ts';
import { type Network, cloneNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import type { Examples } from '../../src/network/examples.ts';
import { type Plan, updateMiniBatch } from '../../src/network/sgd.ts';
import { difference, largest, randomExamples, singleNetwork, testKernel } from './kernel.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await testKernel();
});

const SIZES = [50, 12, 5];
const examples = randomExamples(103, SIZES, 255, 2);
const plan: Plan = { cost: crossEntropy, eta: 0.5, miniBatch: 10, lambda: 3, epochs: 4 };
const start = (): Network => singleNetwork(SIZES, 'scaled', 1);

function train(on: Examples | HeldExamples, network = start(), how: Partial<Plan> = {}): Network {
  Array.from(kernel.epochs(network, on, { ...plan, ...how }, createRandom(7)));
  return network;
}

describe('to the last bit, training is the same', () => {
  it('twice, and in a kernel that has done other things', async () => {
    const once = train(examples);
    expect(train(examples)).toEqual(once);
    const other = await testKernel();
    const fresh = start();
    Array.from(other.epochs(fresh, examples, plan, createRandom(7)));
    expect(fresh).toEqual(once);
    expect(train(examples, start(), { eta: 0.6 })).not.toEqual(once);
  });

  it('on examples held as one and on those added in parts, some to many at a time', () => {
    const part = (from: number, to: number): Examples => ({
      count: to - from,
      full: 255,
      inputs: examples.inputs.subarray(from * 50, to * 50),
      labels: examples.labels.subarray(from, to),
    });
    const held = kernel.hold(part(0, 0), 50);
    for (const [from, to] of [
      [0, 1],
      [1, 60],
      [60, 60],
      [60, 103],
    ]) {
      held.add(part(from, to));
      expect(held.count).toBe(to);
    }
    expect(held.labels).toEqual(examples.labels);
    expect(train(held)).toEqual(train(examples));
    held.release();
  });

  it('when looked at on the way, stopped and gone on, or taken out and back in after an epoch', () => {
    const whole = train(examples);
    const held = kernel.hold(examples, 50);
    const random = createRandom(7);
    const order = Uint32Array.from({ length: 103 }, (_, i) => i);
    const seen = start();
    let loaded = kernel.load(start());
    for (let epoch = 0; epoch < 4; epoch++) {
      random.shuffle(order);
      loaded.descend(held, order.subarray(0, 40), plan);
      loaded.writeTo(seen);
      loaded.evaluate(held);
      loaded.scores(new Float32Array(50).fill(0.5));
      loaded.descend(held, order.subarray(40), plan);
      loaded.settle();
      loaded.writeTo(seen);
      loaded.release();
      loaded = kernel.load(seen);
    }
    expect(seen).toEqual(whole);
    loaded.release();
    held.release();
  });
});

describe('epochs', () => {
  it('shuffles, cuts and counts as the network does', () => {
    const byHand = start();
    const random = createRandom(7);
    const order = Array.from({ length: 103 }, (_, i) => i);
    for (let epoch = 0; epoch < 4; epoch++) {
      random.shuffle(order);
      for (let first = 0; first < 103; first += 10) {
        updateMiniBatch(byHand, examples, order.slice(first, first + 10), plan, 103);
      }
    }
    expect(largest(difference(train(examples), byHand))).toBeLessThan(2e-6);
  });

  it('counts from 1, can be left between two, and goes on from what the network then is', () => {
    const network = start();
    const run = kernel.epochs(network, examples, plan, createRandom(7));
    expect(run.next().value).toBe(1);
    expect(network).toEqual(train(examples, start(), { epochs: 1 }));
    const again = cloneNetwork(network);
    expect([...run]).toEqual([2, 3, 4]);

    const reset = kernel.epochs(network, examples, { ...plan, epochs: 2 }, createRandom(7));
    reset.next();
    network.layers.forEach(({ weights, biases }, l) => {
      weights.set(again.layers[l].weights);
      biases.set(again.layers[l].biases);
    });
    reset.next();
    expect(network).toEqual(train(examples, start(), { epochs: 2 }));
  });

  it('does nothing in no epochs, and nothing on no examples', () => {
    expect(train(examples, start(), { epochs: 0 })).toEqual(start());
    const none = { count: 0, full: 255, inputs: new Uint8Array(0), labels: new Uint8Array(0) };
    expect(train(none)).toEqual(start());
  });
});

it('is a program that calls nothing outside itself', async () => {
  const module = await WebAssembly.compile(readKernel());
  expect(WebAssembly.Module.imports(module)).toEqual([]);
  await expect(startKernel(new Uint8Array(8))).rejects.toThrow(WebAssembly.CompileError);
});

import { expect, it } from 'vitest';
import { PIXELS } from '../../src/digits/mnist.ts';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { type Kernel, startKernel } from '../../src/kernel/kernel.ts';
import { KernelMemoryError } from '../../src/kernel/errors.ts';
import type { HeldExamples } from '../../src/kernel/held-examples.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { createKernelEngine } from '../../src/training/kernel-engine.ts';
import { allDigits } from './small-digits.ts';

/** A kernel whose memory is full for one call: the one that comes after `room` others. It counts what it holds. */
function crowded(kernel: Kernel, room: number) {
  const held = new Set<HeldExamples>();
  let left = room;
  const hold: Kernel['hold'] = (examples, nIn) => {
    if (left-- === 0) throw new KernelMemoryError('The kernel has no room for more digits.');
    const one = kernel.hold(examples, nIn);
    held.add(one);
    const release = one.release.bind(one);
    one.release = () => {
      held.delete(one);
      release();
    };
    return one;
  };
  return { held, kernel: { load: kernel.load.bind(kernel), hold } as unknown as Kernel };
}

/** Two portions and a half of digits. */
const digits = (() => {
  const { inputs, labels, full, count } = allDigits();
  const many = 2500;
  return {
    ...{ count: many, full },
    inputs: Uint8Array.from({ length: many * PIXELS }, (_, i) => inputs[i % (count * PIXELS)]),
    labels: Uint8Array.from({ length: many }, (_, i) => labels[i % count]),
  };
})();

it.each([
  ['train', 0],
  ['train', 2],
  ['train', 3],
  ['test', 0],
  ['test', 2],
] as const)(
  'adds the digits of %s once, though memory ran out after %i portions',
  async (set, room) => {
    const { kernel, held } = crowded(await startKernel(readKernel()), room);
    const engine = createKernelEngine(kernel);
    expect(() => engine.add(set, digits)).toThrow(KernelMemoryError);
    expect(held.size).toBe(0);
    expect(engine.count(set)).toBe(0);
    engine.add(set, digits);
    expect(engine.count(set)).toBe(2500);
    const trainer = engine.open(createNetwork([784, 3, 10], 'scaled', createRandom(1)));
    expect(trainer.portions(set === 'test' ? 'test' : 'seen')).toBe(3);
    trainer.close();
  },
  60_000,
);

import type { HeldExamples } from '../kernel/held-examples.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { PIXELS } from '../digits/mnist.ts';
import { emptyNetwork } from '../network/network.ts';
import { type DigitSet, type Engine, type TestSet, cut, cutSeen } from './engine.ts';

/** The fast engine: src/kernel, in single precision. */
export function createKernelEngine(kernel: Kernel): Engine {
  const tested: Record<TestSet, HeldExamples[]> = { test: [], seen: [] };
  const hold = (digits: DigitSet): HeldExamples => kernel.hold(digits, PIXELS);
  /** All of them, or none: where memory runs out on the way, those that were held already are given back. */
  const holdAll = (portions: readonly DigitSet[]): HeldExamples[] => {
    const held: HeldExamples[] = [];
    try {
      for (const portion of portions) held.push(hold(portion));
    } catch (error) {
      for (const portion of held) portion.release();
      throw error;
    }
    return held;
  };
  let train: HeldExamples | undefined;
  const count = (set: 'train' | 'test'): number =>
    set === 'train'
      ? (train?.count ?? 0)
      : tested.test.reduce((sum, portion) => sum + portion.count, 0);

  return {
    name: 'kernel',
    count,
    add(set, digits) {
      if (set === 'test') {
        tested.test.push(...holdAll(cut(digits)));
        return;
      }
      const seen = holdAll(cutSeen(digits, count('train')));
      try {
        if (train) train.add(digits);
        else train = hold(digits);
      } catch (error) {
        for (const portion of seen) portion.release();
        throw error;
      }
      tested.seen.push(...seen);
    },
    open(network) {
      const loaded = kernel.load(network);
      return {
        descend(order, descent, n) {
          if (train) loaded.descend(train, order, descent, n);
        },
        settle() {
          loaded.settle();
          const copy = emptyNetwork(loaded.sizes);
          loaded.writeTo(copy);
          return copy;
        },
        portions: (set) => tested[set].length,
        test(set, portion, cost) {
          const digits = tested[set][portion];
          return { ...loaded.evaluate(digits, cost), count: digits.count };
        },
        close: () => loaded.release(),
      };
    },
  };
}

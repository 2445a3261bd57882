import type { Digits } from '../../digits/mnist.ts';
import { PIXELS } from '../../digits/mnist.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { quadratic } from '../../network/cost.ts';
import { createActive, createPass, findActive, forwardInto } from '../../network/feedforward.ts';
import { createNetwork, type Network } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import { createLearner, type Descent } from '../../network/sgd.ts';
import type { Task } from './measure.ts';

/** Nielsen's first network: mini-batches of ten, eta 3, no L2. */
export const DESCENT: Descent = { cost: quadratic, eta: 3, miniBatch: 10, lambda: 0 };

/** Something that trains networks on digits and runs them forward. */
export interface Implementation {
  readonly name: string;
  /** How many digits a run of `train` learns from, each once. */
  readonly digits: number;
  /** A network of these sizes with random weights; each run trains it further, in a new order. */
  readonly train: (sizes: readonly number[]) => Task;
  /** How many pictures a run of `read` reads. */
  readonly pictures: number;
  /** A network of these sizes; each run shows it the pictures one by one, and has the scores of each. */
  readonly read: (sizes: readonly number[]) => Task;
}

const start = (sizes: readonly number[]): Network =>
  createNetwork(sizes, 'scaled', createRandom(1));

/** The first pictures of the digits, 784 numbers each from 0 to 1. */
export function pictures({ inputs, full }: Digits, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, i) =>
    Float32Array.from(inputs.subarray(i * PIXELS, (i + 1) * PIXELS), (ink) => ink / full),
  );
}

/** A new order of all digits at each call. */
function createShuffle(count: number): () => Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = createRandom(2);
  return () => {
    random.shuffle(order);
    return order;
  };
}

/** src/network, in room that is there already, as training and evaluation use it. */
export function networkImplementation(digits: Digits, count: number): Implementation {
  const shown = pictures(digits, count);
  return {
    name: 'network',
    digits: digits.count,
    pictures: count,
    train(sizes) {
      const learner = createLearner(start(sizes), digits);
      const shuffle = createShuffle(digits.count);
      return { run: () => learner.descend(shuffle(), DESCENT) };
    },
    read(sizes) {
      const network = start(sizes);
      const pass = createPass(network);
      const active = createActive(network);
      return {
        run() {
          for (const x of shown) {
            findActive(x, 0, PIXELS, 1, active);
            forwardInto(network, pass, active);
          }
        },
      };
    },
  };
}

/** src/kernel, with digits and network in its memory. */
export function kernelImplementation(
  kernel: Kernel,
  digits: Digits,
  count: number,
): Implementation {
  const shown = pictures(digits, count);
  const held = kernel.hold(digits, PIXELS);
  return {
    name: 'kernel',
    digits: digits.count,
    pictures: count,
    train(sizes) {
      const network = kernel.load(start(sizes));
      const shuffle = createShuffle(digits.count);
      return { run: () => network.descend(held, shuffle(), DESCENT) };
    },
    read(sizes) {
      const network = kernel.load(start(sizes));
      return {
        run() {
          for (const x of shown) network.scores(x);
        },
      };
    },
  };
}

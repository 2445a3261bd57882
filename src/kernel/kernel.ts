import { type Cost, quadratic } from '../network/cost.ts';
import type { Network } from '../network/network.ts';
import type { Random } from '../network/random.ts';
import type { Examples } from '../network/examples.ts';
import type { Descent, Evaluation, Plan } from '../network/sgd.ts';
import { HeldExamples } from './held-examples.ts';
import { LoadedNetwork } from './loaded-network.ts';
import { Program } from './program.ts';

/**
 * Starts a kernel.
 * @param bytes the file at KERNEL_URL
 * @throws WebAssembly.CompileError where the engine lacks vectors (see isSupported) or the page's policy forbids WebAssembly
 */
export async function startKernel(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Kernel> {
  return new Kernel(await WebAssembly.compile(bytes));
}

/**
 * The fast trainer: what network/sgd does, in single precision and with vectors, many times as fast. `updateMiniBatch`, `epochs` and
 * `evaluate` are called as network/sgd's are: the same mini-batches from the same seed, the same errors. Examples that are used
 * more than once are better held first.
 */
export class Kernel {
  readonly #program: Program;

  constructor(module: WebAssembly.Module) {
    this.#program = new Program(module);
  }

  /** The size of the kernel's memory: it grows with what it must hold at the same time, and never shrinks. */
  get memoryBytes(): number {
    return this.#program.run.memory.buffer.byteLength;
  }

  /**
   * Puts examples into the kernel's memory, to train and test on again and again.
   * @param nIn numbers an example
   * @throws ShapeError or ValueError for what does not fit, KernelMemoryError where there is no room
   */
  hold(examples: Examples, nIn: number): HeldExamples {
    return new HeldExamples(this.#program, examples, nIn);
  }

  /**
   * Puts a copy of a network into the kernel's memory.
   * @throws ValueError for numbers that single precision does not hold, KernelMemoryError where there is no room
   */
  load(network: Network): LoadedNetwork {
    return new LoadedNetwork(this.#program, network);
  }

  /** As in network/sgd: one step on the examples that `batch` names. Mutates the network. */
  updateMiniBatch(
    network: Network,
    examples: Examples | HeldExamples,
    batch: ArrayLike<number>,
    descent: Descent,
    n = batch.length,
  ): void {
    const { held, loaded, release } = this.#open(network, examples);
    try {
      loaded.descend(held, batch, { ...descent, miniBatch: batch.length }, n);
      loaded.writeTo(network);
    } finally {
      release();
    }
  }

  /**
   * As in network/sgd: trains the network, an epoch a step, and yields the number of the epoch just finished, from 1. Mutates the
   * network. Leave it before its last epoch by `return()`, or by a `break` out of `for … of`, so that it gives its memory back.
   * @throws ValueError also when training goes beyond single precision; the network is then as the epoch before left it
   */
  *epochs(
    network: Network,
    examples: Examples | HeldExamples,
    plan: Plan,
    random: Random,
  ): Generator<number, void> {
    const { held, loaded, release } = this.#open(network, examples);
    try {
      loaded.descend(held, [], plan); // refuses what it would refuse later, before random has moved
      const order = Uint32Array.from({ length: held.count }, (_, i) => i);
      for (let epoch = 1; epoch <= plan.epochs; epoch++) {
        random.shuffle(order);
        loaded.readFrom(network);
        loaded.descend(held, order, plan);
        loaded.settle();
        loaded.writeTo(network);
        if (epoch === plan.epochs) release(); // not everyone comes back after the last
        yield epoch;
      }
    } finally {
      release();
    }
  }

  /** As in network/sgd: runs the network over all examples and counts. Leaves it alone. */
  evaluate(
    network: Network,
    examples: Examples | HeldExamples,
    cost: Cost = quadratic,
  ): Evaluation {
    const { held, loaded, release } = this.#open(network, examples);
    try {
      return loaded.evaluate(held, cost);
    } finally {
      release();
    }
  }

  /** Both in the kernel's memory, and a way to give back what was not there before. */
  #open(
    network: Network,
    examples: Examples | HeldExamples,
  ): { held: HeldExamples; loaded: LoadedNetwork; release: () => void } {
    const held =
      examples instanceof HeldExamples ? examples : this.hold(examples, network.sizes[0]);
    const releaseExamples = (): void => {
      if (held !== examples) held.release();
    };
    try {
      const loaded = this.load(network);
      return {
        held,
        loaded,
        release: () => {
          loaded.release();
          releaseExamples();
        },
      };
    } catch (error) {
      releaseExamples();
      throw error;
    }
  }
}

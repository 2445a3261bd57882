import { type Cost, quadratic } from '../network/cost.ts';
import { ShapeError, ValueError } from '../network/errors.ts';
import type { Network } from '../network/network.ts';
import { checkBatch, checkTotal } from '../network/examples.ts';
import { type Descent, type Evaluation, checkDescent } from '../network/sgd.ts';
import type { HeldExamples } from './held-examples.ts';
import {
  checkNumbers,
  checkSizes,
  checkSound,
  createNetwork,
  writeIn,
  writeOut,
} from './parameters.ts';
import type { Address, Program } from './program.ts';

/** Single precision ends at some 3.4e38; training that starts beyond this would soon be there. */
const LARGEST = 1e30;

/**
 * A network in the kernel's memory, in single precision: a copy, which leaves the network it came from alone until `writeTo`.
 * Kernel.load makes it.
 */
export class LoadedNetwork {
  readonly sizes: readonly number[];
  readonly #program: Program;
  readonly #address: Address;
  #released = false;

  constructor(program: Program, network: Network) {
    checkNumbers(network);
    this.sizes = [...network.sizes];
    this.#program = program;
    this.#address = createNetwork(program, this.sizes);
    writeIn(program, this.#address, network);
  }

  /**
   * Takes over the weights and biases of a network of the same sizes.
   * @throws ShapeError for other sizes, ValueError for NaN, Infinity or what is beyond single precision; it then takes nothing
   */
  readFrom(network: Network): void {
    const address = this.#alive();
    checkSizes(network, this.sizes);
    checkNumbers(network);
    this.settle();
    writeIn(this.#program, address, network);
  }

  /**
   * Writes its weights and biases into a network of the same sizes. Looking changes nothing here.
   * @throws ShapeError for other sizes, ValueError when training has gone beyond single precision; the network is then as it was
   */
  writeTo(network: Network): void {
    const address = this.#alive();
    checkSizes(network, this.sizes);
    checkSound(this.#program, address);
    writeOut(this.#program, address, network);
  }

  /**
   * Descends on the examples that `order` names, mini-batch by mini-batch: what network/sgd does with them, in single precision. A
   * last short mini-batch is used too.
   * @param n how many training examples there are in all, for L2
   * @throws ShapeError, ValueError or KernelMemoryError before anything has changed
   */
  descend(
    examples: HeldExamples,
    order: ArrayLike<number>,
    descent: Descent,
    n = examples.count,
  ): void {
    const address = this.#fit(examples);
    checkDescent(descent);
    checkBatch(order, examples.count);
    if (order.length === 0) return;
    checkTotal(n);
    const { cost, eta, miniBatch, lambda } = descent;
    const keep = 1 - (eta * lambda) / n;
    if (!(eta <= LARGEST && Math.abs(keep) <= LARGEST)) {
      throw new ValueError(`eta ${eta} with lambda ${lambda} goes beyond single precision.`);
    }
    const { run } = this.#program;
    const most = Math.min(miniBatch, order.length);
    this.#program.attempt('a mini-batch so large', () => run.makeRoom(address, most));
    run.train(
      address,
      examples.address,
      this.#program.order(order),
      order.length,
      most,
      eta,
      keep,
      cost.name === 'cross-entropy',
    );
  }

  /**
   * L2 is kept as a factor beside the first layer's weights; this multiplies it into them. What `writeTo` then writes, `readFrom`
   * takes back to the last bit. Ends an epoch.
   */
  settle(): void {
    this.#program.run.settle(this.#alive());
  }

  /** Runs over all examples and counts, as network/sgd's evaluate does. @throws ShapeError when they do not fit */
  evaluate(examples: HeldExamples, cost: Cost = quadratic): Evaluation {
    const address = this.#fit(examples);
    const { count } = examples;
    const nOut = this.sizes[this.sizes.length - 1];
    const { run } = this.#program;
    const counts = this.#program.reserve(4 * nOut * nOut);
    const total = run.evaluate(
      address,
      examples.address,
      this.#program.order(inTurn(count)),
      count,
      cost.name === 'cross-entropy',
      counts,
    );
    const confusion = this.#program.words(counts, nOut * nOut).slice();
    run.release(counts);
    let right = 0;
    for (let j = 0; j < nOut; j++) right += confusion[j * nOut + j];
    const labelled = confusion.reduce((sum, n) => sum + n, 0);
    return { accuracy: right / labelled, cost: total / count, confusion };
  }

  /**
   * The scores of one input, 0 to 1, one for each output.
   * @param x as many finite numbers as there are inputs; pixels run from 0 (background) to 1 (ink)
   * @throws ShapeError for a wrong length, ValueError for NaN, Infinity or what is beyond single precision
   */
  scores(x: ArrayLike<number>): Float32Array {
    const address = this.#alive();
    const [nIn] = this.sizes;
    if (x.length !== nIn) {
      throw new ShapeError(`This network takes ${nIn} numbers; got ${x.length}.`);
    }
    const { run } = this.#program;
    this.#program.floats(run.inputOf(address), nIn).set(x);
    const scores = run.score(address);
    if (scores === 0) {
      const k = Array.from(x).findIndex((value) => !Number.isFinite(Math.fround(value)));
      throw new ValueError(`Input ${k} must be a finite number; got ${x[k]}.`);
    }
    return this.#program.floats(scores, this.sizes[this.sizes.length - 1]).slice();
  }

  /**
   * The scores of all examples: (count, nOut) row-major, 0 to 1 each, in single precision.
   * @throws ShapeError when they do not fit, KernelMemoryError where there is no room
   */
  scoreAll(examples: HeldExamples): Float32Array<ArrayBuffer> {
    const address = this.#fit(examples);
    const { count } = examples;
    const numbers = count * this.sizes[this.sizes.length - 1];
    const { run } = this.#program;
    const order = this.#program.order(inTurn(count));
    const scores = this.#program.reserve(4 * numbers);
    run.scoreAll(address, examples.address, order, count, scores);
    const copy = this.#program.floats(scores, numbers).slice();
    run.release(scores);
    return copy;
  }

  /** Gives its memory back. It must not be used any more. */
  release(): void {
    if (this.#released) return;
    this.#program.run.releaseNetwork(this.#address);
    this.#released = true;
  }

  #alive(): Address {
    if (this.#released) throw new Error('This network was released.');
    return this.#address;
  }

  #fit(examples: HeldExamples): Address {
    if (examples.program !== this.#program) {
      throw new Error('These examples are held by another kernel.');
    }
    examples.checkFit(this.sizes);
    return this.#alive();
  }
}

/** The numbers of so many examples, one after the other. */
function inTurn(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  return order;
}

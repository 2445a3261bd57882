import { KernelMemoryError } from './errors.ts';

/** An address in the kernel's memory. */
export type Address = number;

/** What assembly/index.ts lets out. It trusts its callers: a wrong address would destroy what stands there. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): Address;
  release(address: Address): void;
  createExamples(floats: boolean, full: number): Address;
  setTable(examples: Address, table: Address): void;
  measure(examples: Address, inputs: Address, count: number, nIn: number): number;
  pack(
    examples: Address,
    inputs: Address,
    labels: Address,
    count: number,
    nIn: number,
    lists: Address,
    table: Address,
  ): void;
  bytesOf(sizes: Address, layers: number): number;
  createNetwork(sizes: Address, layers: number): Address;
  releaseNetwork(network: Address): void;
  makeRoom(network: Address, miniBatch: number): void;
  weightsOf(network: Address, l: number): Address;
  biasesOf(network: Address, l: number): Address;
  inputOf(network: Address): Address;
  scaleOf(network: Address): number;
  isSound(network: Address): number;
  settle(network: Address): void;
  train(
    network: Address,
    examples: Address,
    order: Address,
    count: number,
    miniBatch: number,
    eta: number,
    keep: number,
    crossEntropy: boolean,
  ): void;
  evaluate(
    network: Address,
    examples: Address,
    order: Address,
    count: number,
    crossEntropy: boolean,
    confusion: Address,
  ): number;
  score(network: Address): Address;
  scoreAll(
    network: Address,
    examples: Address,
    order: Address,
    count: number,
    scores: Address,
  ): void;
}

/** The most that the kernel's allocator gives in one piece: a gigabyte, less what it needs itself. */
const LARGEST = 2 * 512 * 1024 * 1024 - 1024;

/** The running kernel: its functions, and a safe way to its memory. Views hold only until memory is reserved again. */
export class Program {
  readonly run: Exports;
  #order: Address = 0;
  #orderRoom = 0;

  constructor(module: WebAssembly.Module) {
    this.run = new WebAssembly.Instance(module).exports as unknown as Exports;
  }

  /**
   * Bytes of zeros.
   * @throws KernelMemoryError when there are no more
   */
  reserve(bytes: number): Address {
    const what = `another ${Math.ceil(bytes / 1e6)} million bytes`;
    if (bytes > LARGEST) throw new KernelMemoryError(`The kernel has no room for ${what}.`);
    return this.attempt(what, () => this.run.reserve(bytes));
  }

  /** Does what may trap for want of memory, and for nothing else. @throws KernelMemoryError when it does */
  attempt<T>(what: string, work: () => T): T {
    try {
      return work();
    } catch (trap) {
      if (!(trap instanceof WebAssembly.RuntimeError)) throw trap;
      throw new KernelMemoryError(`The kernel has no room for ${what}.`, { cause: trap });
    }
  }

  /** Views of what stands at an address. */
  bytes(address: Address, count: number): Uint8Array {
    return new Uint8Array(this.run.memory.buffer, address, count);
  }

  words(address: Address, count: number): Uint32Array {
    return new Uint32Array(this.run.memory.buffer, address, count);
  }

  floats(address: Address, count: number): Float32Array {
    return new Float32Array(this.run.memory.buffer, address, count);
  }

  /** Copies a list of examples' numbers into the kernel, where it stays until the next one comes. */
  order(numbers: ArrayLike<number>): Address {
    if (numbers.length > this.#orderRoom) {
      const address = this.reserve(4 * numbers.length);
      if (this.#orderRoom > 0) this.run.release(this.#order);
      this.#order = address;
      this.#orderRoom = numbers.length;
    }
    this.words(this.#order, numbers.length).set(numbers);
    return this.#order;
  }
}

import { ValueError } from '../network/errors.ts';
import { type Examples, checkCounts } from '../network/sgd.ts';
import type { Address, Program } from './program.ts';

/** Bytes of an entry in the table of examples: see assembly/lists.ts. */
const ENTRY = 8;
/** About as many bytes of inputs are copied into the kernel at a time. */
const PORTION = 4_000_000;

/**
 * Examples in the kernel's memory, as lists of the inputs that are not 0: 27 MB for MNIST's 60,000. What they were made from is not
 * needed any more. Kernel.hold makes them.
 */
export class HeldExamples {
  readonly nIn: number;
  /** Whether the inputs came as floats; they are kept as bytes otherwise. */
  readonly floats: boolean;
  /** The kept number that stands for an input of 1; floats are divided by theirs when they come in. */
  readonly full: number;
  /** The kernel that holds them. */
  readonly program: Program;
  #labels = new Uint8Array(0);
  #table: Address = 0;
  /** Where the lists are: an address for each portion that came in. */
  #lists: Address[] = [];
  #released = false;

  constructor(program: Program, examples: Examples, nIn: number) {
    this.nIn = nIn;
    this.floats = !(examples.inputs instanceof Uint8Array);
    this.full = this.floats ? 1 : examples.full;
    this.program = program;
    this.add(examples);
  }

  get count(): number {
    return this.#labels.length;
  }

  /** labels[i] is the label of example i. */
  get labels(): Uint8Array {
    return this.#labels;
  }

  /** Where the kernel finds them. @throws Error after `release` */
  get table(): Address {
    if (this.#released) throw new Error('These examples were released.');
    return this.#table;
  }

  /**
   * Adds examples of the same kind behind those that are there, as a download brings them.
   * @throws ShapeError or ValueError for what does not fit, KernelMemoryError where there is no room for them; none is added then
   */
  add(examples: Examples): void {
    const before = this.table;
    this.#check(examples);
    const { run } = this.program;
    const lists: Address[] = [];
    let table: Address = 0;
    try {
      table = this.program.reserve(ENTRY * (this.count + examples.count));
      this.#pack(examples, table + ENTRY * this.count, lists);
    } catch (error) {
      for (const address of table === 0 ? lists : [...lists, table]) run.release(address);
      throw error;
    }
    if (before !== 0) {
      const entries = this.program.bytes(before, ENTRY * this.count);
      this.program.bytes(table, entries.length).set(entries);
      run.release(before);
    }
    this.#table = table;
    this.#lists.push(...lists);
    const labels = new Uint8Array(this.count + examples.count);
    labels.set(this.#labels);
    labels.set(examples.labels, this.count);
    this.#labels = labels;
  }

  /** Gives their memory back. They must not be used any more. */
  release(): void {
    if (this.#released) return;
    for (const address of [this.#table, ...this.#lists]) this.program.run.release(address);
    this.#released = true;
  }

  #check(examples: Examples): void {
    checkCounts(examples, this.nIn);
    const { inputs, full } = examples;
    const floats = !(inputs instanceof Uint8Array);
    if (floats !== this.floats || (!floats && full !== this.full)) {
      const kind = (bytes: boolean, most: number): string => (bytes ? `0 to ${most}` : 'floats');
      throw new ValueError(
        `These examples hold ${kind(!this.floats, this.full)}; got ${kind(!floats, full)}.`,
      );
    }
    if (floats) {
      for (let i = 0; i < inputs.length; i++) {
        if (Number.isFinite(Math.fround(inputs[i] / full))) continue;
        throw new ValueError(`Input ${i} must be a finite number; got ${inputs[i]} of ${full}.`);
      }
    } else if (!Number.isFinite(Math.fround(1 / full)) || !Number.isFinite(Math.fround(full))) {
      throw new ValueError(`What stands for an input of 1 must be above 0; got ${full}.`);
    }
  }

  /** Writes lists and their entries, portion by portion. @param lists gets the address of each portion, to be released */
  #pack({ count, inputs, labels, full }: Examples, table: Address, lists: Address[]): void {
    const { nIn, floats } = this;
    const program = this.program;
    const bytes = floats ? 4 * nIn : nIn;
    const portion = Math.max(1, Math.min(count, Math.floor(PORTION / bytes)));
    const desk = program.reserve(portion * (bytes + 1));
    const names = desk + portion * bytes;
    try {
      for (let start = 0; start < count; start += portion) {
        const size = Math.min(portion, count - start);
        const part = inputs.subarray(start * nIn, (start + size) * nIn);
        if (floats) program.floats(desk, part.length).set(part.map((x) => x / full));
        else program.bytes(desk, part.length).set(part);
        program.bytes(names, size).set(labels.subarray(start, start + size));
        const address = program.reserve(program.run.measure(desk, size, nIn, floats));
        lists.push(address);
        program.run.pack(desk, names, size, nIn, floats, address, table + ENTRY * start);
      }
    } finally {
      program.run.release(desk);
    }
  }
}

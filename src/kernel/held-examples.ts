import { ValueError } from '../network/errors.ts';
import { type Examples, checkCounts, checkLabels, NO_LABEL } from '../network/examples.ts';
import type { Address, Program } from './program.ts';

/** Bytes of an example's entry in the table: see assembly/lists.ts. */
const ENTRY = 8;
/** About as many bytes of inputs are copied into the kernel at a time. */
const PORTION = 4_000_000;

/**
 * Examples in the kernel's memory, as lists of the inputs that are not 0: 27 MB for MNIST's 60,000. What they were made from is not
 * needed any more. Kernel.hold makes them.
 */
export class HeldExamples {
  readonly nIn: number;
  /** The kernel that holds them. */
  readonly program: Program;
  readonly #floats: boolean;
  /** The kept number that stands for an input of 1. Floats are divided by theirs when they come in. */
  readonly #full: number;
  readonly #address: Address;
  #labels = new Uint8Array(0);
  #largestLabel = 0;
  #table: Address;
  /** Where the lists are: an address for each portion that came in. */
  #lists: Address[] = [];
  #released = false;

  constructor(program: Program, examples: Examples, nIn: number) {
    this.nIn = nIn;
    this.program = program;
    this.#floats = !(examples.inputs instanceof Uint8Array);
    this.#full = this.#floats ? 1 : examples.full;
    this.#check(examples);
    this.#table = program.reserve(ENTRY);
    this.#address = program.attempt('a table of examples', () =>
      program.run.createExamples(this.#floats, this.#full),
    );
    try {
      this.add(examples);
    } catch (error) {
      this.release();
      throw error;
    }
  }

  get count(): number {
    return this.#labels.length;
  }

  /** labels[i] is the label of example i. */
  get labels(): Uint8Array {
    return this.#labels;
  }

  /** Where the kernel finds them. @throws Error after `release` */
  get address(): Address {
    if (this.#released) throw new Error('These examples were released.');
    return this.#address;
  }

  /**
   * Adds examples of the same kind behind those that are there, as a download brings them.
   * @throws ShapeError or ValueError for what does not fit, KernelMemoryError where there is no room for them; none is added then
   */
  add(examples: Examples): void {
    const { address, program } = this;
    this.#check(examples);
    const count = this.count + examples.count;
    const lists: Address[] = [];
    const table = program.reserve(ENTRY * count);
    try {
      this.#pack(examples, table + ENTRY * this.count, lists);
    } catch (error) {
      for (const piece of [table, ...lists]) program.run.release(piece);
      throw error;
    }
    program.bytes(table, ENTRY * this.count).set(program.bytes(this.#table, ENTRY * this.count));
    program.run.release(this.#table);
    program.run.setTable(address, table);
    this.#table = table;
    this.#lists.push(...lists);
    const labels = new Uint8Array(count);
    labels.set(this.#labels);
    labels.set(examples.labels, this.count);
    this.#labels = labels;
    for (const label of examples.labels) {
      if (label !== NO_LABEL && label > this.#largestLabel) this.#largestLabel = label;
    }
  }

  /** @throws ShapeError when they do not fit a network of these sizes */
  checkFit(sizes: readonly number[]): void {
    const { count, labels, nIn } = this;
    checkCounts({ count, labels, inputs: { length: count * nIn } }, sizes[0]);
    const nOut = sizes[sizes.length - 1];
    if (this.#largestLabel >= nOut) checkLabels(labels, nOut);
  }

  /** Gives their memory back. They must not be used any more. */
  release(): void {
    if (this.#released) return;
    for (const piece of [this.#address, this.#table, ...this.#lists]) {
      this.program.run.release(piece);
    }
    this.#released = true;
  }

  #check(examples: Examples): void {
    checkCounts(examples, this.nIn);
    const { inputs, full } = examples;
    const floats = !(inputs instanceof Uint8Array);
    if (floats !== this.#floats || (!floats && full !== this.#full)) {
      const kind = (numbers: boolean, most: number): string =>
        numbers ? 'floats' : `bytes up to ${most}`;
      throw new ValueError(
        `These examples hold ${kind(this.#floats, this.#full)}; got ${kind(floats, full)}.`,
      );
    }
    if (floats) {
      for (let i = 0; i < inputs.length; i++) {
        if (Number.isFinite(Math.fround(inputs[i] / full))) continue;
        throw new ValueError(`Input ${i} must be a finite number; got ${inputs[i]} of ${full}.`);
      }
    } else if (!(Number.isFinite(full) && Number.isFinite(Math.fround(1 / full)))) {
      throw new ValueError(`The byte that stands for an input of 1 must be above 0; got ${full}.`);
    }
  }

  /** Writes lists and their entries, portion by portion. @param lists gets the address of each portion */
  #pack({ count, inputs, labels, full }: Examples, table: Address, lists: Address[]): void {
    const { nIn, program, address } = this;
    const { run } = program;
    const bytes = this.#floats ? 4 * nIn : nIn;
    const portion = Math.max(1, Math.min(count, Math.floor(PORTION / bytes)));
    const desk = program.reserve(portion * (bytes + 1));
    const names = desk + portion * bytes;
    try {
      for (let start = 0; start < count; start += portion) {
        const size = Math.min(portion, count - start);
        const part = inputs.subarray(start * nIn, (start + size) * nIn);
        if (this.#floats) program.floats(desk, part.length).set(part.map((x) => x / full));
        else program.bytes(desk, part.length).set(part);
        program.bytes(names, size).set(labels.subarray(start, start + size));
        const list = program.reserve(run.measure(address, desk, size, nIn));
        lists.push(list);
        run.pack(address, desk, names, size, nIn, list, table + ENTRY * start);
      }
    } finally {
      run.release(desk);
    }
  }
}

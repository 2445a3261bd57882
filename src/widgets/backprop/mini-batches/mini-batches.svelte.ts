import type { GivenDigit } from '@/digits/sheet.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { costOf } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import { aNumeral } from '@/words/digits.ts';
import { manyOf, countedInWords } from '@/words/counts.ts';
import { thousands } from '@/words/numbers.ts';
import { otherwise, whole } from '@/reader/codec.ts';

/** Where the widget begins. */
export interface Start {
  /** m, digits in a batch. */
  readonly size?: number;
  /** Which batch is looked at, from 0. */
  readonly batch?: number;
  /** Which epoch, from 1: each has an order of its own. */
  readonly epoch?: number;
}

/** Digits that MNIST gives to learn from. */
export const TRAINING_DIGITS = 60_000;
const FIRST_SIZE = 100;
const MOST_EPOCHS = 999;

/** How many steps an epoch of n digits takes: a last short batch is one too. */
export const batchesIn = (n: number, size: number): number => Math.ceil(n / size);

/** The digits of an epoch, shuffled and cut into mini-batches. What is derived are getters: the server must see what the start says. */
export class MiniBatches {
  readonly #digits: readonly GivenDigit[];
  readonly #network: () => Network;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  #size = $state(FIRST_SIZE);
  #batch = $state(0);
  /** From 1. Its number is the seed of its order, so that everybody's third epoch is the same. */
  #epoch = $state(1);
  isPlaying = $state(false);
  #shuffled: { readonly epoch: number; readonly order: Uint32Array } | null = null;
  #costs: { readonly of: Network; readonly each: Float64Array } | null = null;

  constructor(digits: readonly GivenDigit[], network: () => Network, start: Start = {}) {
    this.#digits = digits;
    this.#network = network;
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  get count(): number {
    return this.#digits.length;
  }
  get size(): number {
    return this.#size;
  }
  /** A whole number from 1 to all digits; another size begins with its first batch. */
  set size(size: number) {
    if (!Number.isFinite(size)) return;
    const whole = Math.min(this.count, Math.max(1, Math.round(size)));
    if (whole === this.#size) return;
    this.#size = whole;
    this.#batch = 0;
  }
  get epoch(): number {
    return this.#epoch;
  }
  get batches(): number {
    return batchesIn(this.count, this.#size);
  }
  get batch(): number {
    return this.#batch;
  }
  set batch(batch: number) {
    if (Number.isFinite(batch)) {
      this.#batch = Math.min(this.batches - 1, Math.max(0, Math.round(batch)));
    }
  }

  /** The digits' places in the list, in this epoch's order. */
  get order(): Uint32Array {
    const epoch = this.#epoch;
    if (this.#shuffled?.epoch !== epoch) {
      const inTurn = Uint32Array.from({ length: this.count }, (_, i) => i);
      this.#shuffled = { epoch, order: createRandom(epoch).shuffle(inTurn) };
    }
    return this.#shuffled.order;
  }
  get digits(): GivenDigit[] {
    return Array.from(this.order, (i) => this.#digits[i]);
  }
  /** Where the batch looked at begins, and where the next one would. */
  get span(): readonly [number, number] {
    const start = this.#batch * this.#size;
    return [start, Math.min(this.count, start + this.#size)];
  }
  get shown(): GivenDigit[] {
    return Array.from(this.order.subarray(...this.span), (i) => this.#digits[i]);
  }
  /** How many of each digit, 0 to 9, are in it. */
  get kinds(): number[] {
    const kinds = Array<number>(10).fill(0);
    for (const { label } of this.shown) kinds[label]++;
    return kinds;
  }

  get #cost(): Float64Array {
    const network = this.#network();
    if (this.#costs?.of !== network) {
      this.#costs = {
        of: network,
        each: Float64Array.from(this.#digits, ({ pixels, label }) =>
          costOf(scoresOf(feedforward(network, pixels)), targetsOf(label, 10)),
        ),
      };
    }
    return this.#costs.each;
  }
  /** The mean cost of the batch's digits … */
  get batchCost(): number {
    const batch = this.order.subarray(...this.span);
    return batch.reduce((sum, i) => sum + this.#cost[i], 0) / batch.length;
  }
  /** … and of all. */
  get fullCost(): number {
    return this.#cost.reduce((sum, cost) => sum + cost, 0) / this.count;
  }

  /** Another epoch: the same digits in another order. */
  shuffle(): void {
    this.#epoch = this.#epoch >= MOST_EPOCHS ? 1 : this.#epoch + 1;
    this.#batch = 0;
    this.isPlaying = false;
  }

  get words(): string {
    const { size, count, batches, kinds } = this;
    const [start, end] = this.span;
    const has = end - start;
    const short =
      has < size ? `, a short one, of the ${countedInWords(has, 'digit')} that were left` : '';
    const lacking = kinds.flatMap((n, digit) => (n === 0 ? [digit] : []));
    const most = kinds.indexOf(Math.max(...kinds));
    const least = kinds.indexOf(Math.min(...kinds));
    const content =
      has === 1
        ? `It holds ${aNumeral(most)} alone, and for one step it has the only vote.`
        : has === count
          ? 'It holds every digit, so its vote is the full gradient.'
          : lacking.length === 0
            ? `It holds every kind of digit, but not evenly: ${manyOf(kinds[most], most)} and ${manyOf(kinds[least], least)}.`
            : `It has ${manyOf(kinds[most], most)}, and ${lacking.length > 3 ? `none of ${lacking.length} other kinds` : lacking.map((digit) => manyOf(0, digit)).join(', ')}.`;
    return `Batch ${thousands(this.batch + 1)} of ${thousands(batches)}${short}. ${content}`;
  }

  get canReset(): boolean {
    return this.isPlaying || Object.keys(this.toLink()).length > 0;
  }

  reset(): void {
    const { size, batch, epoch } = this.#start;
    this.isPlaying = false;
    this.#epoch = epoch ?? 1;
    this.size = size ?? FIRST_SIZE;
    this.batch = batch ?? 0;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      m: String(this.#size),
      batch: String(this.#batch + 1),
      epoch: String(this.#epoch),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it: what is no whole number in range is left out. */
  fromLink({ m, batch, epoch }: Readonly<Record<string, string>>): void {
    const began = this.#batch;
    this.size = whole(m, 1, this.count) ?? NaN;
    this.#epoch = whole(epoch, 1, MOST_EPOCHS) ?? this.#epoch;
    // Another size goes back to its first batch: which batch was looked at then the link says, or it is the one of the beginning.
    this.batch = (whole(batch, 1, this.batches) ?? began + 1) - 1;
  }
}

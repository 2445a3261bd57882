import { slopesOf, surveyOf } from '@/descent/mean-cost.ts';
import {
  flatParameters,
  type Parameter,
  parameterAt,
  placeOf,
  valueOf,
} from '@/descent/parameters.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Gradient } from '@/network/backprop.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';

/** Lines in sight at a time: a list that scrolled by itself would not let the page scroll past it. */
export const SIGHT = 10;

/** Whose cost: the mean over the hundred digits, or that of the reader's digit or drawing. */
export type Whose = 'hundred' | 'one';
export type Order = 'size' | 'place';

export interface ColumnsScene {
  readonly network: Network;
  /** The gradient of the reader's own digit or drawing. */
  readonly one: Gradient;
}

export interface ColumnsStart {
  readonly whose?: Whose;
  readonly order?: Order;
  /** The line that the cursor stands on, from 0. */
  readonly line?: number;
}

/** One line of the columns. */
export interface Line {
  /** From 0, in the order chosen. */
  readonly line: number;
  readonly parameter: Parameter;
  readonly value: number;
  /** -dC/dw: which way the cost falls, and how steeply. */
  readonly push: number;
}

/** All parameters and the negative gradient, line by line, in the order chosen; and a cursor in them. */
export class GradientColumns {
  readonly #scene: () => ColumnsScene;
  readonly #digits: readonly GivenDigit[];
  readonly #start: Required<ColumnsStart>;
  whose = $state<Whose>('hundred');
  order = $state<Order>('size');
  #line = $state(0);

  constructor(scene: () => ColumnsScene, digits: readonly GivenDigit[], start: ColumnsStart = {}) {
    this.#scene = scene;
    this.#digits = digits;
    this.#start = { whose: 'hundred', order: 'size', line: 0, ...start };
    this.reset();
  }

  get #slopes() {
    const { network, one } = this.#scene();
    return slopesOf(this.whose === 'one' ? one : surveyOf(network, this.#digits).gradient);
  }
  readonly #values: Float64Array = $derived.by(() => flatParameters(this.#scene().network));

  /** 13,002. */
  get count(): number {
    return this.#values.length;
  }
  /** The largest size of any slope; 1 where all are 0. */
  get max(): number {
    const { row, order } = this.#slopes;
    return Math.abs(row[order[0]]) || 1;
  }
  /** How many have no slope at all. */
  get flat(): number {
    const { row, order } = this.#slopes;
    // They are the last by size: the first of them is found by halving.
    let [from, to] = [0, order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (row[order[middle]] === 0) to = middle;
      else from = middle + 1;
    }
    return order.length - from;
  }
  /** How many of the steepest carry half of the gradient's squared length. */
  get half(): number {
    const { row, order } = this.#slopes;
    let total = 0;
    for (const slope of row) total += slope * slope;
    let sum = 0;
    let count = 0;
    while (sum < total / 2 && count < order.length) {
      const slope = row[order[count++]];
      sum += slope * slope;
    }
    return count;
  }

  /** The lines from one up to but not including another, as far as there are any. */
  lines(from: number, to: number): Line[] {
    const { network } = this.#scene();
    const { row, order } = this.#slopes;
    const [first, end] = [Math.max(0, from), Math.min(to, this.count)];
    return Array.from({ length: Math.max(0, end - first) }, (_, i) => {
      const line = first + i;
      const place = this.order === 'size' ? order[line] : line;
      const parameter = parameterAt(network, place);
      return { line, parameter, value: valueOf(network, parameter), push: 0 - row[place] };
    });
  }

  get line(): number {
    return this.#line;
  }
  /** Within the columns. What is no number changes nothing. */
  set line(line: number) {
    if (Number.isFinite(line)) {
      this.#line = Math.min(this.count - 1, Math.max(0, Math.round(line)));
    }
  }
  get at(): Line {
    return this.lines(this.#line, this.#line + 1)[0];
  }

  /** Another order, or another digit: the cursor stays with its parameter. */
  sort(order: Order): void {
    const { parameter } = this.at;
    this.order = order;
    this.#find(parameter);
  }
  choose(whose: Whose): void {
    const { parameter } = this.at;
    this.whose = whose;
    if (this.order === 'size') this.#line = 0;
    else this.#find(parameter);
  }

  #find(parameter: Parameter): void {
    const place = placeOf(this.#scene().network, parameter);
    this.#line = this.order === 'place' ? place : this.#slopes.order.indexOf(place);
  }

  get canReset(): boolean {
    const { whose, order, line } = this.#start;
    return this.whose !== whose || this.order !== order || this.#line !== line;
  }

  reset(): void {
    this.whose = this.#start.whose;
    this.order = this.#start.order;
    this.#line = this.#start.line;
  }

  toLink(): Record<string, string> {
    return {
      ...(this.whose !== this.#start.whose && { of: this.whose }),
      ...(this.order !== this.#start.order && { by: this.order }),
      ...(this.#line !== this.#start.line && { line: String(this.#line) }),
    };
  }

  /** Anybody may have written it. */
  fromLink({ of, by, line }: Readonly<Record<string, string>>): void {
    this.whose = oneOf(of, ['hundred', 'one']) ?? this.whose;
    this.order = oneOf(by, ['size', 'place']) ?? this.order;
    this.line = whole(line, 0, 99_999) ?? this.line;
  }
}

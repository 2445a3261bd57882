import { costOf } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import { argmax } from '@/network/feedforward.ts';
import { placesOfSum, squaresOf } from '../squares.ts';
import { aNumeral } from '@/words/digits.ts';
import { decimal, NONE, otherwise, several, whole } from '@/reader/codec.ts';

export interface Start {
  /** Outputs moved by hand, by their digit: value 0 to 1. */
  readonly moved?: Readonly<Record<string, number>>;
  /** What is wanted instead of the digit's own label, 0 to 9. */
  readonly label?: number;
}

/** One of the ten outputs. */
export interface Row {
  readonly digit: number;
  readonly a: number;
  readonly y: number;
  /** (a - y)^2 */
  readonly square: number;
  readonly isMoved: boolean;
}

/** What the figure stands on: the network's ten outputs for the digit in force, and what it is. */
export interface Given {
  readonly outputs: ArrayLike<number>;
  readonly label: number;
}

/** Places that C is shown with. */
const PLACES = 4;
const UNMOVED: readonly (number | null)[] = Array.from({ length: 10 }, () => null);

/** Wanted against got, and what it costs; the reader may move any output and want another digit. */
export class CostOfOne {
  readonly #given: () => Given;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  /** Outputs moved by hand; null where the network's own stands. */
  moved = $state.raw<readonly (number | null)[]>(UNMOVED);
  /** What is wanted instead; null where it is what the digit is. */
  otherLabel: number | null = $state(null);

  constructor(given: () => Given, start: Start = {}) {
    this.#given = given;
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  get label(): number {
    return this.otherLabel ?? this.#given().label;
  }
  get outputs(): number[] {
    const { outputs } = this.#given();
    return this.moved.map((value, j) => value ?? outputs[j]);
  }
  get rows(): Row[] {
    const { outputs, label } = this;
    const y = targetsOf(label, outputs.length);
    const squares = squaresOf(outputs, y);
    return outputs.map((a, digit) => ({
      ...{ digit, a, y: y[digit], square: squares[digit] },
      isMoved: this.moved[digit] !== null,
    }));
  }
  /** C of this one digit. */
  get cost(): number {
    return costOf(this.outputs, targetsOf(this.label, 10));
  }
  /** C of the network's own outputs and the digit's own label. */
  get ownCost(): number {
    const { outputs, label } = this.#given();
    return costOf(outputs, targetsOf(label, 10));
  }
  get isMoved(): boolean {
    return this.moved.some((value) => value !== null);
  }
  /** Places with which the shown squares add up to the shown cost. */
  get places(): number {
    const squares = this.rows.map(({ square }) => square);
    return placesOfSum(squares, this.cost, PLACES);
  }

  /** @param value 0 to 1; what lies beyond is brought back, what is no number changes nothing */
  move(digit: number, value: number): void {
    if (!Number.isFinite(value) || !(digit in UNMOVED)) return;
    const within = Math.min(1, Math.max(0, value));
    this.moved = this.moved.map((before, j) => (j === digit ? within : before));
  }

  /** The network's own outputs again. */
  restore(): void {
    this.moved = UNMOVED;
  }

  want(label: number): void {
    this.otherLabel = label === this.#given().label ? null : label;
  }

  get words(): string {
    const { rows, label, cost } = this;
    const most = rows.reduce((one, other) => (other.square > one.square ? other : one));
    const read = argmax(this.outputs);
    const share = cost > 0 ? Math.round((100 * most.square) / (2 * cost)) : 0;
    const reads = read === label ? 'and that is what it reads' : `but it reads ${aNumeral(read)}`;
    const blame =
      cost < 0.0005
        ? 'All ten are as good as right.'
        : `${share}% of it is the square of output ${most.digit}, which says ${most.a.toFixed(2)} and should say ${most.y}.`;
    return `Wanted: ${aNumeral(label)}, ${reads}. The cost of this one digit is ${cost.toFixed(PLACES)}. ${blame}`;
  }

  get canReset(): boolean {
    const { moved = {}, label = null } = this.#start;
    return this.otherLabel !== label || this.moved.some((value, j) => value !== (moved[j] ?? null));
  }

  reset(): void {
    const { moved = {}, label = null } = this.#start;
    this.moved = UNMOVED.map((_, j) => moved[j] ?? null);
    this.otherLabel = label;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    const moved = this.moved.flatMap((value, j) =>
      value === null ? [] : [`${j}-${value.toFixed(2)}`],
    );
    return { moved: moved.join('_') || NONE, wanted: String(this.otherLabel ?? NONE) };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  fromLink({ moved = '', wanted = '' }: Readonly<Record<string, string>>): void {
    if (moved !== '') this.restore();
    for (const part of moved.split('_')) {
      const [output, score] =
        several(
          part,
          '-',
          (text) => whole(text, 0, 9),
          (text) => decimal(text, 2, 0, 1.99),
        ) ?? [];
      if (output !== undefined && score !== undefined) this.move(output, score);
    }
    const digit = whole(wanted, 0, 9);
    if (digit !== null) this.want(digit);
    if (wanted === NONE) this.otherLabel = null;
  }
}

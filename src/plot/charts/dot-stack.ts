/** Values below the axis of a curve, one dot each, as paths in the pixels of a plot. */
import { type DotColumns, dotNear, runsOf, stackDots } from './dot-columns.ts';
import type { PlotFrame } from './plot-frame.ts';

/** What is stacked. Values are known by their rank, from 0, the lowest first. */
export interface Dots {
  /** Ascending. */
  readonly values: ArrayLike<number>;
  /** What is added to all of them; 0 if left out. */
  readonly shift?: number;
  /** By rank: whether it stands before the others of its column. */
  isPicked(rank: number): boolean;
}

/** From the axis to the first row of dots: the numbers of the axis stand between; in pixels. */
const BELOW = 30;
/** How high the stack may grow, in pixels. */
export const STACK_HEIGHT = 116;
/** From dot to dot, in pixels; less on a phone, where columns would grow too tall. */
export const PITCH = 4.5;
const PHONE_PITCH = 3.4;
/** A plot narrower than this is a phone's, in pixels. */
const PHONE = 460;
/** A pile of those off the end is this many dots wide: what the margin has room for. */
const PILE = 4;

export class DotStack {
  readonly top: number;
  /** From dot to dot, in pixels. */
  readonly pitch: number;
  readonly #columns: DotColumns;
  readonly #frame: PlotFrame;
  readonly #dots: Dots;
  readonly #shift: number;

  constructor(frame: PlotFrame, dots: Dots) {
    this.#frame = frame;
    this.#dots = dots;
    this.#shift = dots.shift ?? 0;
    this.top = frame.bottom + BELOW;
    const across = frame.width < PHONE ? PHONE_PITCH : PITCH;
    const [low, high] = frame.xDomain;
    const width = (across * (high - low)) / Math.max(1, frame.right - frame.left);
    this.#columns = stackDots(dots.values, width, (rank) => dots.isPicked(rank));
    this.pitch = Math.min(across, STACK_HEIGHT / this.#columns.tallest);
  }

  /** The dots of ranks from one up to another: all those picked out, or all those not. */
  path(from: number, to: number, picked: boolean): string {
    const isWanted = (rank: number): boolean => this.#dots.isPicked(rank) === picked;
    return runsOf(this.#columns, from, to, isWanted)
      .map(({ column, slot, count }) => {
        const y = this.#y(slot);
        const length = (count - 1) * this.pitch + 0.02;
        return `M${this.#x(column).toFixed(1)} ${y.toFixed(1)}v${length.toFixed(2)}`;
      })
      .join('');
  }

  /** Where the dot of a rank stands. Off the end, it is at the end. */
  placeOf(rank: number): [x: number, y: number] {
    const value = this.#dots.values[rank] + this.#shift;
    const [low, high] = this.#frame.xDomain;
    const inside = Math.min(high, Math.max(low, value));
    if (value !== inside) return [this.#frame.x(inside), this.#y(0)];
    return [this.#x(this.#columns.column[rank]), this.#y(this.#columns.slot[rank])];
  }

  /** The rank of the dot nearest to a place. */
  rankAt(x: number, y: number): number | null {
    const value = this.#frame.xAt(x) - this.#shift;
    return dotNear(this.#columns, value, (y - this.top) / this.pitch - 0.5);
  }

  /** As many dots as there is room for, of those that lie off an end: a pile beside it. */
  pile(side: 'left' | 'right', count: number): string {
    const { left, right } = this.#frame;
    const x = side === 'left' ? left - 12 - PILE * PITCH : right + 12;
    const rows = Math.min(Math.ceil(count / PILE), Math.floor(STACK_HEIGHT / PITCH));
    return Array.from({ length: rows }, (_, row) => {
      const length = Math.min(PILE, count - row * PILE);
      return `M${x} ${this.top + (row + 0.5) * PITCH}h${(length - 1) * PITCH + 0.02}`;
    }).join('');
  }

  #x(column: number): number {
    return this.#frame.x((column + 0.5) * this.#columns.width + this.#shift);
  }
  #y(slot: number): number {
    return this.top + (slot + 0.5) * this.pitch;
  }
}

/** The digits below the axis of the sigmoid, one dot each, as paths in the pixels of a plot. */
import { type DotColumns, dotNear, runsOf, stackDots } from '@/plot/charts/dot-columns.ts';
import type { PlotFrame } from '@/plot/charts/plot-frame.ts';
import { HIGH, LOW, onAxis } from './sigmoid-marks.ts';
import type { SigmoidSlider } from './sigmoid-slider.svelte.ts';

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
  readonly #slider: SigmoidSlider;

  constructor(frame: PlotFrame, slider: SigmoidSlider) {
    this.#frame = frame;
    this.#slider = slider;
    this.top = frame.bottom + BELOW;
    const across = frame.width < PHONE ? PHONE_PITCH : PITCH;
    const width = (across * (HIGH - LOW)) / Math.max(1, frame.right - frame.left);
    this.#columns = stackDots(slider.ranking.sums, width, (rank) => slider.isPicked(rank));
    this.pitch = Math.min(across, STACK_HEIGHT / this.#columns.tallest);
  }

  /** The dots of ranks from one up to another: all those picked out, or all those not. */
  path(from: number, to: number, picked: boolean): string {
    const isWanted = (rank: number): boolean => this.#slider.isPicked(rank) === picked;
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
    const z = this.#slider.zOf(rank);
    if (z !== onAxis(z)) return [this.#frame.x(onAxis(z)), this.#y(0)];
    return [this.#x(this.#columns.column[rank]), this.#y(this.#columns.slot[rank])];
  }

  /** The rank of the dot nearest to a place. */
  rankAt(x: number, y: number): number | null {
    const value = this.#frame.xAt(x) - this.#slider.bias;
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
    return this.#frame.x((column + 0.5) * this.#columns.width + this.#slider.bias);
  }
  #y(slot: number): number {
    return this.top + (slot + 0.5) * this.pitch;
  }
}

import type { Point } from '@/descent/field.ts';
import type { Slice } from '@/descent/slice.ts';
import { createRandom } from '@/network/random.ts';
import { countedInWords } from '@/words/counts.ts';
import { decimal, otherwise, whole } from '@/reader/codec.ts';

export interface Start {
  readonly step?: number;
  readonly eta?: number;
  /** The batch size that stands out. */
  readonly size?: number;
}

/** Steps of each walk. */
export const STEPS = 40;
/**
 * The learning rates: slopes along the slice are small, and at 1,000 all four walks would leave the map. The step is of a power of ten;
 * the last one ends where the track does.
 */
export const ETAS = { min: 10, max: 300, step: Math.log10(300 / 10) / 74 };
const FIRST_ETA = 60;
const FIRST_POINT: Point = { x: 26.5, y: 36 };
const MOST_SEEDS = 99;
/** Farther out than this the numbers mean nothing any more. */
const FAR = 1e4;

/** A walk down the slice with batches of one size. */
export interface Walk {
  readonly size: number;
  readonly isAll: boolean;
  /** Where it has been, the start first. */
  readonly path: readonly Point[];
  /** The mean cost of all digits where it is now. */
  readonly cost: number;
}

/** One walk, worked out as far as anybody has asked. */
class Walker {
  readonly slice: Slice;
  readonly size: number;
  readonly eta: number;
  readonly path: Point[] = [FIRST_POINT];
  readonly #costs: number[] = [];
  readonly #order: Int32Array;
  readonly #random;
  #next: number;

  constructor(slice: Slice, size: number, eta: number, seed: number) {
    this.slice = slice;
    this.size = size;
    this.eta = eta;
    this.#random = createRandom(1000 * seed + size);
    this.#order = Int32Array.from({ length: slice.count }, (_, i) => i);
    this.#next = slice.count;
  }

  /** The next batch: a piece of the shuffled digits, which are shuffled again when they are used up. */
  #batch(): Int32Array {
    if (this.#next + this.size > this.#order.length) {
      this.#random.shuffle(this.#order);
      this.#next = 0;
    }
    const batch = this.#order.subarray(this.#next, this.#next + this.size);
    this.#next += this.size;
    return batch;
  }

  to(step: number): readonly Point[] {
    while (this.path.length <= step) {
      const { x, y } = this.path[this.path.length - 1];
      const { dx, dy } = this.slice.at(x, y, this.#batch());
      const [toX, toY] = [x - this.eta * dx, y - this.eta * dy];
      const isNear = Math.abs(toX) < FAR && Math.abs(toY) < FAR;
      this.path.push(isNear ? { x: toX, y: toY } : { x, y });
    }
    return this.path.slice(0, step + 1);
  }

  costAt(step: number): number {
    const { x, y } = this.to(step)[step];
    return (this.#costs[step] ??= this.slice.at(x, y).value);
  }
}

/** Four walks from one start, with batches of 1, 10, 100 and all digits. Getters: the server must see what the start says. */
export class WobblyDescent {
  readonly slice: Slice;
  readonly sizes: readonly number[];
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  #step = $state(0);
  #eta = $state(FIRST_ETA);
  #seed = $state(1);
  #size = $state(10);
  isPlaying = $state(false);
  #known: {
    readonly eta: number;
    readonly seed: number;
    readonly walkers: readonly Walker[];
  } | null = null;

  constructor(slice: Slice, start: Start = {}) {
    this.slice = slice;
    this.sizes = [1, 10, 100, slice.count];
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  get step(): number {
    return this.#step;
  }
  set step(step: number) {
    if (Number.isFinite(step)) this.#step = Math.min(STEPS, Math.max(0, Math.round(step)));
  }
  get eta(): number {
    return this.#eta;
  }
  set eta(eta: number) {
    if (Number.isFinite(eta)) this.#eta = Math.min(ETAS.max, Math.max(ETAS.min, eta));
  }
  /** The size that stands out. */
  get size(): number {
    return this.#size;
  }
  set size(size: number) {
    if (this.sizes.includes(size)) this.#size = size;
  }
  get seed(): number {
    return this.#seed;
  }

  get #walkers(): readonly Walker[] {
    const [eta, seed] = [this.#eta, this.#seed];
    if (this.#known?.eta !== eta || this.#known.seed !== seed) {
      const walkers = this.sizes.map((size) => new Walker(this.slice, size, eta, seed));
      this.#known = { eta, seed, walkers };
    }
    return this.#known.walkers;
  }
  get walks(): Walk[] {
    const step = this.#step;
    return this.#walkers.map((walker) => ({
      size: walker.size,
      isAll: walker.size === this.slice.count,
      path: walker.to(step),
      cost: walker.costAt(step),
    }));
  }

  /** Other batches: the same walks by other chances. */
  shuffle(): void {
    this.#seed = this.#seed >= MOST_SEEDS ? 1 : this.#seed + 1;
  }

  get words(): string {
    const { walks, step, size } = this;
    const all = this.slice.count;
    const called = (m: number): string => (m === all ? `all ${all}` : String(m));
    const now = walks.find((walk) => walk.size === size) ?? walks[0];
    const looked = step * size;
    if (step === 0)
      return `All four walks start from the same weights, at a mean cost of ${now.cost.toFixed(3)}. Which will be down first, and which will have looked at the most digits?`;
    const best = walks.reduce((a, b) => (b.cost < a.cost ? b : a));
    return `After ${countedInWords(step, 'step')}, the walk with batches of ${called(size)} has looked at ${countedInWords(looked, 'digit')} and stands at a true cost of ${now.cost.toFixed(3)}. Lowest is ${best.size === size ? 'this one' : `that with ${called(best.size)}`}${best.size === size ? '' : `, at ${best.cost.toFixed(3)}`}; the full gradient has looked at ${countedInWords(step * all, 'digit')}.`;
  }

  get canReset(): boolean {
    return this.isPlaying || Object.keys(this.toLink()).length > 0;
  }

  reset(): void {
    this.isPlaying = false;
    this.#seed = 1;
    this.step = this.#start.step ?? 0;
    this.eta = this.#start.eta ?? FIRST_ETA;
    this.size = this.#start.size ?? 10;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      step: String(this.#step),
      eta: String(this.#eta),
      m: String(this.#size),
      seed: String(this.#seed),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ step, eta, m, seed }: Readonly<Record<string, string>>): void {
    this.step = whole(step, 0, 9999) ?? NaN;
    this.eta = decimal(eta, 3, 0, 10000) ?? this.eta;
    this.size = whole(m, 0, 9999) ?? NaN;
    this.#seed = whole(seed, 1, MOST_SEEDS) ?? this.#seed;
  }
}

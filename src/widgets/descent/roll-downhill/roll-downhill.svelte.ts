import { type CurveKey, curves, valleyAt, valleysOf, type Valley } from '@/descent/curves.ts';
import { type Roll, roll, type Stop } from '@/descent/roll.ts';
import { decimal, whole } from '@/reader/codec.ts';

/** How the figure begins, and comes back to. */
export interface RollStart {
  readonly curve?: CurveKey;
  /** Where the ball is let go. */
  readonly start?: number;
  readonly eta?: number;
  /** How many steps it has taken. */
  readonly step?: number;
}

/** What a reader may expect of a descent. */
export const GUESSES = {
  settles: 'it settles',
  overshoots: 'it overshoots, then settles',
  never: 'it never settles',
} as const;
export type Guess = keyof typeof GUESSES;

/** The slider of eta goes from here … */
export const LEAST_ETA = 0.02;
/** … to here, by equal factors. */
export const MOST_ETA = 2;
/** Steps at most: enough to settle at any eta that is not tiny. */
export const STEPS = 30;

/** Where the ball is let go on each curve, unless the reader says otherwise. */
const STARTS: Readonly<Record<CurveKey, number>> = { parabola: 2.4, two: 2.9, many: -2.5 };
const VALLEYS: Readonly<Record<CurveKey, readonly Valley[]>> = {
  parabola: valleysOf(curves.parabola),
  two: valleysOf(curves.two),
  many: valleysOf(curves.many),
};
const FIRST = { curve: 'two', eta: 0.08, step: 3 } as const;

/** A ball on a curve: where it starts, how large its steps are, how many it has taken; and from that, its whole way. */
export class RollDownhill {
  /** Only read from outside: `choose` changes it. */
  curveKey = $state<CurveKey>('two');
  #start = $state(0);
  #eta = $state<number>(FIRST.eta);
  #step = $state(0);
  isPlaying = $state(false);
  guess = $state<Guess | null>(null);
  readonly #first: RollStart;

  constructor(first: RollStart = {}) {
    this.#first = first;
    this.reset();
  }

  get curve() {
    return curves[this.curveKey];
  }
  get valleys(): readonly Valley[] {
    return VALLEYS[this.curveKey];
  }

  get start(): number {
    return this.#start;
  }
  /** Within the domain, to a hundredth. What is no number changes nothing. */
  set start(w: number) {
    if (!Number.isFinite(w)) return;
    const [low, high] = this.curve.domain;
    this.#start = Math.min(high, Math.max(low, Math.round(100 * w) / 100)) + 0;
  }

  get eta(): number {
    return this.#eta;
  }
  set eta(eta: number) {
    if (Number.isFinite(eta)) this.#eta = Math.min(MOST_ETA, Math.max(LEAST_ETA, eta));
  }

  readonly roll: Roll = $derived.by(() =>
    roll(this.curve, this.valleys, this.#start, this.#eta, STEPS),
  );
  /** The valley that the ball starts in: whose limits the slider shows. */
  readonly valley: Valley = $derived.by(() => valleyAt(this.valleys, this.#start));
  readonly last: number = $derived.by(() => this.roll.stops.length - 1);

  /** How many steps it has taken, as many as there are at most. */
  get step(): number {
    return Math.min(this.#step, this.last);
  }
  set step(step: number) {
    if (Number.isFinite(step)) this.#step = Math.min(STEPS, Math.max(0, Math.round(step)));
  }
  /** Where it is. */
  get now(): Stop {
    return this.roll.stops[this.step];
  }
  /** Whether its whole way has been shown. */
  get isOver(): boolean {
    return this.step === this.last;
  }

  /** The eta above which a step overshoots the bottom of this valley, and the one above which it diverges. */
  readonly overshootsAbove: number = $derived.by(() => 1 / this.valley.curvature);
  readonly divergesAbove: number = $derived.by(() => 2 / this.valley.curvature);

  /** Another curve: the ball is let go anew. */
  choose(key: CurveKey): void {
    this.curveKey = key;
    this.start = STARTS[key];
    this.#step = 0;
    this.isPlaying = false;
    this.guess = null;
  }

  get canReset(): boolean {
    const { curve = FIRST.curve, start = STARTS[curve], eta = FIRST.eta } = this.#first;
    return (
      this.curveKey !== curve ||
      this.#start !== start ||
      this.#eta !== eta ||
      this.#step !== (this.#first.step ?? FIRST.step) ||
      this.guess !== null ||
      this.isPlaying
    );
  }

  reset(): void {
    const { curve = FIRST.curve, start, eta = FIRST.eta, step = FIRST.step } = this.#first;
    this.choose(curve);
    this.start = start ?? STARTS[curve];
    this.eta = eta;
    this.step = step;
  }

  toLink(): Record<string, string> {
    if (!this.canReset) return {};
    return {
      on: this.curveKey,
      w: this.#start.toFixed(2),
      eta: String(this.#eta),
      step: String(this.step),
    };
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ on, w, eta, step }: Readonly<Record<string, string>>): void {
    if (on === 'parabola' || on === 'two' || on === 'many') this.choose(on);
    this.start = decimal(w, 2, -10, 10) ?? this.start;
    this.eta = decimal(eta, 4, 0, 10) ?? this.eta;
    this.step = whole(step, 0, 99) ?? this.step;
  }
}

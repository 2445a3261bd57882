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
const FIRST = { curve: 'parabola', eta: 0.2, step: 0 } as const;
/** A slope and a step below this are 0.00 in print: there is nothing more to see. */
const UNSEEN = 0.005;

const hasDied = (slope: number, step: number): boolean =>
  Math.abs(slope) < UNSEEN && Math.abs(step) < UNSEEN;

/** A ball on a curve: where it starts, how large its steps are, how many it has taken; and from that, its whole way. */
export class RollDownhill {
  /** Only read from outside: `choose` changes it. */
  curveKey = $state<CurveKey>(FIRST.curve);
  #start = $state(0);
  #eta = $state<number>(FIRST.eta);
  #step = $state(0);
  isPlaying = $state(false);
  #guess = $state<Guess | null>(null);
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
    const to = Math.min(high, Math.max(low, Math.round(100 * w) / 100)) + 0;
    if (to === this.#start) return;
    this.#start = to;
    this.#guess = null;
  }

  get eta(): number {
    return this.#eta;
  }
  set eta(eta: number) {
    if (!Number.isFinite(eta)) return;
    const to = Number(Math.min(MOST_ETA, Math.max(LEAST_ETA, eta)).toPrecision(3));
    if (to === this.#eta) return;
    this.#eta = to;
    this.#guess = null;
  }

  /** What the reader said of this curve, start and eta; null while nothing, and once one of them is changed. */
  get guess(): Guess | null {
    return this.#guess;
  }
  /** Nobody guesses at what is shown already: the ball goes back to its start. */
  set guess(guess: Guess | null) {
    this.#guess = guess;
    if (guess === null) return;
    this.#step = 0;
    this.isPlaying = false;
  }

  /** Its whole way, as far as there is anything to see. */
  readonly roll: Roll = $derived.by(() => {
    const whole = roll(this.curve, this.valleys, this.#start, this.#eta, STEPS);
    const end = whole.stops.findIndex(({ slope, step }, i) => i > 0 && hasDied(slope, step));
    return end < 0 ? whole : { ...whole, stops: whole.stops.slice(0, end + 1) };
  });
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
    this.#guess = null;
  }

  get canReset(): boolean {
    const { curve = FIRST.curve, start = STARTS[curve], eta = FIRST.eta } = this.#first;
    return (
      this.curveKey !== curve ||
      this.#start !== start ||
      this.#eta !== eta ||
      this.#step !== (this.#first.step ?? FIRST.step) ||
      this.#guess !== null ||
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
      ...(this.#guess !== null && { said: this.#guess }),
    };
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ on, w, eta, step, said }: Readonly<Record<string, string>>): void {
    if (on === 'parabola' || on === 'two' || on === 'many') this.choose(on);
    this.start = decimal(w, 2, -10, 10) ?? this.start;
    this.eta = decimal(eta, 4, 0, 10) ?? this.eta;
    if (said !== undefined && Object.hasOwn(GUESSES, said)) this.guess = said as Guess;
    this.step = whole(step, 0, 99) ?? this.step;
  }
}

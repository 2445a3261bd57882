import { whole } from '@/reader/codec.ts';
import { percent } from '@/words/numbers.ts';
import {
  type Bundle,
  bundleOf,
  compareBundles,
  EPOCHS,
  nameOf,
  SEEDS,
  SETTINGS,
  WAY_INDICES,
  type WayIndex,
} from './way-stats.ts';

export interface Start {
  readonly epoch?: number;
  /** The two ways that are compared. */
  readonly one?: WayIndex;
  readonly other?: WayIndex;
  /** A seed that stands out. */
  readonly seed?: number;
}

const FIRST = { one: 0, other: 1 } as const;

/** A share of accuracy with two places, as the noise needs them. */
export const share = (accuracy: number): string => percent(accuracy, 2);

/** Four ways to begin, five seeds each; two of them are compared after an epoch. */
export class WaysToStart {
  readonly #start: Start;
  #epoch = $state<number>(EPOCHS);
  #one = $state<WayIndex>(FIRST.one);
  #other = $state<WayIndex>(FIRST.other);
  /** The seed that stands out; null while none does. */
  #seed = $state<number | null>(null);

  constructor(start: Start = {}) {
    this.#start = start;
    this.reset();
  }

  /** From 1: before the first all of them guess. */
  get epoch(): number {
    return this.#epoch;
  }
  set epoch(epoch: number) {
    if (Number.isFinite(epoch)) this.#epoch = Math.min(EPOCHS, Math.max(1, Math.round(epoch)));
  }

  get one(): WayIndex {
    return this.#one;
  }
  set one(way: WayIndex) {
    this.#one = way;
  }
  get other(): WayIndex {
    return this.#other;
  }
  set other(way: WayIndex) {
    this.#other = way;
  }

  get seed(): number | null {
    return this.#seed;
  }
  set seed(seed: number | null) {
    if (seed === null || SEEDS.includes(seed)) this.#seed = seed;
  }

  readonly bundles: readonly Bundle[] = $derived.by(() =>
    WAY_INDICES.map((way) => bundleOf(way, this.#epoch)),
  );
  readonly comparison = $derived.by(() =>
    compareBundles(this.bundles[this.#one], this.bundles[this.#other]),
  );

  /** The figure in words. */
  get words(): string {
    const [a, b] = [this.bundles[this.#one], this.bundles[this.#other]];
    const { points, noise, isFirstBetter, verdict } = this.comparison;
    const after = this.#epoch === 1 ? 'After one epoch' : `After ${this.#epoch} epochs`;
    if (this.#one === this.#other) {
      return `${after} the five of A read ${share(a.mean)} on average. Those of B are the same five: choose another way to compare them with.${this.#seedWords}`;
    }
    const means = `${after} the five of A read ${share(a.mean)} on average, those of B ${share(b.mean)}.`;
    const [better, worse] = isFirstBetter ? ['A', 'B'] : ['B', 'A'];
    const difference = `The difference, ${points.toFixed(2)} points,`;
    const luck = `±${noise.toFixed(2)} that ten thousand digits leave open`;
    const said = {
      noise: `${difference} is no more than the ${luck}: it tells nothing.`,
      overlap: `${difference} is more than the ${luck}, but the best of ${worse} reads no fewer than the worst of ${better}: the seed has its part in it.`,
      apart: `${difference} is more than the ${luck}, and the worst of ${better} is better than the best of ${worse}: no luck explains it.`,
    };
    return `${means} ${said[verdict]}${this.#seedWords}`;
  }
  get #seedWords(): string {
    if (this.#seed === null) return '';
    const at = SEEDS.indexOf(this.#seed);
    const [a, b] = [this.#one, this.#other].map((way) => share(this.bundles[way].accuracies[at]));
    return ` Seed ${this.#seed} alone: ${a} and ${b}.`;
  }

  /** A way for a listener: which it is, and what its five reached. */
  describe(way: WayIndex): string {
    const { mean, least, most } = this.bundles[way];
    return `${nameOf(SETTINGS[way])}: ${share(mean)} on average, from ${share(least)} to ${share(most)}`;
  }

  get canReset(): boolean {
    const { epoch = EPOCHS, one = FIRST.one, other = FIRST.other, seed = null } = this.#start;
    return (
      this.#epoch !== epoch || this.#one !== one || this.#other !== other || this.#seed !== seed
    );
  }
  reset(): void {
    const { epoch = EPOCHS, one = FIRST.one, other = FIRST.other, seed = null } = this.#start;
    this.epoch = epoch;
    this.#one = one;
    this.#other = other;
    this.#seed = seed;
  }

  toLink(): Record<string, string> {
    return {
      ...(this.#epoch !== EPOCHS && { epoch: String(this.#epoch) }),
      ...(this.#one !== FIRST.one && { a: String(this.#one) }),
      ...(this.#other !== FIRST.other && { b: String(this.#other) }),
      ...(this.#seed !== null && { seed: String(this.#seed) }),
    };
  }
  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ epoch, a, b, seed }: Readonly<Record<string, string | undefined>>): void {
    this.epoch = whole(epoch, 1, EPOCHS) ?? NaN;
    const way = (text: string | undefined): WayIndex | undefined =>
      WAY_INDICES.find((index) => String(index) === text);
    this.#one = way(a) ?? this.#one;
    this.#other = way(b) ?? this.#other;
    this.seed = whole(seed, SEEDS[0], SEEDS[SEEDS.length - 1]) ?? this.#seed;
  }
}

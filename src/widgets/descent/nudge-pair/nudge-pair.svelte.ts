import { alongOne, slopesOf, type Survey, surveyOf } from '@/descent/mean-cost.ts';
import { type Parameter, parameterAt, valueOf } from '@/descent/parameters.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import { decimal, whole } from '@/reader/codec.ts';

/** How the figure begins. */
export interface PairStart {
  /** Ranks by sensitivity, from 1. */
  readonly first?: number;
  readonly second?: number;
  readonly nudge?: number;
}

export const LEAST_NUDGE = 0.001;
export const MOST_NUDGE = 20;
/** A promise is kept where what was measured is within a tenth of it. */
export const KEPT_WITHIN = 0.1;
const FIRST: Required<PairStart> = { first: 1, second: 4000, nudge: 0.01 };

/** One parameter, nudged against its slope. */
export interface Nudged {
  readonly parameter: Parameter;
  /** From 1: how many are at least as sensitive. */
  readonly rank: number;
  /** Its present value. */
  readonly value: number;
  /** dC/dw, from backpropagation. */
  readonly slope: number;
  /** The nudge: of the size chosen, against the slope. */
  readonly by: number;
  /** By how much the mean cost falls, measured; below 0 where it rises. */
  readonly measured: number;
  /** By how much the gradient says that it falls: |slope| times the size. */
  readonly promised: number;
  /** measured / promised. */
  readonly kept: number;
  readonly isKept: boolean;
  /** The mean cost at another value of the parameter. */
  readonly costAt: (value: number) => number;
}

/** What of it does not hang on the nudge. */
type Along = Pick<Nudged, 'parameter' | 'rank' | 'value' | 'slope' | 'costAt'>;

/** Two parameters, and the same nudge for both; each is nudged the way that its slope says the cost falls. */
export class NudgePair {
  readonly #network: () => Network;
  readonly #digits: readonly GivenDigit[];
  readonly #start: Required<PairStart>;
  #first = $state(FIRST.first);
  #second = $state(FIRST.second);
  #nudge = $state(FIRST.nudge);

  constructor(network: () => Network, digits: readonly GivenDigit[], start: PairStart = {}) {
    this.#network = network;
    this.#digits = digits;
    this.#start = { ...FIRST, ...start };
    this.reset();
  }

  readonly survey: Survey = $derived.by(() => surveyOf(this.#network(), this.#digits));
  readonly #row: Float64Array = $derived.by(() => slopesOf(this.survey.gradient).row);
  readonly #order: Uint32Array = $derived.by(() => slopesOf(this.survey.gradient).order);
  /** How many parameters have a slope at all: those of pixels that are blank in all these digits have none. */
  readonly count: number = $derived.by(() => this.#row.reduce((n, s) => (s === 0 ? n : n + 1), 0));

  get first(): number {
    return Math.min(this.#first, this.count);
  }
  set first(rank: number) {
    if (Number.isFinite(rank)) this.#first = Math.max(1, Math.round(rank));
  }
  get second(): number {
    return Math.min(this.#second, this.count);
  }
  set second(rank: number) {
    if (Number.isFinite(rank)) this.#second = Math.max(1, Math.round(rank));
  }
  get nudge(): number {
    return this.#nudge;
  }
  set nudge(size: number) {
    if (Number.isFinite(size)) this.#nudge = Math.min(MOST_NUDGE, Math.max(LEAST_NUDGE, size));
  }

  readonly #firstAlong = $derived.by(() => this.#along(this.first));
  readonly #secondAlong = $derived.by(() => this.#along(this.second));
  readonly pair: readonly [Nudged, Nudged] = $derived.by(() => [
    this.#nudged(this.#firstAlong),
    this.#nudged(this.#secondAlong),
  ]);

  /** How many times as steep the first one's slope is. */
  readonly promisedRatio: number = $derived.by(
    () => Math.abs(this.pair[0].slope) / Math.abs(this.pair[1].slope),
  );
  /** How many times as much the first one's nudge changes the cost, measured. */
  readonly measuredRatio: number = $derived.by(() => this.pair[0].measured / this.pair[1].measured);
  /** Whether the nudge is small enough for both, so that one may say how many times as sensitive one of them is. */
  readonly isSmall: boolean = $derived.by(() => this.pair.every(({ isKept }) => isKept));

  /** The fall of the mean cost for nudges of 0 up to the one chosen and half as much again: measured spots, for a curve. */
  spots(which: 0 | 1, count: number): (readonly [number, number])[] {
    const { costAt, value, slope } = this.pair[which];
    return Array.from({ length: count + 1 }, (_, i) => {
      const size = (1.5 * this.#nudge * i) / count;
      return [size, this.survey.cost - costAt(value - Math.sign(slope) * size)] as const;
    });
  }

  get canReset(): boolean {
    const { first, second, nudge } = this.#start;
    return this.#first !== first || this.#second !== second || this.#nudge !== nudge;
  }

  reset(): void {
    this.first = this.#start.first;
    this.second = this.#start.second;
    this.nudge = this.#start.nudge;
  }

  toLink(): Record<string, string> {
    if (!this.canReset) return {};
    return { a: String(this.first), b: String(this.second), by: String(this.#nudge) };
  }

  /** Anybody may have written it. */
  fromLink({ a, b, by }: Readonly<Record<string, string>>): void {
    this.first = whole(a, 1, 99_999) ?? this.first;
    this.second = whole(b, 1, 99_999) ?? this.second;
    this.nudge = decimal(by, 6, 0, 100) ?? this.nudge;
  }

  #along(rank: number): Along {
    const place = this.#order[rank - 1];
    const { network } = this.survey;
    const parameter = parameterAt(network, place);
    return {
      parameter,
      rank,
      value: valueOf(network, parameter),
      slope: this.#row[place],
      costAt: alongOne(this.survey, parameter),
    };
  }

  #nudged(along: Along): Nudged {
    const { slope, value, costAt } = along;
    const by = -Math.sign(slope) * this.#nudge;
    const measured = this.survey.cost - costAt(value + by);
    const promised = Math.abs(slope) * this.#nudge;
    const kept = measured / promised;
    return {
      ...along,
      by,
      measured,
      promised,
      kept,
      isKept: Math.abs(kept - 1) <= KEPT_WITHIN,
    };
  }
}

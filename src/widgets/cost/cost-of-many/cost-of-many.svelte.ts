import type { GivenDigit } from '@/digits/sheet.ts';
import { type ForwardPass, argmax, scoresOf } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import { costOf } from '@/network/cost.ts';
import { targetsOf } from '@/network/examples.ts';
import type { Neuron } from '@/reader/state.ts';
import { type Knob, outputsWith, passesOf, valueOf } from './knob.ts';
import { signed } from '@/words/numbers.ts';
import { capital } from '@/words/english.ts';
import { pixelName } from '@/words/pixels.ts';
import { countedInWords } from '@/words/counts.ts';
import { decimal, NONE, otherwise, whole } from '@/reader/codec.ts';

export interface Start {
  /** Where the weight leads from, from 0; the bias if left out. */
  readonly source?: number;
  /** How far the knob is turned. */
  readonly change?: number;
  /** The digit that is open, by its place among the hundred. */
  readonly open?: number;
}

/** How far a knob can be turned either way. */
export const MOST = 8;
/** A cost that moves by less is as good as unmoved. */
const STILL = 0.0005;

/** What the mean's bar may go up to; no digit costs more than half of ten squares of 1. */
const MOST_COST = 5;
const SCALES = [0.1, 0.2, 0.5, 1, 2, MOST_COST];

/** One of the digits, with the knob as learned and as turned. */
export interface Costed {
  readonly digit: GivenDigit;
  readonly before: number;
  readonly now: number;
  readonly outputs: ArrayLike<number>;
}

const isSame = (one: Knob, other: Knob): boolean =>
  one.layer === other.layer && one.index === other.index && one.source === other.source;

/** The costs of many digits and their mean, while one weight or bias of the network is turned. */
export class CostOfMany {
  readonly digits: readonly GivenDigit[];
  readonly network: Network;
  readonly #neuron: () => Neuron;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  /** The knob that is turned at the start, whatever neuron the reader chooses later. */
  readonly #first: Knob;
  readonly #passes: readonly ForwardPass[];
  readonly #costs: readonly number[];
  /** Where the weight leads from; null for the bias. Of another layer it may lie beyond its sources, and then the bias is meant. */
  #source: number | null = $state(null);
  /** How far which knob was turned: another knob begins as learned. */
  #turned = $state.raw<{ readonly knob: Knob; readonly change: number } | null>(null);
  /** The cell looked at. */
  cell: number | null = $state(null);

  readonly #costed: readonly Costed[] = $derived.by(() => {
    const { knob, change } = this;
    return this.digits.map((digit, i) => {
      const outputs = outputsWith(this.network, this.#passes[i], knob, change);
      return {
        digit,
        before: this.#costs[i],
        now: costOf(outputs, targetsOf(digit.label, 10)),
        outputs,
      };
    });
  });

  constructor(
    network: Network,
    digits: readonly GivenDigit[],
    neuron: () => Neuron,
    start: Start = {},
  ) {
    this.network = network;
    this.digits = digits;
    this.#neuron = neuron;
    this.#start = start;
    this.#passes = passesOf(network, digits);
    this.#costs = this.#passes.map((pass, i) =>
      costOf(scoresOf(pass), targetsOf(digits[i].label, 10)),
    );
    this.#source = start.source ?? null;
    this.#first = this.knob;
    this.reset();
    this.#began = this.#says();
  }

  get knob(): Knob {
    const { layer, index } = this.#neuron();
    const isThere = this.#source !== null && this.#source < this.sources;
    return { layer, index, source: isThere ? this.#source : null };
  }
  /** How many numbers come into the neuron. */
  get sources(): number {
    return this.network.sizes[this.#neuron().layer - 1];
  }
  get learned(): number {
    return valueOf(this.network, this.knob);
  }
  get change(): number {
    return this.#turned && isSame(this.#turned.knob, this.knob) ? this.#turned.change : 0;
  }
  get costed(): readonly Costed[] {
    return this.#costed;
  }
  get mean(): number {
    return this.#costed.reduce((sum, { now }) => sum + now, 0) / this.digits.length;
  }
  get meanBefore(): number {
    return this.#costs.reduce((sum, cost) => sum + cost, 0) / this.digits.length;
  }
  get better(): number {
    return this.#costed.filter(({ now, before }) => now < before - STILL).length;
  }
  get worse(): number {
    return this.#costed.filter(({ now, before }) => now > before + STILL).length;
  }
  get right(): number {
    return this.#costed.filter(({ outputs, digit }) => argmax(outputs) === digit.label).length;
  }
  /** The one looked at; while there is none, the one that cost the most as learned. */
  get opened(): Costed {
    return this.#costed[this.cell ?? argmax(this.#costs)] ?? this.#costed[0];
  }
  /** The mean that fills its bar: a round one, at least as large as both. */
  get widest(): number {
    const most = Math.max(this.mean, this.meanBefore);
    return SCALES.find((scale) => scale >= most) ?? MOST_COST;
  }

  /** @param source from 0; null for the bias */
  choose(source: number | null): void {
    this.#source = source;
  }

  turn(change: number): void {
    if (!Number.isFinite(change)) return;
    this.#turned = { knob: this.knob, change: Math.min(MOST, Math.max(-MOST, change)) };
  }

  /** 'bias of neuron 11', 'weight from pixel 300 to neuron 3'. Counted from 1; outputs go by their digit. */
  get knobName(): string {
    const { layer, index, source } = this.knob;
    const neuron = layer === 3 ? `output ${index}` : `neuron ${index + 1} of layer ${layer}`;
    if (source === null) return `bias of ${neuron}`;
    const from =
      layer === 1
        ? `pixel ${source + 1} (${pixelName(source)})`
        : `neuron ${source + 1} of layer ${layer - 1}`;
    return `weight from ${from} to ${neuron}`;
  }

  get words(): string {
    const { change, mean, meanBefore, better, worse, right } = this;
    const n = this.digits.length;
    if (change === 0) {
      return `As learned, these ${n} digits cost ${mean.toFixed(4)} on average, and ${right} of them are read rightly. Turn the ${this.knobName}, and all of them may move.`;
    }
    const still = n - better - worse;
    const moves = `${capital(countedInWords(better, 'digit'))} got better, ${countedInWords(worse, 'digit')} worse, ${still === n ? 'all' : countedInWords(still, 'digit')} hardly moved`;
    const verb = mean > meanBefore + 0.00005 ? 'rose' : mean < meanBefore - 0.00005 ? 'fell' : '';
    const means = verb
      ? `Their mean ${verb} from ${meanBefore.toFixed(4)} to ${mean.toFixed(4)}`
      : `Their mean stayed at ${mean.toFixed(4)}`;
    return `Turned by ${signed(change, 2)}: ${moves}. ${means}; ${right} of ${n} are read rightly.`;
  }

  get canReset(): boolean {
    const { source = null, change = 0, open = null } = this.#start;
    const turned = this.#turned?.change ? this.#turned : null;
    const isTurnedElse =
      change === 0
        ? turned !== null
        : turned?.change !== change || !isSame(turned.knob, this.#first);
    return this.#source !== source || isTurnedElse || this.cell !== open;
  }

  reset(): void {
    const { source = null, change, open = null } = this.#start;
    this.#source = source;
    this.#turned = change === undefined ? null : { knob: this.#first, change };
    this.cell = open;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      from: String(this.knob.source ?? NONE),
      by: this.change.toFixed(2),
      at: String(this.cell ?? NONE),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  fromLink({ from = '', by = '', at = '' }: Readonly<Record<string, string>>): void {
    const source = whole(from, 0, this.sources - 1);
    if (source !== null) this.choose(source);
    if (from === NONE) this.choose(null);
    const turned = decimal(by, 2, -8.99, 8.99);
    if (turned !== null) this.turn(turned);
    if (at === NONE) this.cell = null;
    else this.cell = whole(at, 0, this.digits.length - 1) ?? this.cell;
  }
}

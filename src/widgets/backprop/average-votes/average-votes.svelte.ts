import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import { work } from '../whole-pass.svelte.ts';
import { signed } from '@/words/numbers.ts';
import { aNumeral } from '@/words/digits.ts';
import { NONE, otherwise, whole } from '@/reader/codec.ts';

export interface Start {
  /** The labels of those that do not vote. */
  readonly dropped?: readonly number[];
  /** The layer of the neuron whose weights are voted on: 2 or 3. */
  readonly layer?: number;
  /** The weight pointed at, by its source from 0. */
  readonly source?: number;
}

/** What the reader has chosen. */
export interface Around {
  readonly network: Network;
  readonly digit: GivenDigit;
  /** The neuron of a layer that is looked at, from 0. */
  readonly neuronOf: (layer: number) => number;
}

/** One digit and what it would do to each of the weights: minus the slope of its own cost along it. */
export interface Vote {
  readonly digit: GivenDigit;
  /** (16), one for each source. */
  readonly nudges: Float64Array;
  readonly counts: boolean;
}

/** What those who want more of a weight come to together, and those who want less, which is below 0. */
function bothWays(wanted: readonly number[]): { readonly more: number; readonly less: number } {
  const sum = (some: readonly number[]): number => some.reduce((all, value) => all + value, 0);
  return {
    more: sum(wanted.filter((value) => value > 0)),
    less: sum(wanted.filter((value) => value < 0)),
  };
}

/** Votes cancel where the weaker side has at least so much of what the stronger one has. */
const CANCELS = 1 / 2;

/** Ten digits, one of each kind, and the nudge that each wants for sixteen weights; and the mean of those that vote. eta is 1. */
export class AverageVotes {
  readonly #digits: readonly GivenDigit[];
  readonly #around: () => Around;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  /** By label. */
  #dropped: readonly number[] = $state.raw([]);
  #layer = $state(3);
  #source: number | null = $state(null);
  /** Which ten: the how manieth of each kind. */
  #turn = $state(0);
  #known: { readonly key: readonly unknown[]; readonly nudges: readonly Float64Array[] } | null =
    null;

  constructor(digits: readonly GivenDigit[], around: () => Around, start: Start = {}) {
    this.#digits = digits;
    this.#around = around;
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  get layer(): number {
    return this.#layer;
  }
  get neuron(): number {
    return this.#around().neuronOf(this.#layer);
  }
  get name(): string {
    return this.#layer === 3 ? `output ${this.neuron}` : `neuron ${this.neuron + 1} of layer 2`;
  }

  /** One of each kind: the reader's own, and the others in turn. */
  get ten(): GivenDigit[] {
    const { digit } = this.#around();
    return Array.from({ length: 10 }, (_, label) => {
      const alike = this.#digits.filter((one) => one.label === label);
      return label === digit.label ? digit : alike[this.#turn % alike.length];
    });
  }
  get #nudges(): readonly Float64Array[] {
    const { network } = this.#around();
    const { layer, neuron, ten } = this;
    const key = [network, layer, neuron, ...ten];
    if (this.#known?.key.every((part, i) => part === key[i])) return this.#known.nudges;
    const { nIn } = network.layers[layer - 1];
    const nudges = ten.map(({ pixels, label }) => {
      const { errors } = work(network, pixels, label, 1);
      const row = errors.nablaW[layer - 1].subarray(neuron * nIn, (neuron + 1) * nIn);
      return row.map((slope) => -slope);
    });
    this.#known = { key, nudges };
    return nudges;
  }
  get votes(): Vote[] {
    const nudges = this.#nudges;
    return this.ten.map((digit, label) => ({
      digit,
      nudges: nudges[label],
      counts: !this.#dropped.includes(label),
    }));
  }
  /** Of those that vote: (16). */
  get mean(): Float64Array {
    const voting = this.votes.filter(({ counts }) => counts);
    return Float64Array.from(
      { length: 16 },
      (_, k) => voting.reduce((sum, { nudges }) => sum + nudges[k], 0) / voting.length,
    );
  }
  /** The end of the scale that all ten share, and the mean too. */
  get end(): number {
    return Math.max(...this.#nudges.flatMap((nudges) => Array.from(nudges, Math.abs)), 1e-12);
  }

  /** The weight pointed at, by its source from 0; else the one on which they disagree most. */
  get source(): number {
    if (this.#source !== null) return this.#source;
    const nudges = this.#nudges;
    const spread = (k: number): number => {
      const { more, less } = bothWays(nudges.map((vote) => vote[k]));
      return Math.min(more, -less);
    };
    return [...Array(16).keys()].reduce((best, k) => (spread(k) > spread(best) ? k : best), 0);
  }
  set source(source: number | null) {
    if (source === null || (Number.isInteger(source) && source >= 0 && source < 16)) {
      this.#source = source;
    }
  }

  /** Takes a digit's vote away, or gives it back. The last one keeps its own. */
  toggle(label: number): void {
    if (this.#dropped.includes(label)) {
      this.#dropped = this.#dropped.filter((other) => other !== label);
    } else if (this.#dropped.length < 9 && label >= 0 && label <= 9) {
      this.#dropped = [...this.#dropped, label];
    }
  }

  choose(layer: number): void {
    if (layer !== 2 && layer !== 3) return;
    this.#layer = layer;
  }

  /** Other digits of each kind. */
  another(): void {
    this.#turn = (this.#turn + 1) % 10;
  }

  /** The ten numbers of the weight pointed at, those that vote, and their mean. */
  get sum(): {
    readonly terms: readonly { label: number; value: number }[];
    readonly mean: number;
  } {
    const { votes, source } = this;
    const terms = votes
      .map(({ nudges, counts }, label) => ({ label, value: nudges[source], counts }))
      .filter(({ counts }) => counts);
    return { terms, mean: this.mean[source] };
  }

  get words(): string {
    const { terms, mean } = this.sum;
    const up = terms.filter(({ value }) => value > 0).length;
    const most = terms.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) ? b : a));
    const who = `the weight from neuron ${this.source + 1} to ${this.name}`;
    if (terms.length === 1)
      return `Only ${aNumeral(most.label)} votes, and ${who} goes where it wants: ${signed(mean, 4)}. The last vote cannot be taken away.`;
    const { more, less } = bothWays(terms.map(({ value }) => value));
    const [weak, strong] = more < -less ? [more, -less] : [-less, more];
    const sides = `${signed(more, 4)} for more stand against ${signed(less, 4)} for less`;
    const end =
      weak >= CANCELS * strong
        ? `Together, ${sides}: what some want, others take back, and the mean is only ${signed(mean, 4)}.`
        : `Together, ${sides}: little cancels, and divided by ${terms.length} it makes a mean of ${signed(mean, 4)}.`;
    const down = terms.filter(({ value }) => value < 0).length;
    return `${up} of the ${terms.length} want ${who} larger, ${down} smaller. The loudest is the ${most.label}, with ${signed(most.value, 4)}. ${end}`;
  }

  get canReset(): boolean {
    return Object.keys(this.toLink()).length > 0;
  }

  reset(): void {
    this.#turn = 0;
    this.#layer = this.#start.layer ?? 3;
    this.#dropped = this.#start.dropped ?? [];
    this.#source = this.#start.source ?? null;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      layer: String(this.#layer),
      without: [...this.#dropped].sort().join('') || NONE,
      from: String(this.#source ?? NONE),
      others: String(this.#turn),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ layer, without, from, others }: Readonly<Record<string, string>>): void {
    this.choose(Number(layer));
    this.#turn = whole(others, 0, 9) ?? this.#turn;
    if (without === NONE || /^\d{1,9}$/.test(without ?? '')) {
      this.#dropped = [];
      for (let label = 0; label < 10; label++) {
        if (without?.includes(String(label))) this.toggle(label);
      }
    }
    if (from === NONE) this.source = null;
    else this.source = whole(from, 0, 99) ?? this.#source;
  }
}

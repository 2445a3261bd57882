import { alongOne, type Survey, surveyOf } from '@/descent/mean-cost.ts';
import { type Parameter, valueOf } from '@/descent/parameters.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import type { Neuron } from '@/reader/state.ts';
import { decimal, NONE, otherwise, whole } from '@/reader/codec.ts';

export interface AlongScene {
  readonly network: Network;
  readonly neuron: Neuron;
}

/** How the figure begins. */
export interface AlongStart {
  /** Which weight of the neuron, from 0; -1 for its bias; the steepest if left out. */
  readonly source?: number;
  /** How far it has been moved. */
  readonly moved?: number;
  readonly isClose?: boolean;
}

/** How far it can be moved either way: several times as far as any weight of the network is from 0. */
export const REACH = 10;
/** What it is moved by at least: two pixels of the plot. */
export const STEP = 0.05;
/** The bias, among the weights' places. */
export const BIAS = -1;
/** Pieces of the curve. Each end is the cost of a hundred digits: the whole curve takes about a hundredth of a second. */
const SPOTS = 80;
/** The least room above and below a curve that is shown close up, as a part of its cost: a flat one shows as flat. */
const FLAT = 0.01;
/** Numbers on the axis at most. */
const MOST_TICKS = 10;

/** The mean cost as one weight or bias of the chosen neuron moves, all others left where they are. */
export class CostAlong {
  readonly #scene: () => AlongScene;
  readonly #digits: readonly GivenDigit[];
  readonly #start: AlongStart;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  /** null: the steepest weight. */
  #source = $state<number | null>(null);
  #moved = $state(0);
  /** Whether the picture shows the cost's own range, and not from 0. */
  isClose = $state(false);

  constructor(scene: () => AlongScene, digits: readonly GivenDigit[], start: AlongStart = {}) {
    this.#scene = scene;
    this.#digits = digits;
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  readonly survey: Survey = $derived.by(() => surveyOf(this.#scene().network, this.#digits));
  /** dC/dw of each weight of the neuron, (nIn). */
  readonly slopes: Float64Array = $derived.by(() => {
    const { layer, index } = this.#scene().neuron;
    const { nIn } = this.#scene().network.layers[layer - 1];
    return this.survey.gradient.nablaW[layer - 1].slice(index * nIn, (index + 1) * nIn);
  });
  /** The weights themselves. */
  readonly weights: Float64Array = $derived.by(() => {
    const { layer, index } = this.#scene().neuron;
    const { nIn, weights } = this.#scene().network.layers[layer - 1];
    return weights.slice(index * nIn, (index + 1) * nIn);
  });
  readonly steepest: number = $derived.by(() => {
    let most = 0;
    this.slopes.forEach((slope, k) => {
      if (Math.abs(slope) > Math.abs(this.slopes[most])) most = k;
    });
    return most;
  });

  /** The weight's place among the neuron's, or BIAS. */
  get source(): number {
    const at = this.#source ?? this.steepest;
    return at < this.weights.length ? at : this.steepest;
  }
  set source(place: number) {
    if (!Number.isInteger(place) || place < BIAS || place >= this.weights.length) return;
    if (place === this.source) return;
    this.#source = place;
    this.#moved = 0;
  }
  /** Another neuron was chosen: its steepest weight, where it is. */
  begin(): void {
    this.#source = null;
    this.#moved = 0;
  }

  readonly parameter: Parameter = $derived.by(() => {
    const { layer, index: j } = this.#scene().neuron;
    return this.source === BIAS
      ? { kind: 'bias', layer, j }
      : { kind: 'weight', layer, j, k: this.source };
  });
  /** What the network learned. */
  readonly learned: number = $derived.by(() => valueOf(this.#scene().network, this.parameter));
  /** dC/dw there, from backpropagation. */
  readonly slope: number = $derived.by(() => {
    const { layer, index } = this.#scene().neuron;
    return this.source === BIAS
      ? this.survey.gradient.nablaB[layer - 1][index]
      : this.slopes[this.source];
  });
  readonly costAt: (value: number) => number = $derived.by(() =>
    alongOne(this.survey, this.parameter),
  );

  /** How far the parameter has been moved from what it learned. */
  get moved(): number {
    return this.#moved;
  }
  set moved(by: number) {
    if (!Number.isFinite(by)) return;
    this.#moved = Math.min(REACH, Math.max(-REACH, Math.round(by / STEP) * STEP)) + 0;
  }
  get value(): number {
    return this.learned + this.#moved;
  }
  /** The mean cost at the value. */
  readonly cost: number = $derived.by(() => this.costAt(this.value));

  /** Measured spots: value and mean cost, the learned one among them. */
  readonly spots: readonly (readonly [number, number])[] = $derived.by(() =>
    Array.from({ length: SPOTS + 1 }, (_, i) => {
      const value = this.learned + REACH * ((2 * i) / SPOTS - 1);
      return [value, this.costAt(value)] as const;
    }),
  );
  /** The least and the most of them. */
  readonly range: readonly [number, number] = $derived.by(() => {
    const costs = this.spots.map(([, cost]) => cost);
    return [Math.min(...costs), Math.max(...costs)];
  });
  /** What the picture shows: from 0, or close up: then a flat curve looks steep, and the axis says how little it is. */
  get shown(): readonly [number, number] {
    const [least, most] = this.range;
    if (!this.isClose) return [0, 1.1 * most];
    const room = Math.max(0.08 * (most - least), FLAT * most);
    return [least - room, most + room];
  }
  /** A cost on the axis, with places enough that no two of its numbers read alike. */
  readonly atAxis = (cost: number): string => {
    const [low, high] = this.shown;
    const places = Math.max(0, -Math.floor(Math.log10((high - low) / MOST_TICKS)));
    return String(Number(cost.toFixed(places)));
  };
  /** The lowest spot. */
  readonly lowest: readonly [number, number] = $derived.by(() =>
    this.spots.reduce((least, spot) => (spot[1] < least[1] ? spot : least)),
  );

  get canReset(): boolean {
    const { source = null, moved = 0, isClose = false } = this.#start;
    return this.#source !== source || this.#moved !== moved || this.isClose !== isClose;
  }

  reset(): void {
    const { source = null, moved = 0, isClose = false } = this.#start;
    this.#source = source;
    this.#moved = moved;
    this.isClose = isClose;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      of: String(this.#source ?? NONE),
      by: this.#moved.toFixed(2),
      close: this.isClose ? '1' : '0',
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it. */
  fromLink({ of, by, close }: Readonly<Record<string, string>>): void {
    // Which neuron the reader sees is settled elsewhere, and maybe later: a place that it has not is passed over when it is read.
    this.#source = of === NONE ? null : (whole(of, -1, 999) ?? this.#source);
    this.moved = decimal(by, 2, -100, 100) ?? this.moved;
    if (close === '0' || close === '1') this.isClose = close === '1';
  }
}

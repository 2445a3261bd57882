import { bisectCenter, bisectRight } from 'd3';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { explain, type Explanation, type Part } from '@/explain/explain.ts';
import { sigmoid } from '@/network/activation.ts';
import { feedforward, type ForwardPass } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import type { Neuron } from '@/reader/reader.svelte.ts';
import { HIGH, LOW, onAxis } from './sigmoid-marks.ts';
import { type Ranking, rankDigits } from '../weighted-sums.ts';
import { decimal, NONE, otherwise, several, whole } from '@/reader/codec.ts';

/** What the reader has chosen for the whole site. */
export interface Around {
  readonly network: Network;
  readonly neuron: Neuron;
  /** The 784 numbers in force. */
  readonly image: Float64Array;
}

/** What the widget begins with, and comes back to. */
export interface Start {
  /** Of the neuron chosen then; the one it learned if left out. */
  readonly bias?: number;
  /** Where on the axis the handle stands; with the reader's digit if left out. */
  readonly handle?: number;
  /** Which digits are picked out, 0 to 9. */
  readonly label?: number;
}

export type Direction = 'up' | 'down';

/** How many digits off the half still count as half: one step of the bias can wake more than one at once. */
const HALF_WITHIN = 10;
/** An activation that moves by less than this has hardly moved, by more than that it has moved a lot. */
export const HARDLY = 0.01;
export const A_LOT = 0.1;
const FINEST = 0.05;

/** One neuron, its bias at the reader's hand, and all the digits that it has seen. */
export class SigmoidSlider {
  readonly inspector = new Inspector();
  readonly digits: readonly GivenDigit[];
  readonly #around: () => Around;
  readonly #start: Start;
  /** Whose bias the start's is. */
  readonly #startNeuron: string;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;

  /** A bias belongs to its neuron: another neuron keeps its own. */
  #moved: { readonly neuron: string; readonly bias: number } | null = $state.raw(null);
  /** Where the reader has put the handle; null while it goes with the digit. */
  #handle: number | null = $state(null);
  /** Which digits are picked out, 0 to 9; null for none. */
  label: number | null = $state(null);
  /** The digit pointed at, by its place in the list. */
  #pointed: number | null = $state(null);
  /** Which way the reader says that the bias must go for half of the digits, and for which neuron. */
  #prediction: { readonly neuron: string; readonly way: Direction } | null = $state.raw(null);

  /** @param around what the reader has chosen @param digits a fixed list */
  constructor(around: () => Around, digits: readonly GivenDigit[], start: Start = {}) {
    this.#around = around;
    this.digits = digits;
    this.#start = start;
    this.#startNeuron = nameOf(around().neuron);
    this.#begin();
    this.#began = this.#says();
  }

  readonly ranking: Ranking = $derived.by(() =>
    rankDigits(this.#around().network, this.digits, this.#around().neuron),
  );
  /** The bias that the neuron learned. */
  readonly learned: number = $derived.by(() => {
    const { network, neuron } = this.#around();
    return network.layers[neuron.layer - 1].biases[neuron.index];
  });
  /** The bias slides as far as it takes to wake all digits or none, either way: a multiple of 5. */
  readonly reach: number = $derived.by(() => {
    const { sums } = this.ranking;
    const most = Math.max(Math.abs(sums[0]), Math.abs(sums[sums.length - 1]), 5.5);
    return 5 * Math.ceil((most + 0.5) / 5);
  });
  /** The bias in force. */
  readonly #bias: number = $derived.by(() =>
    this.#moved?.neuron === nameOf(this.#around().neuron)
      ? Math.min(this.reach, Math.max(-this.reach, this.#moved.bias))
      : this.learned,
  );
  get bias(): number {
    return this.#bias;
  }
  /** What is no number changes nothing. Who slides it has made up their mind anew. */
  set bias(bias: number) {
    if (!Number.isFinite(bias)) return;
    this.#moved = { neuron: nameOf(this.#around().neuron), bias };
    this.#prediction = null;
  }

  /** Which way the reader says that the bias must go for half of the digits; null while nothing was said of this neuron. */
  get prediction(): Direction | null {
    const said = this.#prediction;
    return said?.neuron === nameOf(this.#around().neuron) ? said.way : null;
  }
  predict(way: Direction): void {
    this.#prediction = { neuron: nameOf(this.#around().neuron), way };
  }
  /** Puts the bias where half of the digits wake. A prediction is not withdrawn: this shows how it came out. */
  showHalf(): void {
    this.#moved = { neuron: nameOf(this.#around().neuron), bias: this.halfBias };
  }

  readonly isMoved: boolean = $derived.by(() => this.#bias !== this.learned);
  /** How many digits wake the neuron: z > 0. They are the last of the ranking. */
  readonly asleep: number = $derived.by(() => bisectRight(this.ranking.sums, -this.#bias));
  readonly awake: number = $derived.by(() => this.digits.length - this.asleep);
  /** The ranks that lie on the axis: from, up to but not including. The others are off its ends. */
  readonly onAxis: readonly [number, number] = $derived.by(() => [
    bisectRight(this.ranking.sums, LOW - this.#bias),
    bisectRight(this.ranking.sums, HIGH - this.#bias),
  ]);

  /** The network with the bias in force; what it learned is left as it is. */
  readonly network: Network = $derived.by(() => {
    const { network, neuron } = this.#around();
    if (!this.isMoved) return network;
    const layers = network.layers.map((layer, l) => {
      if (l !== neuron.layer - 1) return layer;
      const biases = layer.biases.slice();
      biases[neuron.index] = this.#bias;
      return { ...layer, biases };
    });
    return { ...network, layers };
  });
  /** What that network makes of the reader's digit. */
  readonly pass: ForwardPass = $derived.by(() => feedforward(this.network, this.#around().image));
  /** The weighted input of the reader's digit … */
  readonly z: number = $derived.by(() => {
    const { layer, index } = this.#around().neuron;
    return this.pass.zs[layer - 1][index];
  });
  /** … and its activation. */
  readonly a: number = $derived.by(() => {
    const { layer, index } = this.#around().neuron;
    return this.pass.activations[layer][index];
  });

  /** Whether the handle goes with the digit. */
  get isWithDigit(): boolean {
    return this.#handle === null;
  }
  /** Where the handle is: any number with a digit, else on the axis. */
  get handle(): number {
    return this.#handle ?? this.z;
  }
  /** Puts the handle somewhere on the axis; null gives it back to the digit. What is no number changes nothing. */
  putHandle(z: number | null): void {
    if (z === null) this.#handle = null;
    else if (Number.isFinite(z)) this.#handle = spotAt(z);
  }

  get pointed(): number | null {
    return this.#pointed;
  }
  /** Points at the digit of a rank, or the nearest there is; null at none. */
  pointAt(rank: number | null): void {
    const last = this.digits.length - 1;
    if (rank === null) this.#pointed = null;
    else if (Number.isFinite(rank)) {
      this.#pointed = this.ranking.order[Math.min(last, Math.max(0, Math.round(rank)))];
    }
  }
  /** The rank of the digit pointed at. */
  readonly pointedRank: number | null = $derived.by(() =>
    this.#pointed === null ? null : this.ranking.rankOf[this.#pointed],
  );
  /** The digit pointed at … */
  readonly pointedDigit: GivenDigit | null = $derived.by(() =>
    this.#pointed === null ? null : this.digits[this.#pointed],
  );
  /** … and its z. */
  readonly pointedZ: number | null = $derived.by(() =>
    this.pointedRank === null ? null : this.zOf(this.pointedRank),
  );
  /** z of the digit of a rank. */
  zOf(rank: number): number {
    return this.ranking.sums[rank] + this.#bias;
  }
  /** The rank whose z is nearest. */
  rankNear(z: number): number {
    const { sums } = this.ranking;
    return bisectCenter(sums, z - this.#bias);
  }
  isPicked(rank: number): boolean {
    return this.digits[this.ranking.order[rank]].label === this.label;
  }
  /** How many of the digits picked out there are, and how many of them are awake; null where none are. */
  readonly picked: { readonly count: number; readonly awake: number } | null = $derived.by(() => {
    if (this.label === null) return null;
    let [count, awake] = [0, 0];
    this.ranking.order.forEach((_, rank) => {
      if (!this.isPicked(rank)) return;
      count++;
      if (rank >= this.asleep) awake++;
    });
    return { count, awake };
  });

  /** How many activations hardly moved since the bias was the learned one, and how many moved a lot. */
  readonly changed: { readonly hardly: number; readonly aLot: number } = $derived.by(() => {
    let [hardly, aLot] = [0, 0];
    for (const sum of this.ranking.sums) {
      const by = Math.abs(sigmoid.f(sum + this.#bias) - sigmoid.f(sum + this.learned));
      if (by < HARDLY) hardly++;
      if (by > A_LOT) aLot++;
    }
    return { hardly, aLot };
  });

  /** How a number of this neuron came about. */
  readonly explain = (part: Part): Explanation => explain(this.network, this.pass, part);
  open(kind: 'z' | 'activation'): void {
    const { layer, index: j } = this.#around().neuron;
    this.inspector.open({ kind, layer, j });
  }

  /** The bias that wakes half of the digits: it lifts the middle of the ranking to zero. */
  readonly halfBias: number = $derived.by(() => {
    const { sums } = this.ranking;
    const middle = sums.length / 2;
    return -(sums[Math.ceil(middle) - 1] + sums[Math.floor(middle)]) / 2;
  });
  /** Which way the learned bias must go for that. */
  readonly wayToHalf: Direction = $derived.by(() => (this.halfBias > this.learned ? 'up' : 'down'));
  readonly isHalf: boolean = $derived.by(
    () => Math.abs(this.awake - this.digits.length / 2) <= HALF_WITHIN,
  );

  readonly canReset: boolean = $derived.by(
    () =>
      this.#isBiasOther ||
      this.#handle !== startHandle(this.#start) ||
      this.label !== (this.#start.label ?? null) ||
      this.#pointed !== null ||
      this.#prediction !== null ||
      this.inspector.part !== null,
  );

  /** Whether a bias was moved, of whatever neuron, that was not so at first. */
  get #isBiasOther(): boolean {
    const { bias } = this.#start;
    const moved = this.#moved;
    if (moved === null) return bias !== undefined;
    if (bias !== undefined) return moved.neuron !== this.#startNeuron || moved.bias !== bias;
    return moved.neuron !== nameOf(this.#around().neuron) || this.isMoved;
  }

  reset(): void {
    this.inspector.reset();
    this.#begin();
  }

  /** Its state for a link: the bias with its neuron, the handle, the digits picked out. */
  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  #says(): Record<string, string> {
    return {
      b: this.isMoved ? `${this.#bias.toFixed(2)}@${nameOf(this.#around().neuron)}` : NONE,
      z: this.#handle?.toFixed(2) ?? NONE,
      label: String(this.label ?? NONE),
    };
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ b, z, label }: Readonly<Record<string, string>>): void {
    const [bias, neuron] = several(b, '@', (text) => decimal(text, 4, -99, 99), String) ?? [];
    // Which neuron the reader sees is settled elsewhere, and maybe later: the bias waits for its own.
    if (bias !== undefined && neuron !== undefined) this.#moved = { neuron, bias };
    const handle = decimal(z, 4, -99, 99);
    if (b === NONE) this.#moved = null;
    if (handle !== null) this.putHandle(handle);
    if (z === NONE) this.putHandle(null);
    this.label = label === NONE ? null : (whole(label, 0, 9) ?? this.label);
  }

  #begin(): void {
    const { bias, handle, label } = this.#start;
    this.#moved = bias === undefined ? null : { neuron: this.#startNeuron, bias };
    this.putHandle(handle ?? null);
    this.label = label ?? null;
    this.#pointed = null;
    this.#prediction = null;
  }
}

/** Where the handle stands for a z: on the axis, on a round number. */
function spotAt(z: number): number {
  return Math.round(onAxis(z) / FINEST) * FINEST + 0;
}

/** Where the handle stands at first; null with the digit. */
function startHandle({ handle }: Start): number | null {
  return handle === undefined ? null : spotAt(handle);
}

function nameOf({ layer, index }: Neuron): string {
  return `${layer}.${index}`;
}

import { isSamePart } from '@/explain/explain.ts';
import { createRandom } from '@/network/random.ts';
import type { Neuron } from '@/reader/reader.svelte.ts';
import { type Measured, measure, offBy, type Parameter, slopeOf, valueOf } from './slope-check.ts';
import type { WorkedPass } from '../whole-pass.svelte.ts';
import { significant, superscript } from '@/words/numbers.ts';
import { NONE, otherwise, whole } from '@/reader/codec.ts';

/** Where the widget begins. */
export interface Start {
  /** h = 10^-power. */
  readonly power?: number;
  /** Which weight of the neuron chosen, by its source from 0, or its bias. */
  readonly source?: number | 'bias';
}

export const MOST_POWER = 14;
/** h = 10^-power, exactly as it is written. */
export const STEPS: readonly number[] = Array.from({ length: MOST_POWER + 1 }, (_, power) =>
  Number(`1e-${power}`),
);
const FIRST_POWER = 4;
/** Digits shown of a slope: with a good h all of them ought to agree. */
export const DIGITS = 6;

/** 10^-exponent as the page writes it. */
export const powerName = (exponent: number): string =>
  exponent === 0 ? '1' : exponent === 1 ? '0.1' : `10${superscript(-exponent)}`;

/** What the reader has chosen, and the pass. */
export interface Around {
  readonly worked: WorkedPass;
  readonly neuron: Neuron;
}

/** One parameter of the neuron chosen, moved by h to either side. Getters, for what the reader chose may change before the first look. */
export class GradientCheck {
  readonly #around: () => Around;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  #power = $state(FIRST_POWER);
  /** A weight of the neuron chosen, by its source; its bias; null for the weight with the steepest slope. */
  #source: number | 'bias' | null = $state(null);
  /** How often chance was asked: its seed. */
  #turn = 0;
  #known: { worked: WorkedPass; part: Parameter; all: readonly Measured[] } | null = null;

  constructor(around: () => Around, start: Start = {}) {
    this.#around = around;
    this.#start = start;
    this.reset();
    this.#began = this.#says();
  }

  get worked(): WorkedPass {
    return this.#around().worked;
  }
  get power(): number {
    return this.#power;
  }
  set power(power: number) {
    if (Number.isFinite(power)) {
      this.#power = Math.min(MOST_POWER, Math.max(0, Math.round(power)));
    }
  }

  /** From 0; -1 for the bias. */
  get source(): number | 'bias' {
    const { neuron } = this.#around();
    const { nIn } = this.worked.network.layers[neuron.layer - 1];
    if (this.#source === 'bias') return 'bias';
    if (this.#source !== null && this.#source < nIn) return this.#source;
    return steepest(this.worked, neuron);
  }
  set source(source: number | 'bias' | null) {
    if (source === null || source === 'bias' || (Number.isInteger(source) && source >= 0)) {
      this.#source = source;
    }
  }

  get part(): Parameter {
    const { layer, index: j } = this.#around().neuron;
    const { source } = this;
    return source === 'bias' ? { kind: 'bias', layer, j } : { kind: 'weight', layer, j, k: source };
  }
  get value(): number {
    return valueOf(this.worked.network, this.part);
  }
  /** What backpropagation says. */
  get slope(): number {
    return slopeOf(this.worked, this.part);
  }
  /** What moving shows, for each h. */
  get all(): readonly Measured[] {
    const { worked, part } = this;
    const is = this.#known;
    if (is?.worked === worked && isSamePart(is.part, part)) return is.all;
    const all = measure(worked, part, STEPS);
    this.#known = { worked, part, all };
    return all;
  }
  get now(): Measured {
    return this.all[this.#power];
  }
  get h(): string {
    return this.#power < 4 ? String(STEPS[this.#power]) : `10${superscript(-this.#power)}`;
  }
  /** Whether the central measure agrees in all the digits shown. */
  get agrees(): boolean {
    return significant(this.now.central, DIGITS) === significant(this.slope, DIGITS);
  }

  get words(): string {
    const { slope, now, h, worked } = this;
    const part = this.part;
    if (
      slope === 0 &&
      part.kind === 'weight' &&
      worked.pass.activations[part.layer - 1][part.k] === 0
    )
      return `This weight leads from a pixel without ink. However far it is moved, the cost stays exactly as it is, and backpropagation says 0.`;
    const central = significant(now.central, DIGITS);
    const said = significant(slope, DIGITS);
    if (this.agrees)
      return `Moved by ${h} to either side, the cost changes at a rate of ${central}. Backpropagation said so without moving anything: the same in all ${DIGITS} digits.`;
    const off = offBy(now.central, slope);
    const apart = `The measure says ${central}, backpropagation ${said}`;
    if (now.plus === now.minus)
      return `${apart}: a nudge of ${h} is so small that the two costs are the same number to the machine’s last digit, and there is nothing left to measure.`;
    if (this.#power <= 5)
      return `${apart}. A nudge of ${h} is too long: the cost bends on the way${off > 0.5 ? ', and a great deal' : ''}.`;
    return `${apart}. With a nudge of ${h} the two costs differ only in their last digits, and what the machine rounds off there spoils the measure.`;
  }

  /** How many of all the weights and biases the cost answers to: most weights of layer 1 lead from pixels without ink. */
  get sloping(): number {
    const { nablaW, nablaB } = this.worked.errors;
    return [...nablaW, ...nablaB].reduce((sum, slopes) => sum + countSloping(slopes), 0);
  }

  /** Any of those, each as likely. @returns whose it is, for the whole site */
  byChance(): Neuron {
    const { layers } = this.worked.network;
    const { nablaW, nablaB } = this.worked.errors;
    this.#turn++;
    let left = createRandom(this.#turn).integer(Math.max(1, this.sloping));
    for (let l = 0; l < layers.length; l++) {
      const { nIn, nOut } = layers[l];
      for (let j = 0; j < nOut; j++) {
        for (let k = 0; k <= nIn; k++) {
          const slope = k === nIn ? nablaB[l][j] : nablaW[l][j * nIn + k];
          if (slope === 0 || left-- > 0) continue;
          this.source = k === nIn ? 'bias' : k;
          return { layer: l + 1, index: j };
        }
      }
    }
    return this.#around().neuron; // there is no slope anywhere
  }

  get canReset(): boolean {
    return this.#turn > 0 || Object.keys(this.toLink()).length > 0;
  }

  reset(): void {
    this.#turn = 0;
    this.power = this.#start.power ?? FIRST_POWER;
    this.#source = this.#start.source ?? null;
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      h: String(this.#power),
      of: String(this.#source ?? NONE),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ h, of }: Readonly<Record<string, string>>): void {
    this.power = whole(h, 0, 99) ?? this.power;
    if (of === NONE) this.source = null;
    else if (of === 'bias') this.source = 'bias';
    else this.source = whole(of, 0, 783) ?? this.#source;
  }
}

const countSloping = (slopes: Float64Array): number =>
  slopes.reduce((count, slope) => count + Number(slope !== 0), 0);

/** The source of the weight that the cost answers to most: the first of equals. */
function steepest({ network, errors }: WorkedPass, { layer, index }: Neuron): number {
  const { nIn } = network.layers[layer - 1];
  const row = errors.nablaW[layer - 1].subarray(index * nIn, (index + 1) * nIn);
  let best = 0;
  for (let k = 1; k < nIn; k++) if (Math.abs(row[k]) > Math.abs(row[best])) best = k;
  return best;
}

/** dC/dw = a_k x delta_j, with as many places as it takes for the shown factors to make the shown product. */
export function formulaOf(worked: WorkedPass, part: Parameter): string {
  const delta = significant(worked.errors.deltas[part.layer - 1][part.j], DIGITS + 3);
  const slope = significant(slopeOf(worked, part), DIGITS);
  if (part.kind === 'bias') return `δ = ${slope}`;
  const a = worked.pass.activations[part.layer - 1][part.k];
  return `${significant(a, DIGITS + 3).replace('+', '')} × ${delta} = ${slope}`;
}

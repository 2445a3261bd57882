import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import type { Part } from '@/explain/explain.ts';
import { scaleEnd } from '@/plot/signed.ts';
import { OUTPUTS, type WorkedPass } from './whole-pass.svelte.ts';
import { multiplied } from './words.ts';
import { capital } from '@/words/english.ts';
import { pixelName } from '@/words/pixels.ts';
import { NONE, otherwise, whole } from '@/reader/codec.ts';

/** What follows what: a neuron's weights the activations they lead from, or its requests its weights. */
export type Rule = 'weights' | 'requests';

export interface Start {
  /** The layer of the neuron, 1 to 3. */
  readonly layer?: number;
  /** The source pointed at, from 0. */
  readonly source?: number;
}

/** What the reader has chosen, and the pass. */
export interface Around {
  readonly worked: WorkedPass;
  /** The neuron of a layer that is looked at, from 0. */
  readonly neuronOf: (layer: number) => number;
}

/**
 * Two rows of numbers of the same shape, one for each source k of a neuron: a_k and the slope along w_k, which is a_k times the neuron's
 * error; or w_k and the request to k, which is minus w_k times that error. Getters, so that the server sees what the reader begins with.
 */
export class SameShape {
  readonly inspector = new Inspector();
  readonly rule: Rule;
  readonly #around: () => Around;
  readonly #start: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  #layer = $state(OUTPUTS);
  #source: number | null = $state(null);

  constructor(rule: Rule, around: () => Around, start: Start = {}) {
    this.rule = rule;
    this.#around = around;
    this.#start = start;
    this.#begin();
    this.#began = this.#says();
  }

  get worked(): WorkedPass {
    return this.#around().worked;
  }
  get layer(): number {
    return this.#layer;
  }
  /** The layers whose neurons can be chosen: pixels take no requests. */
  get layers(): readonly number[] {
    return this.rule === 'weights' ? [1, 2, 3] : [2, 3];
  }
  /** From 0. */
  get neuron(): number {
    return this.#around().neuronOf(this.#layer);
  }
  get name(): string {
    return this.#layer === OUTPUTS
      ? `output ${this.neuron}`
      : `neuron ${this.neuron + 1} of layer ${this.#layer}`;
  }
  get delta(): number {
    return this.worked.errors.deltas[this.#layer - 1][this.neuron];
  }
  /** a_k of each source. */
  get activations(): Float64Array {
    return this.worked.pass.activations[this.#layer - 1];
  }
  /** w_k to the neuron from each source. */
  get weights(): Float64Array {
    const { nIn, weights } = this.worked.network.layers[this.#layer - 1];
    return weights.subarray(this.neuron * nIn, (this.neuron + 1) * nIn);
  }
  /** What is given: activations or weights. */
  get given(): Float64Array {
    return this.rule === 'weights' ? this.activations : this.weights;
  }
  /** What each of the given is multiplied by: the error for slopes, minus the error for requests. */
  get factor(): number {
    return this.rule === 'weights' ? this.delta : -this.delta;
  }
  get following(): Float64Array {
    const { factor } = this;
    return this.given.map((value) => value * factor);
  }
  get givenEnd(): number {
    return this.rule === 'weights' ? 1 : scaleEnd(this.given);
  }
  /** In proportion, so that both rows have one shape. */
  get followingEnd(): number {
    return Math.max(this.givenEnd * Math.abs(this.delta), 1e-300);
  }

  /** The source pointed at, or else the one that counts most. */
  get source(): number {
    const { given } = this;
    if (this.#source !== null && this.#source < given.length) return this.#source;
    return given.reduce((best, v, k) => (Math.abs(v) > Math.abs(given[best]) ? k : best), 0);
  }
  set source(source: number | null) {
    if (source === null || (Number.isInteger(source) && source >= 0)) this.#source = source;
  }
  get isPointed(): boolean {
    return this.#source !== null && this.#source < this.given.length;
  }

  /** The number that follows, as a part. */
  get part(): Part {
    const at = { layer: this.#layer, j: this.neuron, k: this.source };
    return { kind: this.rule === 'weights' ? 'nablaW' : 'request', ...at };
  }

  choose(layer: number): void {
    if (!this.layers.includes(layer) || layer === this.#layer) return;
    this.#layer = layer;
    this.#source = null;
    this.inspector.close();
  }

  /** given × factor = following, for the source pointed at. */
  get sum(): { readonly one: string; readonly other: string; readonly product: string } {
    return multiplied(this.given[this.source], this.factor, 4);
  }

  get words(): string {
    const { rule, delta, source, given } = this;
    const { product } = this.sum;
    const from = this.#layer === 1 ? `pixel in ${pixelName(source)}` : `neuron ${source + 1}`;
    if (rule === 'weights') {
      const value = given[source];
      const what =
        value === 0
          ? `The ${from} has no ink, so its weight learns nothing`
          : `${capital(from)} holds ${value.toFixed(2)}, so the slope along its weight is ${product}`;
      const way = delta > 0 ? 'down' : 'up';
      return `${what}. All weights of ${this.name} share its error, ${this.shownFactor}: the brighter the other end, the further ${way} the nudge takes the weight.`;
    }
    const way = this.following[source] > 0 ? 'brighter' : 'dimmer';
    return `The weight from ${from} is ${this.sum.one}, so ${this.name} wants it ${way}: ${product}. All its requests share minus its error, ${this.shownFactor}; the sign of the weight says which way, its size how loudly.`;
  }

  get shownFactor(): string {
    return this.sum.other;
  }

  get canReset(): boolean {
    return Object.keys(this.toLink()).length > 0 || this.inspector.part !== null;
  }

  reset(): void {
    this.#begin();
    this.inspector.reset();
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    return {
      layer: String(this.#layer),
      from: String(this.#source ?? NONE),
    };
  }

  toLink(): Record<string, string> {
    return otherwise(this.#says(), this.#began);
  }

  /** Anybody may have written it: what does not fit is left out. */
  fromLink({ layer, from }: Readonly<Record<string, string>>): void {
    if (this.layers.includes(Number(layer))) this.#layer = Number(layer);
    if (from === NONE) this.source = null;
    else this.source = whole(from, 0, 999) ?? this.#source;
  }

  #begin(): void {
    this.#layer = this.#start.layer ?? OUTPUTS;
    this.#source = this.#start.source ?? null;
  }
}

import {
  type HeldAt,
  heardFrom,
  type Lesioned,
  movedAnswers,
  readWithout,
  type Reading,
} from '@/inside/lesions.ts';
import type { Inside } from '@/islands/inside.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { type Chooser, worstOf } from '../looked-at.svelte.ts';

const WAYS = ['zero', 'mean'] as const satisfies readonly HeldAt[];

/** Where it begins. */
export interface LesionStart {
  /** Hidden layer, from 0. */
  readonly layer?: number;
  /** The neuron that is looked at, from 0. */
  readonly neuron?: number;
  /** Those that are out, from 0; the one that is looked at if left out. */
  readonly out?: readonly number[];
  readonly at?: HeldAt;
}

/** A neuron that is looked at, and neurons that are taken out. */
export class LesionFigure {
  readonly #inside: Inside;
  readonly #reader: Chooser;
  readonly #start: Required<LesionStart>;

  #layer = $state(0);
  #neuron = $state(0);
  #out = $state.raw<readonly number[]>([]);
  at = $state<HeldAt>('zero');
  /** The cell of the matrix that is pointed at, label * 10 + answer; null while none is. */
  cell = $state<number | null>(null);

  /** @param inside must stay the same */
  constructor(inside: Inside, reader: Chooser, start: LesionStart = {}) {
    this.#inside = inside;
    this.#reader = reader;
    const layer = start.layer ?? 0;
    const at = start.at ?? 'zero';
    const neuron = start.neuron ?? worstOf(inside.losses[layer][at]);
    const out = start.out ?? [neuron];
    this.#start = { layer, at, neuron, out };
    this.#begin();
  }

  /** Hidden layer, from 0. */
  get layer(): number {
    return this.#layer;
  }
  /** How many neurons the layer has. */
  get count(): number {
    return this.#inside.network.layers[this.layer].nOut;
  }
  /** The neuron that is looked at, from 0. */
  get neuron(): number {
    return this.#neuron;
  }
  /** Those that are out, in order, from 0. */
  get out(): readonly number[] {
    return this.#out;
  }
  isOut(j: number): boolean {
    return this.#out.includes(j);
  }

  /** How many digits of all are lost when neuron j alone is out, 0 to 1; below 0 where some are won. */
  lossOf(j: number): number {
    return this.#inside.losses[this.layer][this.at][j];
  }

  /** What each output hears from the neuron that is looked at: the mean part of its z. (10) */
  readonly heard: Float64Array = $derived.by(() => {
    const { activity } = this.#inside;
    const alone = { layer: this.layer, neurons: [this.neuron], at: 'zero' as const };
    return heardFrom(activity, readWithout(activity, alone));
  });
  get before(): Reading {
    return this.#inside.whole;
  }
  /** How the network reads without those that are out; null while all are in. */
  readonly after: Lesioned | null = $derived.by(() =>
    this.out.length === 0
      ? null
      : readWithout(this.#inside.activity, {
          layer: this.layer,
          neurons: this.out,
          at: this.at,
        }),
  );
  /** (10, 10) row-major: answers after less answers before. */
  readonly moved: Int32Array = $derived(
    this.after ? movedAnswers(this.before, this.after) : new Int32Array(100),
  );

  get canReset(): boolean {
    const { layer, neuron, out, at } = this.#start;
    return (
      this.layer !== layer ||
      this.neuron !== neuron ||
      this.out.join() !== out.join() ||
      this.at !== at ||
      this.cell !== null
    );
  }
  reset(): void {
    this.#begin();
  }

  #begin(): void {
    const { layer, neuron, out, at } = this.#start;
    this.#layer = layer;
    this.#neuron = neuron;
    this.#out = out;
    this.at = at;
    this.cell = null;
  }

  /** Goes to another hidden layer, with all of its neurons in place. Any other does nothing. */
  choose(layer: number): void {
    if (layer === this.#layer || this.#inside.losses[layer] === undefined) return;
    this.#layer = layer;
    this.#neuron = worstOf(this.#inside.losses[layer][this.at]);
    this.#out = [];
  }
  /** Looks at a neuron of the layer. Any other does nothing. */
  look(j: number): void {
    if (this.#has(j)) this.#neuron = j;
  }
  /** Takes a neuron out, or puts it back. */
  toggle(j: number = this.neuron): void {
    if (!this.#has(j)) return;
    this.#out = this.isOut(j)
      ? this.#out.filter((other) => other !== j)
      : [...this.#out, j].sort((one, other) => one - other);
  }
  /** Puts all back. */
  putBack(): void {
    this.#out = [];
  }
  toLink(): Record<string, string> {
    const { layer, neuron, out, at } = this.#start;
    const link: Record<string, string> = {};
    const isMoved = this.layer !== layer;
    if (isMoved) link['l'] = String(this.layer + 1);
    if (isMoved || this.neuron !== neuron) link['n'] = String(this.neuron + 1);
    if (isMoved || this.out.join() !== out.join()) {
      link['out'] = this.out.length === 0 ? '0' : this.out.map((j) => j + 1).join('-');
    }
    if (this.at !== at) link['at'] = this.at;
    return link;
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.at = oneOf(params['at'], WAYS) ?? this.at;
    this.choose((whole(params['l'], 1, this.#inside.losses.length) ?? this.layer + 1) - 1);
    this.look((whole(params['n'], 1, this.count) ?? this.neuron + 1) - 1);
    const out = params['out'];
    if (out !== undefined) {
      const named = out.split('-').map((one) => whole(one, 0, this.count));
      if (!named.includes(null)) {
        this.#out = named
          .map((j) => (j ?? 0) - 1)
          .filter((j, i, all) => this.#has(j) && all.indexOf(j) === i)
          .sort((one, other) => one - other);
      }
    }
  }

  #has(j: number): boolean {
    return Number.isInteger(j) && j >= 0 && j < this.count;
  }
}

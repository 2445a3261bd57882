import { heardFrom, readWithout } from '@/inside/lesions.ts';
import { type Portrait, portraitOf, weightsOf } from '@/inside/portraits.ts';
import type { Inside } from '@/islands/inside.ts';
import { whole } from '@/reader/codec.ts';
import { type Chooser, lookedAt } from '../looked-at.svelte.ts';

export interface PortraitStart {
  /** Hidden layer, from 0. */
  readonly layer?: number;
}

/** One hidden neuron, looked at from all sides. Which one is the reader's choice, for all figures of the page. */
export class PortraitFigure {
  readonly #inside: () => Inside;
  readonly #reader: Chooser;
  readonly #start: Required<PortraitStart>;
  #layer = $state(0);

  constructor(inside: () => Inside, reader: Chooser, start: PortraitStart = {}) {
    this.#inside = inside;
    this.#reader = reader;
    this.#start = { layer: start.layer ?? 0 };
    this.reset();
  }

  get inside(): Inside {
    return this.#inside();
  }
  /** Hidden layer, from 0. */
  get layer(): number {
    return this.#layer;
  }
  /** From 0. */
  get neuron(): number {
    return lookedAt(this.#reader, this.layer, this.inside.losses[this.layer].zero);
  }
  /** The weights that lead to it: from pixels, or from neurons of layer 1. A view. */
  get weights(): Float64Array {
    return weightsOf(this.inside.network, this.layer, this.neuron);
  }
  readonly portrait: Portrait = $derived.by(() =>
    portraitOf(this.inside.activity, this.layer, this.neuron),
  );
  /** What each output hears from it: the mean part of its z. (10) */
  readonly heard: Float64Array = $derived.by(() => {
    const { activity } = this.inside;
    const alone = { layer: this.layer, neurons: [this.neuron], at: 'zero' as const };
    return heardFrom(activity, readWithout(activity, alone));
  });
  /** By digit, for how many of its digits the neuron fires, z above 0, and how many there are. */
  readonly firing: readonly { readonly fires: number; readonly of: number }[] = $derived.by(() => {
    const { labels } = this.inside.activity;
    const { zs } = this.portrait;
    return Array.from({ length: 10 }, (_, digit) => {
      const own = zs.filter((_z, i) => labels[i] === digit);
      return { fires: own.filter((z) => z > 0).length, of: own.length };
    });
  });

  get canReset(): boolean {
    return this.layer !== this.#start.layer;
  }
  reset(): void {
    this.#layer = this.#start.layer;
  }
  /** Goes to another hidden layer. Any other does nothing. */
  choose(layer: number): void {
    if (this.inside.losses[layer] !== undefined) this.#layer = layer;
  }
  /** Looks at a neuron of the layer, in all figures. Any other does nothing. */
  look(j: number): void {
    if (!Number.isInteger(j) || j < 0 || j >= this.inside.losses[this.layer].zero.length) return;
    this.#reader.chooseNeuron({ layer: this.layer + 1, index: j });
  }

  toLink(): Record<string, string> {
    return this.canReset ? { l: String(this.layer + 1) } : {};
  }
  fromLink(params: Readonly<Record<string, string | undefined>>): void {
    this.choose((whole(params['l'], 1, this.inside.losses.length) ?? this.layer + 1) - 1);
  }
}

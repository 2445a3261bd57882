import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import { explain, type Explanation, type Part } from '@/explain/explain.ts';
import { feedforward, type ForwardPass } from '@/network/feedforward.ts';
import type { Layer, Network } from '@/network/network.ts';
import type { NeuronPlace } from '@/plot/network/neuron.ts';
import { whole } from '@/reader/codec.ts';
import { type Index, type Piece, type Step, STEPS } from './notation.ts';

/** The layer that is written out: small enough to show its whole table. */
export const LAYER = 2;
/** It has as many neurons as the layer before it, so its table is a square. */
export const ROWS = 16;

/** The numbers of one neuron of the layer, and of one of its connections. */
export interface Worked {
  readonly weight: number;
  readonly activation: number;
  readonly product: number;
  readonly sum: number;
  readonly bias: number;
  readonly z: number;
  readonly out: number;
}

/** What the reader has chosen for the whole site. */
export interface Scene {
  readonly network: Network;
  /** The 784 numbers in force. */
  readonly image: Float64Array;
  readonly neuron: NeuronPlace;
}

/** From one product to the line for a whole layer, step by step. */
export class NotationStepper {
  readonly inspector = new Inspector();
  readonly #scene: () => Scene;
  readonly #first: number;
  step = $state(0);
  isPlaying = $state(false);
  /** The piece that is pointed at; null where none is. */
  lit = $state<Piece | null>(null);
  /** The connection that is followed: from neuron k, counted from 0; null for the one with the largest product. */
  source = $state<number | null>(null);

  readonly now: Step = $derived(STEPS[this.step]);
  readonly layer: Layer = $derived.by(() => layerOf(this.#scene().network));
  readonly pass: ForwardPass = $derived.by(() => {
    const { network, image } = this.#scene();
    return feedforward(network, image);
  });
  /** The neuron written out, from 0, … */
  readonly j: number = $derived.by(() => {
    const { layer, index } = this.#scene().neuron;
    return layer === LAYER ? index : 0;
  });
  /** … and the one at the other end of the connection that is followed. */
  readonly k: number = $derived.by(
    () => this.source ?? strongestSource(this.layer, this.a, this.j),
  );
  readonly worked: Worked = $derived.by(() =>
    work(this.#scene().network, this.pass, this.j, this.k),
  );

  /** @param first the step to begin with, from 0 */
  constructor(scene: () => Scene, first = 0) {
    this.#scene = scene;
    this.#first = Math.min(STEPS.length - 1, Math.max(0, first));
    this.step = this.#first;
  }

  /** What the layer is given, its weighted inputs, and what it makes of them. */
  get a(): Float64Array {
    return this.pass.activations[LAYER - 1];
  }
  get zs(): Float64Array {
    return this.pass.zs[LAYER - 1];
  }
  get outs(): Float64Array {
    return this.pass.activations[LAYER];
  }

  isReached(piece: Piece): boolean {
    return this.now.pieces.includes(piece);
  }
  /** What a letter's index is here, as the page counts; undefined where it has none. */
  indexOf(index: Index): string | undefined {
    const [j, k] = [String(this.j + 1), String(this.k + 1)];
    const names = { j, k, jk: `${j},${k}`, 'every k': 'k', 'j, every k': `${j},k` };
    return index === null ? undefined : names[index];
  }

  /** Opens the number that a piece stands for. */
  open(piece: Piece): void {
    const { j, k } = this;
    this.lit = piece;
    const part: Part =
      piece === 'w'
        ? { kind: 'weight', layer: LAYER, j, k }
        : piece === 'a'
          ? { kind: 'activation', layer: LAYER - 1, j: k }
          : piece === 'b'
            ? { kind: 'bias', layer: LAYER, j }
            : piece === 'out' || piece === 'sigma'
              ? { kind: 'activation', layer: LAYER, j }
              : { kind: 'z', layer: LAYER, j };
    this.inspector.open(part);
  }
  readonly explain = (part: Part): Explanation => explain(this.#scene().network, this.pass, part);

  get canReset(): boolean {
    return (
      this.step !== this.#first ||
      this.source !== null ||
      this.isPlaying ||
      this.inspector.part !== null
    );
  }

  reset(): void {
    this.step = this.#first;
    this.inspector.reset();
    this.isPlaying = false;
    this.lit = null;
    this.source = null;
  }

  toLink(): Record<string, string> {
    return {
      ...(this.step === 0 ? {} : { step: String(this.step + 1) }),
      ...(this.source === null ? {} : { from: String(this.source + 1) }),
    };
  }

  /** Takes a step from 1 to the last, and a sending neuron from 1; anything else is left alone. */
  fromLink({ step, from }: Readonly<Record<string, string>>): void {
    const source = whole(from, 1, ROWS);
    if (source !== null) this.source = source - 1;
    const index = Number(step) - 1;
    if (Number.isInteger(index) && index >= 0 && index < STEPS.length) this.step = index;
  }
}

/** The layer that is written out. */
export function layerOf(network: Network): Layer {
  return network.layers[LAYER - 1];
}

/** The source with the largest product, by its size: the first of equals. */
export function strongestSource({ nIn, weights }: Layer, a: Float64Array, j: number): number {
  let best = 0;
  for (let k = 1; k < nIn; k++) {
    if (Math.abs(weights[j * nIn + k] * a[k]) > Math.abs(weights[j * nIn + best] * a[best]))
      best = k;
  }
  return best;
}

/** The numbers of neuron j, and of its connection from k, both from 0. */
export function work(network: Network, pass: ForwardPass, j: number, k: number): Worked {
  const { nIn, weights, biases } = layerOf(network);
  const weight = weights[j * nIn + k];
  const activation = pass.activations[LAYER - 1][k];
  const z = pass.zs[LAYER - 1][j];
  const bias = biases[j];
  return {
    ...{ weight, activation, product: weight * activation },
    ...{ sum: z - bias, bias, z, out: pass.activations[LAYER][j] },
  };
}

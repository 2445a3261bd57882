import type { ForwardPass } from '@/network/feedforward.ts';
import type { Layer, Network } from '@/network/network.ts';
import { type Piece, type Step, STEPS } from './notation.ts';

/** The layer that is written out: small enough to show its whole table. */
export const LAYER = 2;

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

/** From one product to the line for a whole layer, step by step. */
export class NotationStepper {
  step = $state(0);
  isPlaying = $state(false);
  /** The piece that is pointed at; null where none is. */
  lit = $state<Piece | null>(null);
  /** The connection that is followed: from neuron k, counted from 0; null for the one with the largest product. */
  source = $state<number | null>(null);

  readonly now: Step = $derived(STEPS[this.step]);

  get isFirst(): boolean {
    return this.step === 0 && this.source === null;
  }

  reset(): void {
    this.step = 0;
    this.isPlaying = false;
    this.lit = null;
    this.source = null;
  }

  toLink(): Record<string, string> {
    return this.step === 0 ? {} : { step: String(this.step + 1) };
  }

  /** Takes a step from 1 to the last; anything else is left alone. */
  fromLink({ step }: Readonly<Record<string, string>>): void {
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

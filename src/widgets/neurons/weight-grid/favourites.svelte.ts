import type { GivenDigit } from '@/digits/sheet.ts';
import type { Network } from '@/network/network.ts';
import type { Neuron } from '@/reader/state.ts';
import { rankDigits } from '../weighted-sums.ts';

/** A digit, and what a neuron makes of it: its weighted input. */
export interface Liking {
  readonly digit: GivenDigit;
  readonly z: number;
}

/** Many digits that are fetched only when somebody asks for them. */
export interface DigitSource {
  readonly load: () => Promise<void>;
  /** To be read once they are loaded. */
  readonly digits: () => readonly GivenDigit[];
}

/** Which of many digits please a neuron most and least. */
export class Favourites {
  /** 'asked' while they are on their way. */
  state = $state<'closed' | 'asked' | 'open' | 'failed'>('closed');
  /** Why they did not arrive, for the reader. */
  trouble = $state('');
  readonly #source: DigitSource;
  readonly #scene: () => { readonly network: Network; readonly neuron: Neuron };

  constructor(
    source: DigitSource,
    scene: () => { readonly network: Network; readonly neuron: Neuron },
  ) {
    this.#source = source;
    this.#scene = scene;
  }

  /** The most liked and the least liked, and of how many; null until they are here. */
  readonly extremes: { most: Liking; least: Liking; count: number } | null = $derived.by(() => {
    if (this.state !== 'open') return null;
    const digits = this.#source.digits();
    const { network, neuron } = this.#scene();
    const { order, sums } = rankDigits(network, digits, neuron);
    const bias = network.layers[neuron.layer - 1].biases[neuron.index];
    const at = (rank: number): Liking => ({ digit: digits[order[rank]], z: sums[rank] + bias });
    return { most: at(order.length - 1), least: at(0), count: order.length };
  });

  /** Opens it; fetches the digits first, once. Asked again after a failure it tries again. */
  async ask(): Promise<void> {
    if (this.state === 'asked' || this.state === 'open') return;
    this.state = 'asked';
    try {
      await this.#source.load();
      if (this.state === 'asked') this.state = 'open';
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : 'The download did not finish.';
      if (this.state === 'asked') this.state = 'failed';
    }
  }

  close(): void {
    this.state = 'closed';
  }
}

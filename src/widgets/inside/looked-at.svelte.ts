/** Which network a figure looks inside, and at which neuron: what the figures of the chapter share. */
import type { Resource } from '@/islands/resources.ts';
import type { Network } from '@/network/network.ts';
import type { Neuron } from '@/reader/reader.svelte.ts';

/** The reader, as far as a neuron is chosen: one chosen in one figure is chosen in all. */
export interface Chooser {
  /** Of layer 1, 2, … the neuron chosen last, from 0; null where none ever was. */
  neuronOf(layer: number): number | null;
  chooseNeuron(neuron: Neuron): void;
}

/** The neuron of a hidden layer that is looked at: the reader's, or where none was chosen the one that is missed most. @param layer from 0 */
export function lookedAt(
  reader: Pick<Chooser, 'neuronOf'>,
  layer: number,
  losses: readonly number[],
): number {
  const chosen = reader.neuronOf(layer + 1);
  return chosen !== null && chosen < losses.length ? chosen : worstOf(losses);
}

/** The one whose loss is the greatest, the first of equals. */
export function worstOf(losses: readonly number[]): number {
  return losses.indexOf(Math.max(...losses));
}

/** The reader's network, as far as it matters here. */
interface Whose {
  /** 784-16-16-10: the reader's own, or ours. */
  readonly network: Network;
  readonly isOwn: boolean;
  readonly networkName: string;
}

/**
 * What was found inside the network that the reader's figures run: of the reader's own it takes a while, and until then ours is on show.
 * Called while a component is created.
 */
export class Found<T extends { readonly network: Network }> {
  readonly #reader: Whose;
  readonly #ours: Resource<T>;
  #own = $state.raw<T | null>(null);

  constructor(reader: Whose, ours: Resource<T>, look: (network: Network) => Promise<T>) {
    this.#reader = reader;
    this.#ours = ours;
    $effect(() => {
      const { network, isOwn } = reader;
      if (!isOwn) return;
      look(network).then(
        (found) => (this.#own = found),
        () => undefined, // ours stays on show, and the header says whose it is
      );
    });
  }

  get isOwn(): boolean {
    return this.#reader.isOwn && this.#own?.network === this.#reader.network;
  }
  get value(): T {
    return this.isOwn && this.#own ? this.#own : this.#ours.value;
  }
  /** Whose it is: 'explainer network', 'your network B'. */
  get name(): string {
    return this.isOwn || !this.#reader.isOwn ? this.#reader.networkName : 'explainer network';
  }
}

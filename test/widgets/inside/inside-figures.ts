import { type Neuron } from '@/reader/reader.svelte.ts';

/** A reader whose neurons and guesses can be looked at. */
export class FakeReader {
  readonly guesses: Record<string, string> = {};
  readonly #neurons = new Map<number, number>();

  constructor(guesses: Record<string, string> = {}) {
    this.guesses = guesses;
  }
  neuronOf(layer: number): number | null {
    return this.#neurons.get(layer) ?? null;
  }
  chooseNeuron({ layer, index }: Neuron): void {
    this.#neurons.set(layer, index);
  }
  guess(key: string, value: string): void {
    this.guesses[key] = value;
  }
}

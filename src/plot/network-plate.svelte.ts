import { isSameNeuron, nearestNeuron, type NeuronPlace } from './neuron.ts';

/** What a network's plate knows besides what it is handed: where the pointer and the keyboard are, and which layer lies open. */
export class PlateState {
  /** The neuron under the pointer or in focus. */
  pointed = $state.raw<NeuronPlace | null>(null);
  #cursor = $state.raw<NeuronPlace | null>(null);
  #open = $state<number | null>(null);
  readonly #sizes: () => readonly number[];
  readonly #selected: () => NeuronPlace | null;

  /** @param sizes neurons in each layer, the input first @param selected what is selected now */
  constructor(sizes: () => readonly number[], selected: () => NeuronPlace | null) {
    this.#sizes = sizes;
    this.#selected = selected;
  }

  /** What is selected, if the network has such a neuron. */
  get selected(): NeuronPlace | null {
    const place = this.#selected();
    if (place === null) return null;
    const nearest = nearestNeuron(place, this.#sizes());
    return isSameNeuron(nearest, place) ? place : null;
  }

  get shown(): NeuronPlace | null {
    return this.pointed ?? this.selected;
  }

  /** Where the Tab key stops: the last neuron in focus, else the selected one, else the first of the open layer. */
  get cursor(): NeuronPlace {
    const place = this.#cursor ?? this.selected ?? { layer: this.open, index: 0 };
    return nearestNeuron(place, this.#sizes());
  }

  /** The hidden layer that lies open: the one asked for last, else that of the selected neuron, else the one before the outputs. */
  get open(): number {
    const lastHidden = Math.max(1, this.#sizes().length - 2);
    const layer = this.#open ?? this.selected?.layer ?? lastHidden;
    return Math.min(lastHidden, Math.max(1, layer));
  }

  /** Takes the keyboard to a neuron; a hidden layer opens for it. */
  goTo(place: NeuronPlace): void {
    this.#cursor = nearestNeuron(place, this.#sizes());
    this.#openFor(this.#cursor.layer);
  }

  openLayer(layer: number): void {
    this.goTo({ layer, index: 0 });
  }

  #openFor(layer: number): void {
    const last = this.#sizes().length - 1;
    if (layer < last) this.#open = layer;
    else if (layer === last) this.#open = Math.max(1, last - 1);
  }
}

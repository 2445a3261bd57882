import { isSameNeuron, nearestNeuron, type NeuronPlace } from './neuron.ts';

/** What a network's plate knows besides what it is handed: where the pointer and the keyboard are, and which layer lies open. */
export class PlateState {
  /** The neuron under the pointer or in focus. */
  pointed = $state.raw<NeuronPlace | null>(null);
  /** Where the keyboard went, and what was selected then: when something else is selected, that is where it starts from. */
  #trip = $state.raw<{ readonly to: NeuronPlace; readonly under: NeuronPlace | null } | null>(null);
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

  /** Where the Tab key stops: where the keyboard went, else the selected neuron, else the first of the last hidden layer. */
  get cursor(): NeuronPlace {
    const place = this.#went ?? this.selected ?? { layer: this.#lastHidden, index: 0 };
    return nearestNeuron(place, this.#sizes());
  }

  /** The hidden layer that lies open: that of the cursor; under outputs, the one before them. */
  get open(): number {
    return Math.min(this.#lastHidden, this.cursor.layer);
  }

  /** Takes the keyboard to a neuron; a hidden layer opens for it. */
  goTo(place: NeuronPlace): void {
    this.#trip = { to: nearestNeuron(place, this.#sizes()), under: this.#selected() };
  }

  /** As it was at first; what is selected is not ours. */
  reset(): void {
    this.#trip = null;
    this.pointed = null;
  }

  get #went(): NeuronPlace | null {
    if (this.#trip === null) return null;
    const { to, under } = this.#trip;
    const selected = this.#selected();
    return under === selected || isSameNeuron(under, selected) ? to : null;
  }

  get #lastHidden(): number {
    return Math.max(1, this.#sizes().length - 2);
  }
}

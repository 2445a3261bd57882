import type { LayerWeights, NeuronPlace } from './neuron.ts';

/** What both arrangements of a network's picture show, and what they report: `NetworkPlate` keeps it. */
export interface NetworkView {
  readonly sizes: readonly number[];
  /** Of layer 1, 2, …; empty where they are not known. */
  readonly weights: readonly LayerWeights[];
  readonly label: string;
  readonly showsNumbers: boolean;
  readonly selected: NeuronPlace | null;
  /** Pointed at or, failing that, selected: its edges and its number are drawn in full. */
  readonly shown: NeuronPlace | null;
  /** Where the Tab key stops, and the arrow keys start from. */
  readonly cursor: NeuronPlace;
  /** The hidden layer that lies open where layers are rows. */
  readonly open: number;
  /** The last layer that the signal has come to; the lamps of those after it are dark and have no number. */
  readonly reached: number;
  /** The layer that it is coming to just now; null where nothing is on its way. */
  readonly arriving: number | null;
  /** From 0 to 1. */
  readonly activation: (place: NeuronPlace) => number;
  /** What a listener hears of a neuron. */
  readonly name: (place: NeuronPlace) => string;
  readonly point: (place: NeuronPlace | null) => void;
  readonly choose: (place: NeuronPlace) => void;
  readonly openLayer: (layer: number) => void;
  /** Moves cursor and focus where an arrow key asks for it. */
  readonly walk: (
    event: KeyboardEvent,
    move: (key: string, at: NeuronPlace) => NeuronPlace | null,
  ) => void;
}

import type { LayerWeights, NeuronPlace } from './neuron.ts';

/** What the way back adds to a network's picture: arrows, errors, and what the outputs should be. */
export interface BackView {
  /** The way a neuron should move, from -1 (down) to 1 (up), over the most of its layer; null where nothing has come back to it yet. */
  readonly arrow: (place: NeuronPlace) => number | null;
  /** Its number as it is written beside it: '+0.062'. Empty where there is none. */
  readonly value: (place: NeuronPlace) => string;
  /** What the outputs should be, 0 or 1; null before it is asked. */
  readonly targets: ArrayLike<number> | null;
  /** What the numbers beside the outputs are: 'error δ'. Empty where there are none yet. */
  readonly head: string;
}

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
  /** What has come back so far; null in a picture of the way forward alone. */
  readonly back: BackView | null;
  /** Which edges of the neuron shown are drawn in full. */
  readonly edges: 'both' | 'into' | 'out';
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

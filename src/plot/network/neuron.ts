/** One neuron, by where it stands: layer 0 is the input, so the first layer of neurons is 1. */
export interface NeuronPlace {
  readonly layer: number;
  /** From 0; what a reader sees counts from 1, save outputs, which are named by their digit. */
  readonly index: number;
}

/** The weights of one layer: (nOut, nIn) row-major, so `weights[j * nIn + k]` leads to j from k. */
export interface LayerWeights {
  readonly nIn: number;
  readonly nOut: number;
  readonly weights: ArrayLike<number>;
}

export function isSameNeuron(a: NeuronPlace | null, b: NeuronPlace | null): boolean {
  return a !== null && b !== null && a.layer === b.layer && a.index === b.index;
}

/** 'Layer 1', or 'Outputs' for the last layer of a network of so many sizes. */
export function layerName(layer: number, sizes: readonly number[]): string {
  return layer === sizes.length - 1 ? 'Outputs' : `Layer ${layer}`;
}

/** 'Neuron 4, layer 1' or 'Output 7', as the number inspector says it too. */
export function neuronName({ layer, index }: NeuronPlace, sizes: readonly number[]): string {
  return layer === sizes.length - 1 ? `Output ${index}` : `Neuron ${index + 1}, layer ${layer}`;
}

/** An activation or a score as figures show it: two places. What is no number reads 0.00. */
export function twoPlaces(value: number | undefined): string {
  return (value !== undefined && Number.isFinite(value) ? value : 0).toFixed(2);
}

/**
 * The neuron meant, if there is one; otherwise the nearest that there is.
 * @param sizes neurons in each layer, the input first
 */
export function nearestNeuron(
  { layer, index }: NeuronPlace,
  sizes: readonly number[],
): NeuronPlace {
  const l = clampWhole(layer, 1, sizes.length - 1);
  return { layer: l, index: clampWhole(index, 0, sizes[l] - 1) };
}

function clampWhole(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, Math.round(value))) : low;
}

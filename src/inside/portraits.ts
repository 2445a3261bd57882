/** What a neuron is excited by: the digits at both ends of its weighted input, and its weights taken through the layers before it. */
import { ValueError } from '../network/errors.ts';
import type { Network } from '../network/network.ts';
import { type Activity, checkNeuron, columnOf } from './activity.ts';

/** An example and what a neuron makes of it. */
export interface Excited {
  /** Which example, from 0. */
  readonly example: number;
  /** The neuron's weighted input z on it. */
  readonly z: number;
}

/** The two ends of what a neuron makes of many examples. */
export interface Portrait {
  /** Its z on each example, in the examples' order. (count) */
  readonly zs: Float64Array;
  /** The examples that excite it most, the highest z first … */
  readonly most: readonly Excited[];
  /** … and least, the lowest z first. Of equals the earlier one stands first in both. */
  readonly least: readonly Excited[];
}

/**
 * @param layer as network.layers counts, from 0 @param j the neuron, from 0 @param many how many examples at each end, or all there are
 * @throws ShapeError for a neuron that the layer does not have
 */
export function portraitOf(activity: Activity, layer: number, j: number, many = 10): Portrait {
  const { nOut, zs: rows } = activity.layers[layer];
  const zs = columnOf(rows, nOut, j);
  const order = Array.from(zs, (_, i) => i).sort(
    (one, other) => zs[other] - zs[one] || one - other,
  );
  const named = (example: number): Excited => ({ example, z: zs[example] });
  return {
    zs,
    most: order.slice(0, many).map(named),
    least: order
      .slice(-many || order.length)
      .sort((one, other) => zs[one] - zs[other] || one - other)
      .map(named),
  };
}

/** The weights that lead to a neuron. (nIn) A view: not to be changed. */
export function weightsOf(network: Network, layer: number, j: number): Float64Array {
  const { nIn, nOut, weights } = network.layers[layer];
  checkNeuron(nOut, j);
  return weights.subarray(j * nIn, (j + 1) * nIn);
}

/**
 * How strongly each neuron of a layer goes by each pixel: the slope of its z along the pixel, as a mean over all examples. For the first
 * layer these are its weights. For a later one the chain rule leads back through the layers before, sigma' and all, so that a weight to a
 * neuron which seldom moves counts for little. pictures[j], (nIn).
 * @param layer as network.layers counts, from 0
 */
export function slopePictures({ network, count, layers }: Activity, layer: number): Float64Array[] {
  const [first] = network.layers;
  const { nOut } = network.layers[layer];
  if (layer === 0) return Array.from({ length: nOut }, (_, j) => weightsOf(network, 0, j).slice());
  // mean[j * first.nOut + k] = dz_j / dz_k of the first layer, as a mean.
  const mean = new Float64Array(nOut * first.nOut);
  for (let i = 0; i < count; i++) {
    let slopes = identity(first.nOut);
    for (let l = 1; l <= layer; l++) {
      const { nOut: width, activations } = layers[l - 1];
      const before = activations.subarray(i * width, (i + 1) * width);
      slopes = along(network.layers[l], before, slopes, first.nOut);
    }
    for (let n = 0; n < mean.length; n++) mean[n] += slopes[n] / count;
  }
  return Array.from({ length: nOut }, (_, j) => {
    const picture = new Float64Array(first.nIn);
    for (let k = 0; k < first.nOut; k++) {
      const slope = mean[j * first.nOut + k];
      const row = k * first.nIn;
      for (let x = 0; x < first.nIn; x++) picture[x] += slope * first.weights[row + x];
    }
    return picture;
  });
}

function identity(size: number): Float64Array {
  const ones = new Float64Array(size * size);
  for (let j = 0; j < size; j++) ones[j * size + j] = 1;
  return ones;
}

/** From slopes of a layer's zs to those of the next: w sigma' times them. @param before its activations @param slopes (nIn, across) */
function along(
  { nIn, nOut, weights }: Network['layers'][number],
  before: Float64Array,
  slopes: Float64Array,
  across: number,
): Float64Array {
  const after = new Float64Array(nOut * across);
  for (let j = 0; j < nOut; j++) {
    for (let k = 0; k < nIn; k++) {
      const slope = weights[j * nIn + k] * before[k] * (1 - before[k]);
      for (let n = 0; n < across; n++) after[j * across + n] += slope * slopes[k * across + n];
    }
  }
  return after;
}

/**
 * The mean of the examples with each label, 0 to 1: means[label], (nIn).
 * @throws ValueError when a label has none
 */
export function meanPictures(
  {
    count,
    inputs,
    full,
    labels,
  }: Readonly<{
    count: number;
    inputs: ArrayLike<number>;
    full: number;
    labels: Uint8Array;
  }>,
  nIn: number,
): Float64Array[] {
  const sums = Array.from({ length: 10 }, () => new Float64Array(nIn));
  const counts = new Uint32Array(10);
  for (let i = 0; i < count; i++) {
    const sum = sums[labels[i]];
    if (sum === undefined) continue;
    counts[labels[i]]++;
    for (let k = 0; k < nIn; k++) sum[k] += inputs[i * nIn + k];
  }
  const missing = counts.indexOf(0);
  if (missing >= 0) throw new ValueError(`A mean digit needs examples; there is no ${missing}.`);
  return sums.map((sum, label) => sum.map((ink) => ink / (counts[label] * full)));
}

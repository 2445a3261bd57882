/** Questions to the weights themselves: are neighbours alike, which can go, and where did nothing ever teach them. */
import { ShapeError, ValueError } from '../network/errors.ts';
import { cloneNetwork, type Layer, type Network } from '../network/network.ts';
import { correlation } from './correlation.ts';

const SIDE = 28;

/**
 * How alike the weights of neighbouring pixels are: the correlation over all pairs of pixels that lie beside or below each other, both
 * among `pixels`, of all neurons of a first layer. -1 to 1.
 * @throws ShapeError for a layer that does not stand on 28 x 28 pixels
 */
export function neighbourCorrelation({ nIn, nOut, weights }: Layer, pixels: Int32Array): number {
  if (nIn !== SIDE * SIDE) throw new ShapeError(`Expected ${SIDE * SIDE} inputs; got ${nIn}.`);
  const among = new Uint8Array(nIn);
  for (const k of pixels) among[k] = 1;
  const first: number[] = [];
  const second: number[] = [];
  for (const k of pixels) {
    const beside = k % SIDE < SIDE - 1 ? k + 1 : -1;
    for (const other of [beside, k + SIDE]) {
      if (among[other] !== 1) continue;
      for (let j = 0; j < nOut; j++) {
        first.push(weights[j * nIn + k]);
        second.push(weights[j * nIn + other]);
      }
    }
  }
  return correlation(first, second);
}

/**
 * A copy of the network in which a share of a layer's weights, those nearest to 0, are 0.
 * @param share 0 to 1 @throws ValueError for another one
 */
export function withoutSmallest(network: Network, layer: number, share: number): Network {
  if (!(share >= 0 && share <= 1)) throw new ValueError(`A share is from 0 to 1; got ${share}.`);
  const copy = cloneNetwork(network);
  const { weights } = copy.layers[layer];
  const order = Uint32Array.from(weights, (_, i) => i).sort(
    (one, other) => Math.abs(weights[one]) - Math.abs(weights[other]) || one - other,
  );
  for (const i of order.subarray(0, Math.round(share * weights.length))) weights[i] = 0;
  return copy;
}

/** A copy in which each weight of a layer has kept its sign alone: all have the size that its neuron's weights have on average. */
export function signsOnly(network: Network, layer: number): Network {
  const copy = cloneNetwork(network);
  const { nIn, nOut, weights } = copy.layers[layer];
  for (let j = 0; j < nOut; j++) {
    const row = weights.subarray(j * nIn, (j + 1) * nIn);
    let size = 0;
    for (const w of row) size += Math.abs(w) / nIn;
    for (let k = 0; k < nIn; k++) row[k] = size * Math.sign(row[k]);
  }
  return copy;
}

/** In how many examples each pixel has ink. (nIn) @param inputs (count, nIn) row-major */
export function inkCounts(inputs: ArrayLike<number>, nIn: number): Uint32Array {
  const counts = new Uint32Array(nIn);
  for (let i = 0; i < inputs.length; i++) if (inputs[i] !== 0) counts[i % nIn]++;
  return counts;
}

/** The standard deviation of a layer's weights from some inputs, all neurons together. NaN for no inputs. */
export function spreadFrom({ nIn, nOut, weights }: Layer, inputs: ArrayLike<number>): number {
  const n = nOut * inputs.length;
  let sum = 0;
  let squares = 0;
  for (let j = 0; j < nOut; j++) {
    for (let i = 0; i < inputs.length; i++) {
      const w = weights[j * nIn + inputs[i]];
      sum += w;
      squares += w * w;
    }
  }
  const mean = sum / n;
  return Math.sqrt(Math.max(0, squares / n - mean * mean));
}

/** Whether the weights from some inputs are exactly 0, all of them. */
export function areZeroFrom({ nIn, nOut, weights }: Layer, inputs: ArrayLike<number>): boolean {
  for (let j = 0; j < nOut; j++) {
    for (let i = 0; i < inputs.length; i++) if (weights[j * nIn + inputs[i]] !== 0) return false;
  }
  return true;
}

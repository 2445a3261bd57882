/** What many digits make of one neuron: the sums of their products, before the bias, which is the same for all of them. */
import { createActive, createPass, findActive, forwardInto } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import type { Neuron } from '@/reader/reader.svelte.ts';

/** Digits in the order of their sums for one neuron. A rank counts from 0; the digit of the lowest sum has rank 0. */
export interface Ranking {
  /** By rank, the lowest first: sum over k of w_jk a_k. */
  readonly sums: Float64Array;
  /** By rank: which of the digits it is, by its place in the list. */
  readonly order: Int32Array;
  /** By the digit's place in the list: its rank. */
  readonly rankOf: Int32Array;
}

interface Picture {
  readonly pixels: Float64Array;
}

/** Of a network's neurons, by '1.5' for layer 1, index 5; for as long as network and digits are there. */
const known = new WeakMap<readonly Picture[], WeakMap<Network, Map<string, Ranking>>>();

/**
 * The digits ranked by what they add up to in a neuron; computed once and then remembered. A neuron of the first layer costs one
 * product a pixel of ink; the first of a later layer costs one pass of the whole network a digit, and the others of it come with that.
 * @param neuron layer from 1, index from 0; the network must have it
 */
export function rankDigits(
  network: Network,
  digits: readonly Picture[],
  { layer, index }: Neuron,
): Ranking {
  const ofDigits = known.get(digits) ?? new WeakMap<Network, Map<string, Ranking>>();
  known.set(digits, ofDigits);
  const rankings = ofDigits.get(network) ?? new Map<string, Ranking>();
  ofDigits.set(network, rankings);
  const key = `${layer}.${index}`;
  if (!rankings.has(key)) {
    if (layer === 1) rankings.set(key, rank(firstLayerSums(network, digits, index)));
    else {
      laterSums(network, digits, layer).forEach((sums, j) =>
        rankings.set(`${layer}.${j}`, rank(sums)),
      );
    }
  }
  const ranking = rankings.get(key);
  if (ranking === undefined) throw new RangeError(`This network has no neuron ${key}.`);
  return ranking;
}

function firstLayerSums(network: Network, digits: readonly Picture[], index: number): Float64Array {
  const { nIn, weights } = network.layers[0];
  const row = weights.subarray(index * nIn, (index + 1) * nIn);
  return Float64Array.from(digits, ({ pixels }) => {
    let sum = 0;
    for (let k = 0; k < nIn; k++) if (pixels[k] !== 0) sum += row[k] * pixels[k];
    return sum;
  });
}

/** For each neuron of the layer, the digits' sums: z without its bias. */
function laterSums(
  network: Network,
  digits: readonly Picture[],
  layer: number,
): readonly Float64Array[] {
  const { biases } = network.layers[layer - 1];
  const pass = createPass(network);
  const active = createActive(network);
  const sums = Array.from(biases, () => new Float64Array(digits.length));
  digits.forEach(({ pixels }, i) => {
    findActive(pixels, 0, pixels.length, 1, active);
    forwardInto(network, pass, active);
    const z = pass.zs[layer - 1];
    sums.forEach((of, j) => (of[i] = z[j] - biases[j]));
  });
  return sums;
}

function rank(unsorted: Float64Array): Ranking {
  const order = Int32Array.from(unsorted, (_, i) => i);
  order.sort((one, other) => unsorted[one] - unsorted[other] || one - other);
  const rankOf = new Int32Array(order.length);
  order.forEach((digit, rank) => (rankOf[digit] = rank));
  return { sums: Float64Array.from(order, (digit) => unsorted[digit]), order, rankOf };
}

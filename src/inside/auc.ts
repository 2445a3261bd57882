/** How well one number tells the digits of a label from all others: the area under the ROC curve, and how neurons and mixtures fare. */
import { ShapeError } from '../network/errors.ts';
import type { Layer } from '../network/network.ts';
import type { Random } from '../network/random.ts';
import { columnOf, type LayerActivity } from './activity.ts';

/** The numbers of the digits with a label, and those of all others. Each ascending. */
export interface TwoGroups {
  readonly wanted: Float64Array;
  readonly others: Float64Array;
}

/** Parts numbers by label. @param values as many as labels */
export function groups(values: Float64Array, labels: Uint8Array, label: number): TwoGroups {
  return {
    wanted: values.filter((_, i) => labels[i] === label).sort(),
    others: values.filter((_, i) => labels[i] !== label).sort(),
  };
}

/**
 * The area under the ROC curve: of all pairs of a wanted digit and another, the share in which the wanted one has the larger number; a
 * tie counts half. 0 to 1; 0.5 for guessing, and where one of the groups is empty.
 */
export function auc({ wanted, others }: TwoGroups): number {
  if (wanted.length === 0 || others.length === 0) return 0.5;
  let below = 0;
  let upTo = 0;
  let won = 0;
  for (const value of wanted) {
    while (below < others.length && others[below] < value) below++;
    while (upTo < others.length && others[upTo] <= value) upTo++;
    won += (below + upTo) / 2;
  }
  return won / (wanted.length * others.length);
}

/**
 * The AUC of a number for each label at once, from its ranks (Mann and Whitney 1947): the ranks of a label's digits add up to the pairs
 * that they win, and n (n + 1) / 2 for themselves. Equals share the mean of their ranks, so that a tie counts half. (10)
 * @param values as many as labels; labels above 9 count among the others
 * @throws ShapeError for another number of values
 */
export function aucOfEach(values: Float64Array, labels: Uint8Array): Float64Array {
  const count = labels.length;
  if (values.length !== count) {
    throw new ShapeError(`${count} labels need as many values; got ${values.length}.`);
  }
  const order = Uint32Array.from(labels.keys()).sort((one, other) => values[one] - values[other]);
  const ranks = new Float64Array(10);
  const sizes = new Float64Array(10);
  for (let start = 0; start < count;) {
    let end = start + 1;
    while (end < count && values[order[end]] === values[order[start]]) end++;
    const rank = (start + 1 + end) / 2;
    for (; start < end; start++) {
      const label = labels[order[start]];
      if (label > 9) continue;
      ranks[label] += rank;
      sizes[label]++;
    }
  }
  return ranks.map((sum, label) => {
    const n = sizes[label];
    const pairs = n * (count - n);
    return pairs === 0 ? 0.5 : (sum - (n * (n + 1)) / 2) / pairs;
  });
}

/**
 * The AUC of each column for each label: (columns, 10) row-major. One that is low for a label tells it just as well, upside down:
 * `bestOfEach` counts that.
 */
export function aucTable(columns: readonly Float64Array[], labels: Uint8Array): Float64Array {
  const table = new Float64Array(10 * columns.length);
  columns.forEach((values, c) => table.set(aucOfEach(values, labels), 10 * c));
  return table;
}

/** For each label the best that any row of an aucTable does, right way up or upside down: 0.5 to 1. (10) */
export function bestOfEach(table: Float64Array): Float64Array {
  const best = new Float64Array(10);
  for (let i = 0; i < table.length; i++) {
    best[i % 10] = Math.max(best[i % 10], table[i], 1 - table[i]);
  }
  return best;
}

/** The activations of a layer, neuron by neuron: nOut lists of (count). */
export function neuronColumns({ nOut, activations }: LayerActivity): Float64Array[] {
  return Array.from({ length: nOut }, (_, j) => columnOf(activations, nOut, j));
}

/** The numbers that mix a layer's neurons: a direction drawn evenly from all, of length 1. (nOut) */
export function randomMixture(nOut: number, random: Random): Float64Array {
  const mixture = Float64Array.from({ length: nOut }, () => random.normal());
  const norm = Math.sqrt(mixture.reduce((sum, m) => sum + m * m, 0));
  return norm === 0 ? randomMixture(nOut, random) : mixture.map((m) => m / norm);
}

/**
 * What a mixture of a layer's neurons says on each example: the sum over j of mixture[j] times what neuron j says. (count)
 * @param rows zs or activations of the layer, (count, nOut) row-major, with nOut the mixture's length
 * @throws ShapeError for rows of another length
 */
export function mixedColumn(rows: Float64Array, mixture: Float64Array): Float64Array {
  const nOut = mixture.length;
  if (nOut === 0 || rows.length % nOut !== 0) {
    throw new ShapeError(`${rows.length} numbers are no rows of ${nOut} neurons.`);
  }
  const column = new Float64Array(rows.length / nOut);
  for (let i = 0; i < column.length; i++) {
    let sum = 0;
    for (let j = 0; j < nOut; j++) sum += mixture[j] * rows[i * nOut + j];
    column[i] = sum;
  }
  return column;
}

/** The weights that a mixture of a layer's z has: the sum over j of mixture[j] times the weights of neuron j. (nIn) */
export function mixedWeights({ nIn, nOut, weights }: Layer, mixture: Float64Array): Float64Array {
  if (mixture.length !== nOut) {
    throw new ShapeError(`This layer mixes ${nOut} neurons; got ${mixture.length}.`);
  }
  const mixed = new Float64Array(nIn);
  for (let j = 0; j < nOut; j++) {
    for (let k = 0; k < nIn; k++) mixed[k] += mixture[j] * weights[j * nIn + k];
  }
  return mixed;
}

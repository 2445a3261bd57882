/** The products of one neuron, added one after the other. All inputs k count from 0. */

/** In which order products are added: as one reads, row by row; or the largest first, whatever its sign. */
export type Order = 'reading' | 'size';

export interface RunningSum {
  /** The inputs k in their order, without those whose product is 0. */
  readonly inputs: Int32Array;
  /** What stands after so many of them: sums[0] is 0, the last is the sum of all. */
  readonly sums: Float64Array;
}

/** products[k] = w_jk a_k. @returns as long as there are inputs */
export function multiply(
  weights: ArrayLike<number>,
  activations: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: weights.length }, (_, k) => weights[k] * activations[k]);
}

export function runningSum(products: ArrayLike<number>, order: Order): RunningSum {
  const kept: number[] = [];
  for (let k = 0; k < products.length; k++) if (products[k] !== 0) kept.push(k);
  if (order === 'size') {
    kept.sort((one, other) => Math.abs(products[other]) - Math.abs(products[one]) || one - other);
  }
  const sums = new Float64Array(kept.length + 1);
  kept.forEach((k, i) => (sums[i + 1] = sums[i] + products[k]));
  return { inputs: Int32Array.from(kept), sums };
}

/** The sum of each row. @param columns in a row */
export function rowTotals(products: ArrayLike<number>, columns: number): Float64Array<ArrayBuffer> {
  const totals = new Float64Array(Math.ceil(products.length / columns));
  for (let k = 0; k < products.length; k++) totals[Math.floor(k / columns)] += products[k];
  return totals;
}

/** Neighbouring rows, both ends included, counted from 0, and what they come to together. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** A longer stretch would say no more than that the sum rises. */
const LONGEST = 5;

/** The neighbouring rows, five at most, that together raise a sum most; the shortest such. null where no row raises it. */
export function steepestRise(totals: ArrayLike<number>): Stretch | null {
  let best: Stretch | null = null;
  for (let from = 0; from < totals.length; from++) {
    let total = 0;
    for (let to = from; to < Math.min(totals.length, from + LONGEST); to++) {
      total += totals[to];
      const gain = total - (best?.total ?? 0);
      const isShorter = best !== null && to - from < best.to - best.from;
      if (gain > 0 || (gain === 0 && isShorter)) best = { from, to, total };
    }
  }
  return best;
}

/** The neighbouring rows that together lower a sum most, likewise; their total is negative. null where no row lowers it. */
export function steepestFall(totals: ArrayLike<number>): Stretch | null {
  const rise = steepestRise(Array.from(totals, (total) => -total));
  return rise && { ...rise, total: -rise.total };
}

/** What lifts a sum and what pulls it down, apart. */
export function twoSides(products: ArrayLike<number>): {
  up: { count: number; total: number };
  down: { count: number; total: number };
} {
  const up = { count: 0, total: 0 };
  const down = { count: 0, total: 0 };
  for (let k = 0; k < products.length; k++) {
    const side = products[k] > 0 ? up : down;
    if (products[k] === 0) continue;
    side.count++;
    side.total += products[k];
  }
  return { up, down };
}

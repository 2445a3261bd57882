/** Sums of products over many digits, quickly; how well they tell a label is the AUC (inside/auc.ts). */
import { bin, bisectRight, range } from 'd3';

interface Labelled {
  readonly label: number;
  readonly pixels: ArrayLike<number>;
}

/** Digits laid out so that the sums of all of them come quickly: all that have ink at a pixel stand together. */
export class SumSample {
  readonly labels: Uint8Array;
  /** columns[k * count + i]: ink of digit i at pixel k. */
  readonly #columns: Float32Array;

  constructor(digits: readonly Labelled[]) {
    const count = digits.length;
    this.labels = Uint8Array.from(digits, ({ label }) => label);
    this.#columns = new Float32Array(784 * count);
    digits.forEach(({ pixels }, i) => {
      for (let k = 0; k < 784; k++) this.#columns[k * count + i] = pixels[k];
    });
  }

  /** For each digit the sum over k of w_k x_k, without a bias. Weights of 0 cost nothing. @param weights (784) */
  sums(weights: ArrayLike<number>): Float64Array {
    const count = this.labels.length;
    const sums = new Float64Array(count);
    for (let k = 0; k < 784; k++) {
      const weight = weights[k];
      if (weight === 0) continue;
      const start = k * count;
      for (let i = 0; i < count; i++) sums[i] += weight * this.#columns[start + i];
    }
    return sums;
  }
}

/** How many of the sums, ascending, are above 0. */
export function countFiring(sums: Float64Array): number {
  return sums.length - bisectRight(sums, 0);
}

/** Shares of a group by bin: shares[b] of the sums lie in the bin b of `bins` between low and high. 0 to 1 each. */
export function binShares(sums: Float64Array, low: number, high: number, bins: number): number[] {
  const edges = range(1, bins).map((b) => low + (b / bins) * (high - low));
  const inside = sums.map((sum) => Math.min(high, Math.max(low, sum)));
  const binned = bin().domain([low, high]).thresholds(edges)(inside);
  return binned.map((own) => own.length / sums.length);
}

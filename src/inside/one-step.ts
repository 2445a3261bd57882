/**
 * One step of gradient descent on one picture, and what it costs elsewhere: all that a network knows is in the same weights, so that
 * whoever teaches it one drawing moves its answers to all others.
 */
import { backprop, type Gradient } from '../network/backprop.ts';
import { crossEntropy } from '../network/cost.ts';
import { ValueError } from '../network/errors.ts';
import { feedforward } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import { hitsIn } from './bench/confusion.ts';
import { DIGITS } from './bench/scored.ts';

/** The sizes of a step that are tried, rising. */
export const ETAS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1] as const;

/** A step is cheap while it costs less than this share of the test digits: a tenth of a point. */
export const CHEAP = 0.001;

/**
 * The slope of the cost of one picture along every weight and bias. By cross-entropy, whatever the network was trained by: its error at the
 * outputs is a - y, so that a step of a size means the same for each network, and a sure mistake, on the flat end of the sigmoid, is
 * one that it can learn from.
 * @param x as many numbers as the network takes, 0 to 1 @param label what the picture is, an output
 * @throws ValueError for a label that no output stands for, and as feedforward does
 */
export function lessonOf(network: Network, x: ArrayLike<number>, label: number): Gradient {
  const nOut = network.sizes[network.sizes.length - 1];
  if (!(Number.isInteger(label) && label >= 0 && label < nOut)) {
    throw new ValueError(`A label is 0 to ${nOut - 1}; got ${label}.`);
  }
  const y = Float64Array.from({ length: nOut }, (_, j) => Number(j === label));
  return backprop(network, feedforward(network, x), y, crossEntropy);
}

/** How many weights differ between two networks of the same sizes; biases are not counted. */
export function weightsMoved(before: Network, after: Network): number {
  let moved = 0;
  before.layers.forEach(({ weights }, l) => {
    const then = after.layers[l].weights;
    for (let i = 0; i < weights.length; i++) if (weights[i] !== then[i]) moved++;
  });
  return moved;
}

/** How many test digits a network reads rightly. */
export interface Right {
  readonly count: number;
  readonly right: number;
  /** Of each digit, (10). */
  readonly perDigit: readonly number[];
}

/** @param confusion (10, 10) row-major, [label * 10 + answer] */
export function rightIn(confusion: ArrayLike<number>): Right {
  let count = 0;
  for (let cell = 0; cell < DIGITS * DIGITS; cell++) count += confusion[cell];
  const perDigit = Array.from({ length: DIGITS }, (_, d) => confusion[(DIGITS + 1) * d]);
  return { count, right: hitsIn(confusion), perDigit };
}

/**
 * The size to begin with: the largest that was tried and is cheap; where none is, the smallest.
 * @param now before the step @param prices after a step of each of `etas`, rising; null where it was not measured yet
 */
export function cheapEta(
  etas: readonly number[],
  now: Right,
  prices: readonly (Right | null)[],
): number {
  const cheap = etas.filter((_, i) => {
    const price = prices[i];
    return price !== null && now.right - price.right < CHEAP * now.count;
  });
  return cheap.at(-1) ?? etas[0];
}

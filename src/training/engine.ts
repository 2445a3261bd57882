import { PIXELS } from '../digits/mnist.ts';
import type { PackedDigits } from '../digits/packed.ts';
import type { Cost } from '../network/cost.ts';
import type { Network } from '../network/network.ts';
import type { Descent } from '../network/sgd.ts';

/** Digits to learn from or to be tested on. */
export type DigitSet = Pick<PackedDigits, 'count' | 'inputs' | 'full' | 'labels'>;

/** What can be tested on: the test digits, and some of those that are learned from. */
export type TestSet = 'test' | 'seen';

/** What does the work of training: network/sgd, or src/kernel where it runs. It keeps the digits and trains networks on them. */
export interface Engine {
  readonly name: 'network' | 'kernel';
  /** Adds digits behind those that are there, of the same `full`. It copies what it keeps. */
  add(set: 'train' | 'test', digits: DigitSet): void;
  /** How many digits there are. */
  count(set: 'train' | 'test'): number;
  /**
   * Takes a copy of a network into training.
   * @throws Error in words for the reader, where the engine cannot hold it
   */
  open(network: Network): Trainer;
}

/** A network in training. */
export interface Trainer {
  /**
   * Descends on the digits that `order` names, mini-batch by mini-batch.
   * @param n how many digits the epoch has in all, for L2
   */
  descend(order: Uint32Array, descent: Descent, n: number): void;
  /**
   * A copy of the network as it stands at the end of an epoch. What `open` makes of the copy goes on as this one does, to the last bit.
   * @throws Error in words for the reader, when training has gone beyond all numbers
   */
  settle(): Network;
  /** In how many portions a set is tested, each soon done. */
  portions(set: TestSet): number;
  test(set: TestSet, portion: number, cost: Cost): Portion;
  /** Gives its memory back. It must not be used any more. */
  close(): void;
}

/** How a network does on a portion of a set. */
export interface Portion {
  readonly count: number;
  readonly accuracy: number;
  readonly cost: number;
  /** confusion[label * nOut + answer], in digits. */
  readonly confusion: Uint32Array;
}

const PORTION = 1000;
/** Digits learned from that are tested, the first ones: as many as there are test digits, so that both take as long and are as sure. */
const SEEN = 10_000;

/** Cuts digits into the portions that they are tested in. Their inputs are views, not copies. */
export function cut({ count, inputs, full, labels }: DigitSet): DigitSet[] {
  return Array.from({ length: Math.ceil(count / PORTION) }, (_, i) => {
    const start = i * PORTION;
    const end = Math.min(start + PORTION, count);
    return {
      count: end - start,
      inputs: inputs.subarray(start * PIXELS, end * PIXELS),
      full,
      labels: labels.subarray(start, end),
    };
  });
}

/** Those of newly come digits that are tested on too, in portions. @param before how many came before them */
export function cutSeen(digits: DigitSet, before: number): DigitSet[] {
  const count = Math.max(0, Math.min(digits.count, SEEN - before));
  const { inputs, full, labels } = digits;
  return cut({ count, inputs: inputs.subarray(0, count * PIXELS), full, labels });
}

/** Pictures that are no digit, and how sure a network is of them. */
import {
  argmax,
  createActive,
  createPass,
  findActive,
  forwardInto,
} from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import type { Random } from '../network/random.ts';

/** Even noise; a digit's pixels in any order; a digit with ink and ground exchanged; nothing at all; full ink everywhere. */
export const NONSENSE = ['noise', 'shuffled', 'inverted', 'blank', 'full'] as const;
export type Nonsense = (typeof NONSENSE)[number];

/**
 * A picture of a kind, made of a digit: 784 numbers or as many as the digit has, 0 to 1.
 * @param digit what 'shuffled' and 'inverted' are made of; the others take only its size
 */
export function nonsensePicture(
  kind: Nonsense,
  digit: ArrayLike<number>,
  random: Random,
): Float64Array {
  const made: Record<Nonsense, () => Float64Array> = {
    noise: () => Float64Array.from(digit, () => random.uniform()),
    shuffled: () => random.shuffle(Float64Array.from(digit)),
    inverted: () => Float64Array.from(digit, (ink) => 1 - ink),
    blank: () => new Float64Array(digit.length),
    full: () => new Float64Array(digit.length).fill(1),
  };
  return made[kind]();
}

/** What a network says of one picture. */
export interface TopScore {
  readonly answer: number;
  /** 0 to 1 */
  readonly score: number;
}

/** The answer to each picture and its score. @param pictures of the network's size, finite numbers; trusted */
export function topScores(network: Network, pictures: Iterable<Float64Array>): TopScore[] {
  const pass = createPass(network);
  const active = createActive(network);
  const scores = pass.activations[network.layers.length];
  const tops: TopScore[] = [];
  for (const picture of pictures) {
    findActive(picture, 0, picture.length, 1, active);
    forwardInto(network, pass, active);
    const answer = argmax(scores);
    tops.push({ answer, score: scores[answer] });
  }
  return tops;
}

/** The share of scores above a threshold, 0 to 1; NaN for none. */
export function shareAbove(tops: readonly TopScore[], threshold: number): number {
  return tops.filter(({ score }) => score > threshold).length / tops.length;
}

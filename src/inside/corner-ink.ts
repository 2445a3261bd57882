/** Ink where no training digit has any: a network was never told what it means there, and yet its weights may say something of it. */
import { argmax, feedforward, scoresOf } from '../network/feedforward.ts';
import type { Layer, Network } from '../network/network.ts';
import { leadSlope } from './smallest-change.ts';

/** The mean size of the weights that lead from each input, over all neurons of a first layer: 0 or above. (nIn) */
export function meanSizes({ nIn, nOut, weights }: Layer): Float64Array {
  const sizes = new Float64Array(nIn);
  for (let i = 0; i < weights.length; i++) sizes[i % nIn] += Math.abs(weights[i]) / nOut;
  return sizes;
}

/**
 * Looks for few pixels among some that flip the answer when they are full of ink: towards each other answer in turn, the one first that
 * lifts its lead most, and so on. Nobody can promise that there are not fewer. Yields between one pixel and the next, and returns them in
 * the order found; undefined where no such row of pixels flips it.
 * @param x numbers from 0 to 1, as many as the network takes; left as they are @param among pixels that may be inked
 * @throws ShapeError for a wrong length, ValueError for NaN or Infinity
 */
export function* searchInk(
  network: Network,
  x: Float64Array,
  among: readonly number[],
): Generator<undefined, readonly number[] | undefined> {
  const scores = scoresOf(feedforward(network, x));
  const answer = argmax(scores);
  const others = [...scores.keys()].filter((output) => output !== answer);
  let best: readonly number[] | undefined;
  // The likeliest first: once a few pixels are known to do, those ways that take more are soon given up.
  for (const output of others.sort((one, other) => scores[other] - scores[one])) {
    const inked = x.slice();
    const chosen: number[] = [];
    const left = new Set(among.filter((k) => x[k] < 1));
    while (chosen.length + 1 < (best?.length ?? Infinity)) {
      const slope = leadSlope(network, inked, [answer, output]);
      let most = -1;
      for (const k of left) if (slope[k] > 0 && (most < 0 || slope[k] > slope[most])) most = k;
      if (most < 0) break;
      left.delete(most);
      inked[most] = 1;
      chosen.push(most);
      yield;
      if (argmax(scoresOf(feedforward(network, inked))) !== answer) {
        best = chosen;
        break;
      }
    }
  }
  return best;
}

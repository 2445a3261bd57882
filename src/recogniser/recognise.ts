import { preprocess } from '../digits/preprocess.ts';
import type { Drawing } from '../digits/strokes.ts';
import { type ForwardPass, feedforward } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import { type Verdict, judge } from './verdict.ts';

/** All that came of one reading, for every view to show: no view works a number out again. */
export interface Reading {
  /** The 784 numbers that the network saw, (28, 28) row-major, 0 to 1. */
  readonly image: Float64Array;
  readonly pass: ForwardPass;
  /** The ten scores, 0 to 1: the last activations of the pass. */
  readonly scores: Float64Array;
  readonly verdict: Verdict;
}

/** Reads a picture that is in MNIST's form already. @param image (28, 28) row-major, 0 to 1 */
export function readImage(network: Network, image: Float64Array): Reading {
  const pass = feedforward(network, image);
  const scores = pass.activations[pass.activations.length - 1];
  return { image, pass, scores, verdict: judge(image, scores) };
}

/** Reads a drawing: preprocess, feedforward, verdict. @param network 784 inputs, ten outputs */
export function readDrawing(network: Network, drawing: Drawing): Reading {
  return readImage(network, preprocess(drawing));
}

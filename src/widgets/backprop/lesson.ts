import { backprop, type BackwardPass } from '../../network/backprop.ts';
import { quadratic } from '../../network/cost.ts';
import { feedforward, type ForwardPass } from '../../network/feedforward.ts';
import type { Network } from '../../network/network.ts';

/** One digit, there and back again: what a network makes of it, and what each of its numbers should have been. */
export interface Lesson {
  readonly network: Network;
  /** 784 numbers from 0 to 1. */
  readonly image: Float64Array;
  /** What it was meant to be, 0 to 9 … */
  readonly label: number;
  /** … and so what each output was wanted to be: 1 at the label, 0 elsewhere. */
  readonly y: Float64Array;
  readonly pass: ForwardPass;
  readonly back: BackwardPass;
  /** C_x = 1/2 sum (a - y)^2, of this one digit; L2 left out. */
  readonly cost: number;
}

/** 1 at the label, 0 at the other nine. */
export function wantedFor(label: number): Float64Array {
  const y = new Float64Array(10);
  y[label] = 1;
  return y;
}

/** The cost of one digit, once its outputs are known: each output's half square, added. */
export function costOfPass({ zs, activations }: ForwardPass, y: ArrayLike<number>): number {
  const outputs = activations[activations.length - 1];
  const z = zs[zs.length - 1];
  return outputs.reduce((sum, a, j) => sum + quadratic.value(z[j], a, y[j]), 0);
}

/** The last lesson of each network: several figures ask for the same one. */
const known = new WeakMap<Network, Lesson>();

/** Runs the network forward on the digit, and its errors back. */
export function lessonOf(network: Network, image: Float64Array, label: number): Lesson {
  const last = known.get(network);
  if (last?.image === image && last.label === label) return last;
  const y = wantedFor(label);
  const pass = feedforward(network, image);
  const back = backprop(network, pass, y, quadratic);
  const lesson = { network, image, label, y, pass, back, cost: costOfPass(pass, y) };
  known.set(network, lesson);
  return lesson;
}

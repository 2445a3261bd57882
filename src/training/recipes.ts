import type { Bend } from '../digits/augment.ts';
import type { Hand } from '../digits/pen/hand.ts';
import type { CostName } from '../network/cost.ts';
import type { Start } from '../network/network.ts';
import type { ModelFormat } from '../network/files.ts';
import { CHECKPOINTS } from './stages.ts';

/** How one model is made, whole: the same recipe makes the same file, byte for byte. */
export interface Recipe {
  readonly name: ModelName;
  readonly sizes: readonly number[];
  readonly start: Start;
  readonly cost: CostName;
  /** eta in the first epoch. */
  readonly eta: number;
  /** What share of eta is left in the last epoch; it falls in a straight line. 1 where it stays. */
  readonly etaLeft: number;
  readonly miniBatch: number;
  /** lambda of L2, Nielsen (85). */
  readonly lambda: number;
  readonly epochs: number;
  readonly seed: number;
  readonly format: ModelFormat;
  /** For I8: how many steps from 0 a weight may take, 1 to 127. Left out, 127. */
  readonly steps?: number;
  /**
   * After how many digits the network on its way is kept, those of past epochs counted again; whole mini-batches. Left out where only
   * its end matters.
   */
  readonly checkpoints?: readonly number[];
  /** The kernel trains it, many times as fast, in single precision; left out where the network itself does. */
  readonly engine?: 'kernel';
  /** How the digits are changed before each epoch; left out where they are shown as they are. */
  readonly variety?: Variety;
}

/** What is done to the digits, and how often. All shares are 0 to 1; strangers, letters, pen and traced together are at most 1. */
export interface Variety {
  /** In how many epochs running the digits stay as they were varied, from 1: varying them takes longer than learning from them. */
  readonly epochs: number;
  readonly bend: Bend;
  /** Of the digits that are bent, the share of zeros, ones, sevens and nines that are written with a habit. */
  readonly habits: number;
  /** The share of digits that give way to a picture that is none. */
  readonly strangers: number;
  /** The share that give way to a letter or a sign, by a pen. */
  readonly letters: number;
  /** The share that give way to the same digit written by a pen. */
  readonly pen: number;
  /** The share of digits that are traced, and inked again by a pen. */
  readonly traced: number;
  /** How a pen writes all these. */
  readonly hand: Hand;
}

export const MODEL_NAMES = ['classic', 'explainer', 'explainer-b', 'recogniser'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/**
 * Small enough to draw whole. The weight decay keeps most weighted sums off the flat ends of the sigmoid, where there would be
 * nothing to see.
 */
const explainer: Recipe = {
  name: 'explainer',
  sizes: [784, 16, 16, 10],
  start: 'scaled',
  cost: 'quadratic',
  eta: 2,
  etaLeft: 0.1,
  miniBatch: 10,
  lambda: 6,
  epochs: 30,
  seed: 1,
  format: 'F16',
};

export const recipes: Readonly<Record<ModelName, Recipe>> = {
  /** Nielsen's first program, and the blog post's: about 95%, N(0, 1) start and all. */
  classic: {
    name: 'classic',
    sizes: [784, 30, 10],
    start: 'normal',
    cost: 'quadratic',
    eta: 3,
    etaLeft: 1,
    miniBatch: 10,
    lambda: 0,
    epochs: 30,
    seed: 1,
    format: 'F32',
  },
  explainer: { ...explainer, checkpoints: CHECKPOINTS },
  /** The same from another start: a second valley of the same cost. */
  'explainer-b': { ...explainer, name: 'explainer-b', seed: 2 },
  /** The demo: what a small plain network can do when it has seen digits bent, and written in ways that MNIST lacks. */
  recogniser: {
    name: 'recogniser',
    sizes: [784, 300, 100, 10],
    start: 'scaled',
    cost: 'cross-entropy',
    eta: 0.4,
    etaLeft: 0.02,
    miniBatch: 10,
    lambda: 0.5,
    epochs: 160,
    seed: 1,
    format: 'I8',
    steps: 15, // no worse than 127, and half as large once gzipped
    engine: 'kernel',
    variety: {
      epochs: 4,
      bend: {
        rotation: 0.17,
        shear: 0.4,
        aspect: 0.25,
        scale: 0.08,
        shift: 0.5,
        elastic: 1.1,
        thickness: 0.7,
        contrast: 1.8,
      },
      habits: 0.3,
      strangers: 0.08,
      letters: 0.07,
      pen: 0.3,
      traced: 0.2,
      hand: { shake: 1.9, warp: 3.6, rotation: 0.16, shear: 0.45, aspect: 1.6, hooks: 0.08 },
    },
  },
};

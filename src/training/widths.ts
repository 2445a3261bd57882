import type { CostName } from '../network/cost.ts';
import type { Start } from '../network/network.ts';

/** What a hidden layer's width buys: networks that differ in it alone, each trained once from the same seed. */
export const WIDTHS_RECIPE = {
  hidden: [4, 8, 16, 30, 64],
  start: 'scaled' satisfies Start,
  cost: 'quadratic' satisfies CostName,
  eta: 3,
  miniBatch: 10,
  lambda: 0,
  epochs: 30,
  seed: 1,
} as const;

/** What was measured of one of them, on the 10,000 test digits. */
export interface Width {
  readonly hidden: number;
  readonly parameters: number;
  /** A share, 0 to 1: the mean over the last five epochs, so that the luck of one epoch counts less. */
  readonly accuracy: number;
}

/** Epochs at the end whose accuracies are averaged. */
export const LAST_EPOCHS = 5;

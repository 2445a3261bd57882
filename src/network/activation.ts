import { exp } from './elementary.ts';

/** A function that turns a weighted input z into an activation a, and its slope. */
export interface Activation {
  /** a = f(z) */
  f(z: number): number;
  /** f'(z) */
  prime(z: number): number;
}

/**
 * sigma(z) = 1 / (1 + e^-z), Nielsen (3): any number in, a number from 0 to 1 out.
 *
 * Its slope is sigma(z) sigma(-z). The same thing as a(1 - a), which books print, but that form loses all its digits where a is
 * near 1; this one keeps them.
 */
export const sigmoid: Activation = {
  f: (z) => 1 / (1 + exp(-z)),
  prime(z) {
    const e = exp(z < 0 ? z : -z); // never above 1, so its square cannot overflow; the slope is the same on both sides
    return e / ((1 + e) * (1 + e));
  },
};

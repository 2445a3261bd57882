import type { Gradient } from '@/network/backprop.ts';
import { ValueError } from '@/network/errors.ts';

/** The mean of several gradients, parameter by parameter: every example has one vote. @throws ValueError for none */
export function meanGradient(votes: readonly Gradient[]): Gradient {
  if (votes.length === 0) throw new ValueError('A mean is of one gradient at least.');
  const mean = (of: (vote: Gradient) => readonly Float64Array[]): Float64Array[] =>
    of(votes[0]).map((first, l) =>
      first.map((_, i) => votes.reduce((sum, vote) => sum + of(vote)[l][i], 0) / votes.length),
    );
  return { nablaW: mean(({ nablaW }) => nablaW), nablaB: mean(({ nablaB }) => nablaB) };
}

/**
 * One gradient times another, added up over all parameters: eta times it is what a small step along the one promises to take off the
 * cost that the other is of. Of a gradient with itself it is its squared length.
 */
export function dot(one: Gradient, other: Gradient): number {
  let sum = 0;
  for (const kind of ['nablaW', 'nablaB'] as const) {
    one[kind].forEach((values, l) => {
      for (let i = 0; i < values.length; i++) sum += values[i] * other[kind][l][i];
    });
  }
  return sum;
}

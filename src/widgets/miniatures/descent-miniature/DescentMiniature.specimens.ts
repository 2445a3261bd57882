import type { Specimen } from '../../specimen.ts';
import type { Point, Valley } from '../frame.ts';

export const still = true;

/** A walk down y = x^2. @param eta share of the slope that a step is @param count steps */
function walk(eta: number, count: number): Valley {
  const at = (x: number): Point => ({ x, y: x * x });
  const xs = [1];
  while (xs.length <= count) xs.push(xs[xs.length - 1] * (1 - 2 * eta));
  return { curve: Array.from({ length: 41 }, (_, i) => at(i / 20 - 1)), steps: xs.map(at) };
}

export const specimens: readonly Specimen<Valley>[] = [
  { name: 'down a parabola', props: walk(0.15, 8) },
  { name: 'from side to side', props: walk(0.9, 8) },
  { name: 'no step yet', props: walk(0.15, 0) },
];

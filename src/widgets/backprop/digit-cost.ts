import { quadratic } from '../../network/cost.ts';
import type { ForwardPass } from '../../network/feedforward.ts';

/** C_x = 1/2 sum (a - y)^2 of one digit, once its outputs are known; L2 left out. */
export function costOfPass({ zs, activations }: ForwardPass, y: ArrayLike<number>): number {
  const outputs = activations[activations.length - 1];
  const z = zs[zs.length - 1];
  return outputs.reduce((sum, a, j) => sum + quadratic.value(z[j], a, y[j]), 0);
}

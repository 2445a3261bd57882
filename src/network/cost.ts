import { sigmoid } from './activation.ts';
import { exp, log1p } from './elementary.ts';
import { ShapeError } from './errors.ts';

export type CostName = 'quadratic' | 'cross-entropy';

/**
 * What one output neuron of one example costs, and the slopes that backpropagation starts from. z is the neuron's weighted input,
 * a = sigma(z) its activation, y what it was wanted to be, 0 to 1. The cost of an example is the sum over its outputs.
 */
export interface Cost {
  readonly name: CostName;
  /** C, never negative, finite for every finite z. */
  value(z: number, a: number, y: number): number;
  /** -dC/da, the wish for the output: the way that a should go, and how much the cost would fall with it. */
  wish(z: number, a: number, y: number): number;
  /** delta = dC/dz, the error of the output (BP1). */
  delta(z: number, a: number, y: number): number;
}

/** C = 1/2 (a - y)^2, Nielsen (27). */
export const quadratic: Cost = {
  name: 'quadratic',
  value: (_z, a, y) => 0.5 * (a - y) * (a - y),
  wish: (_z, a, y) => y - a,
  delta: (z, a, y) => (a - y) * sigmoid.prime(z),
};

/**
 * C = -(y ln a + (1 - y) ln(1 - a)), Nielsen (63). Written with z, since ln a = -ln(1 + e^-z) and ln(1 - a) = -ln(1 + e^z) stay
 * finite where a rounds to 0 or 1.
 */
export const crossEntropy: Cost = {
  name: 'cross-entropy',
  value: (z, _a, y) => (z > 0 ? z * (1 - y) : -z * y) + log1p(exp(z > 0 ? -z : z)),
  wish: (z, _a, y) => (y > 0 ? y * (1 + exp(-z)) : 0) - (y < 1 ? (1 - y) * (1 + exp(z)) : 0),
  delta: (_z, a, y) => a - y,
};

export const costs: Readonly<Record<CostName, Cost>> = {
  quadratic,
  'cross-entropy': crossEntropy,
};

/**
 * C = 1/2 sum of (a - y)^2, the quadratic cost of one example, Nielsen (26).
 * @throws ShapeError where there are not as many targets as outputs
 */
export function costOf(outputs: ArrayLike<number>, y: ArrayLike<number>): number {
  if (y.length !== outputs.length) {
    throw new ShapeError(`${outputs.length} outputs need as many targets; got ${y.length}.`);
  }
  let cost = 0;
  for (let j = 0; j < outputs.length; j++) {
    cost += 0.5 * (outputs[j] - y[j]) * (outputs[j] - y[j]);
  }
  return cost;
}

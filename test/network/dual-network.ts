import type { CostName } from '../../src/network/cost.ts';
import type { Network } from '../../src/network/network.ts';
import { type Dual, add, constant, divide, multiply, negate, sigma, softplus } from './dual.ts';

/**
 * The cost of one output, in forms that do not cancel: a - y is (1 - y) sigma(z) - y sigma(-z), and the cross-entropy is
 * y ln(1 + e^-z) + (1 - y) ln(1 + e^z).
 */
const costs: Readonly<Record<CostName, (z: Dual, y: number) => Dual>> = {
  quadratic(z, y) {
    const miss = add(multiply(constant(1 - y), sigma(z)), multiply(constant(-y), sigma(negate(z))));
    return multiply(constant(0.5), multiply(miss, miss));
  },
  'cross-entropy': (z, y) =>
    add(multiply(constant(y), softplus(negate(z))), multiply(constant(1 - y), softplus(z))),
};

/** How fast the cost of one example moves with each thing in the network, one at a time, by dual numbers. */
export interface Slopes {
  /** dC/dw_jk of layers[l]. */
  weight(l: number, j: number, k: number): number;
  /** dC/db_j of layers[l]. */
  bias(l: number, j: number): number;
  /** dC/da_j of layers[l]. */
  activation(l: number, j: number): number;
}

/**
 * @param x the input
 * @param y what the outputs were wanted to be
 */
export function dualSlopes(
  { layers }: Network,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  costName: CostName,
): Slopes {
  const cost = costs[costName];

  /** z_j of layers[l], when weight `moving` of that neuron moves (the bias, if it is -1). */
  function weigh(l: number, j: number, a: ArrayLike<number>, moving: number): Dual {
    const { nIn, weights, biases } = layers[l];
    let value = biases[j];
    let slope = moving === -1 ? 1 : 0;
    for (let k = 0; k < nIn; k++) {
      value += weights[j * nIn + k] * a[k];
      if (k === moving) slope += a[k];
    }
    return { value, slope };
  }

  // The network at rest. inputs[l] is what layers[l] is given, rest[l] the weighted inputs that it makes of it.
  const inputs: ArrayLike<number>[] = [x];
  const rest: Float64Array[] = [];
  layers.forEach(({ nOut }, l) => {
    const z = Float64Array.from({ length: nOut }, (_, j) => weigh(l, j, inputs[l], NaN).value);
    rest.push(z);
    inputs.push(z.map((zj) => sigma(constant(zj)).value));
  });

  const costOf = (zs: readonly Dual[]): Dual =>
    zs.map((z, j) => cost(z, y[j])).reduce(add, constant(0));

  /** The cost when neuron j of layers[l] has the activation a, and all others of its layer are at rest. */
  function costFrom(l: number, j: number, a: Dual): Dual {
    let values = Float64Array.from(inputs[l + 1]);
    let slopes = new Float64Array(values.length);
    values[j] = a.value;
    slopes[j] = a.slope;
    let zs: Dual[] = [];
    for (let deeper = l + 1; deeper < layers.length; deeper++) {
      const { nIn, nOut, weights, biases } = layers[deeper];
      zs = [];
      for (let i = 0; i < nOut; i++) {
        let value = biases[i];
        let slope = 0;
        for (let k = 0; k < nIn; k++) {
          value += weights[i * nIn + k] * values[k];
          slope += weights[i * nIn + k] * slopes[k];
        }
        zs.push({ value, slope });
      }
      if (deeper === layers.length - 1) break;
      const as = zs.map(sigma);
      values = Float64Array.from(as, ({ value }) => value);
      slopes = Float64Array.from(as, ({ slope }) => slope);
    }
    return costOf(zs);
  }

  /** The cost when neuron j of layers[l] has the weighted input z, and all others of its layer are at rest. */
  function costThrough(l: number, j: number, z: Dual): Dual {
    if (l < layers.length - 1) return costFrom(l, j, sigma(z));
    return costOf(Array.from(rest[l], (at, i) => (i === j ? z : constant(at))));
  }

  return {
    weight: (l, j, k) => costThrough(l, j, weigh(l, j, inputs[l], k)).slope,
    bias: (l, j) => costThrough(l, j, weigh(l, j, inputs[l], -1)).slope,
    activation(l, j) {
      if (l < layers.length - 1) return costFrom(l, j, { value: inputs[l + 1][j], slope: 1 }).slope;
      // The cost of an output is written with z; dC/da = (dC/dz) / (da/dz).
      const z = { value: rest[l][j], slope: 1 };
      return divide(constant(costThrough(l, j, z).slope), constant(sigma(z).slope)).value;
    },
  };
}

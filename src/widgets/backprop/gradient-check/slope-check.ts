/** The slope of the cost along one parameter, measured: move it a little, and see what the cost does. */
import type { Part } from '@/explain/explain.ts';
import { feedforward, scoresOf } from '@/network/feedforward.ts';
import { cloneNetwork, type Network } from '@/network/network.ts';
import { log } from '@/network/elementary.ts';
import { costOf } from '@/network/cost.ts';
import type { WorkedPass } from '../whole-pass.svelte.ts';

/** A weight or a bias: what can be moved. */
export type Parameter = Extract<Part, { kind: 'weight' | 'bias' }>;

/** What moving by h shows. */
export interface Measured {
  readonly h: number;
  /** The cost with the parameter h lower, as it is, and h higher. */
  readonly minus: number;
  readonly here: number;
  readonly plus: number;
  /** (C(w + h) - C(w)) / h … */
  readonly oneSided: number;
  /** … and (C(w + h) - C(w - h)) / 2h. */
  readonly central: number;
}

/** Where a parameter is kept. */
function placeOf(network: Network, part: Parameter): readonly [Float64Array, number] {
  const { nIn, weights, biases } = network.layers[part.layer - 1];
  return part.kind === 'bias' ? [biases, part.j] : [weights, part.j * nIn + part.k];
}

export function valueOf(network: Network, part: Parameter): number {
  const [numbers, i] = placeOf(network, part);
  return numbers[i];
}

/** The same slope from the backward pass: (BP3) or (BP4). */
export function slopeOf({ network, errors }: WorkedPass, part: Parameter): number {
  const { nIn } = network.layers[part.layer - 1];
  return part.kind === 'bias'
    ? errors.nablaB[part.layer - 1][part.j]
    : errors.nablaW[part.layer - 1][part.j * nIn + part.k];
}

/** Runs the whole network for each h, twice; the network itself is left alone. */
export function measure(worked: WorkedPass, part: Parameter, steps: readonly number[]): Measured[] {
  const { network, pass, y, cost } = worked;
  const moved = cloneNetwork(network);
  const [numbers, i] = placeOf(moved, part);
  const value = numbers[i];
  const costAt = (at: number): number => {
    numbers[i] = at;
    return costOf(scoresOf(feedforward(moved, pass.activations[0])), y);
  };
  return steps.map((h) => {
    const [plus, minus] = [costAt(value + h), costAt(value - h)];
    const oneSided = (plus - cost) / h;
    return { h, minus, here: cost, plus, oneSided, central: (plus - minus) / (2 * h) };
  });
}

/** How far a measured slope is off, in parts of the true one; where that is 0, as it is. */
export function offBy(measured: number, slope: number): number {
  const off = Math.abs(measured - slope);
  return slope === 0 ? off : off / Math.abs(slope);
}

/** The power of ten of a number above 0; `floor` for what is smaller or none. */
export function powerOf(value: number, floor: number): number {
  return value > 0 ? Math.max(floor, log(value) / Math.LN10) : floor;
}

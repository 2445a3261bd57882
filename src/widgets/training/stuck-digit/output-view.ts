/** What one output of a network makes of many digits. */
import { bisectCenter, median } from 'd3';
import type { GivenDigit } from '@/digits/sheet.ts';
import { sigmoid } from '@/network/activation.ts';
import { createActive, createPass, findActive, forwardInto } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';

/** The weighted input z of one output for each digit. A rank counts the digits from the lowest z on, from 0. */
export interface OutputView {
  /** By digit, in their order. */
  readonly zs: Float64Array;
  /** By rank: z, ascending. */
  readonly ranked: Float64Array;
  /** By rank: which digit. */
  readonly order: Uint32Array;
  /** By digit: its rank. */
  readonly rankOf: Uint32Array;
}

const known = new WeakMap<Network, OutputView>();
const middles = new WeakMap<Network, number>();

/** z of one output of a network for each digit: as feedforward works it out, with room that is asked for once. */
function zsOf(network: Network, output: number, digits: readonly GivenDigit[]): Float64Array {
  const pass = createPass(network);
  const active = createActive(network);
  const zs = pass.zs[network.layers.length - 1];
  return Float64Array.from(digits, ({ pixels }) => {
    findActive(pixels, 0, pixels.length, 1, active);
    forwardInto(network, pass, active);
    return zs[output];
  });
}

/** The z that half of the digits whose output this is lie below. @param digits always the same for a network, as its output is */
export function middleZ(network: Network, output: number, digits: readonly GivenDigit[]): number {
  let middle = middles.get(network);
  if (middle === undefined) {
    const own = digits.filter(({ label }) => label === output);
    middle = median(zsOf(network, output, own)) ?? NaN;
    middles.set(network, middle);
  }
  return middle;
}

/**
 * @param output which one; always the same for a network
 * @param digits always the same, too: what was worked out once is kept
 */
export function outputView(
  network: Network,
  output: number,
  digits: readonly GivenDigit[],
): OutputView {
  const before = known.get(network);
  if (before) return before;
  const zs = zsOf(network, output, digits);
  const order = Uint32Array.from(zs, (_, i) => i).sort((one, other) => zs[one] - zs[other]);
  const rankOf = new Uint32Array(order.length);
  order.forEach((digit, rank) => (rankOf[digit] = rank));
  const view = { zs, order, rankOf, ranked: Float64Array.from(order, (i) => zs[i]) };
  known.set(network, view);
  return view;
}

/** The rank whose z is nearest. */
export function rankNear({ ranked }: OutputView, z: number): number {
  return bisectCenter(ranked, z);
}

/** How many times weaker than on the steepest place of the sigmoid a push is at z. */
export function weakerBy(z: number): number {
  return sigmoid.prime(0) / sigmoid.prime(z);
}

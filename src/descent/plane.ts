import { ShapeError, ValueError } from '../network/errors.ts';
import { countParameters, emptyNetwork, type Network } from '../network/network.ts';
import type { Point } from './field.ts';

/**
 * A flat plane in the space of all weights and biases: origin + x across + y along. The two directions have length 1 and are at right
 * angles, so that a length in the plane is the length of the change of all parameters.
 */
export interface Plane {
  readonly origin: Network;
  readonly across: Network;
  readonly along: Network;
}

/** Every weight and bias of a network in one list, layer by layer, weights first. */
function* lists(network: Network): Generator<Float64Array> {
  for (const { weights, biases } of network.layers) yield* [weights, biases];
}

/** The sum over all parameters of u times v. */
export function dot(u: Network, v: Network): number {
  let sum = 0;
  const others = [...lists(v)];
  let l = 0;
  for (const list of lists(u)) {
    const other = others[l++];
    for (let i = 0; i < list.length; i++) sum += list[i] * other[i];
  }
  return sum;
}

/** sum of factor times network, over all terms: a network of the same sizes. */
export function combine(terms: readonly (readonly [number, Network])[]): Network {
  const result = emptyNetwork(terms[0][1].sizes);
  const sums = [...lists(result)];
  for (const [factor, network] of terms) {
    let l = 0;
    for (const list of lists(network)) {
      const sum = sums[l++];
      for (let i = 0; i < list.length; i++) sum[i] += factor * list[i];
    }
  }
  return result;
}

/**
 * The plane through three networks: a at (0, 0), b to its right at (|b - a|, 0), c above that line.
 * @throws ShapeError when their sizes differ, ValueError when they lie on one line
 */
export function planeThrough(a: Network, b: Network, c: Network): Plane {
  for (const other of [b, c]) {
    if (other.sizes.join() !== a.sizes.join()) {
      throw new ShapeError(
        `A plane goes through networks of the same sizes; got ${a.sizes.join('-')} and ${other.sizes.join('-')}.`,
      );
    }
  }
  const toB = combine([[1, b], [-1, a]]); // prettier-ignore
  const lengthB = Math.sqrt(dot(toB, toB));
  const across = combine([[1 / lengthB, toB]]);
  const toC = combine([[1, c], [-1, a]]); // prettier-ignore
  const off = combine([[1, toC], [-dot(toC, across), across]]); // prettier-ignore
  const height = Math.sqrt(dot(off, off));
  if (!(lengthB > 0) || !(height > 1e-9 * lengthB)) {
    throw new ValueError(
      `Three networks on one line make no plane, among ${countParameters(a)} directions.`,
    );
  }
  return { origin: a, across, along: combine([[1 / height, off]]) };
}

/** Where the network nearest to another one lies in the plane; that other one itself where it lies in it. */
export function placeIn({ origin, across, along }: Plane, network: Network): Point {
  const to = combine([[1, network], [-1, origin]]); // prettier-ignore
  return { x: dot(to, across), y: dot(to, along) };
}

/** The network that lies at a point of the plane. */
export function networkAt({ origin, across, along }: Plane, { x, y }: Point): Network {
  return combine([[1, origin], [x, across], [y, along]]); // prettier-ignore
}

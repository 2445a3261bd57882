import { readKernel } from '../../src/commands/kernel-file.ts';
import { type Kernel, startKernel } from '../../src/kernel/kernel.ts';
import { type Network, createNetwork, type Start } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { type Examples, NO_LABEL } from '../../src/network/examples.ts';

/** A kernel of its own, compiled first where its sources are newer. */
export function testKernel(): Promise<Kernel> {
  return startKernel(readKernel());
}

/** A network whose numbers are all of single precision, so that network and kernel start from the same ones. */
export function singleNetwork(sizes: readonly number[], start: Start, seed: number): Network {
  const network = createNetwork(sizes, start, createRandom(seed));
  for (const { weights, biases } of network.layers) {
    weights.set(Float32Array.from(weights));
    biases.set(Float32Array.from(biases));
  }
  return network;
}

/** All weights and biases, one after the other. */
export function numbersOf({ layers }: Network): Float64Array<ArrayBuffer> {
  return Float64Array.from(layers.flatMap(({ weights, biases }) => [...weights, ...biases]));
}

/** The largest of numbers, signs left out. */
export function largest(numbers: Float64Array): number {
  return numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

/** What each number of `a` has more than that of `b`. */
export function difference(a: Network, b: Network): Float64Array {
  const there = numbersOf(b);
  return numbersOf(a).map((x, i) => x - there[i]);
}

/** Random bytes from 0 to `full`, two thirds of them 0, with labels of which one in eight is none. */
export function randomExamples(
  count: number,
  sizes: readonly number[],
  full: number,
  seed: number,
): Examples & { readonly inputs: Uint8Array } {
  const random = createRandom(seed);
  const nOut = Math.min(sizes[sizes.length - 1], NO_LABEL);
  return {
    count,
    full,
    inputs: Uint8Array.from({ length: count * sizes[0] }, () =>
      Math.max(0, random.integer(3 * full) - 2 * full + 1),
    ),
    labels: Uint8Array.from({ length: count }, () =>
      random.integer(8) === 0 ? NO_LABEL : random.integer(nOut),
    ),
  };
}

/** Weights and biases on their way into the kernel and out of it. assembly/network.ts has the layout. */
import { ShapeError, ValueError } from '../network/errors.ts';
import type { Network } from '../network/network.ts';
import type { Address, Program } from './program.ts';

/** Room in the kernel for a network of these sizes. @throws KernelMemoryError when there is not enough */
export function createNetwork(program: Program, sizes: readonly number[]): Address {
  const { run } = program;
  const list = program.reserve(4 * sizes.length);
  program.words(list, sizes.length).set(sizes);
  try {
    // Asked for in one piece first, so that it is there as a whole or not at all.
    run.release(program.reserve(run.bytesOf(list, sizes.length - 1)));
    return program.attempt('this network', () => run.createNetwork(list, sizes.length - 1));
  } finally {
    run.release(list);
  }
}

/** @throws ShapeError when the network's sizes are others */
export function checkSizes(network: Network, sizes: readonly number[]): void {
  const [here, there] = [sizes.join('-'), network.sizes.join('-')];
  if (here !== there) throw new ShapeError(`The kernel holds a network ${here}; got ${there}.`);
}

/** @throws ValueError for a weight or bias that single precision does not hold */
export function checkNumbers(network: Network): void {
  network.layers.forEach(({ weights, biases }, l) => {
    for (const numbers of [weights, biases]) {
      const odd = numbers.findIndex((x) => !Number.isFinite(Math.fround(x)));
      if (odd < 0) continue;
      throw new ValueError(
        `Layer ${l} must hold finite numbers of single precision; got ${numbers[odd]}.`,
      );
    }
  });
}

/** How far apart the weights of a layer stand in the kernel, to neuron j + 1 and from neuron k + 1; a row is whole vectors of four. */
function strides(nIn: number, nOut: number, l: number): { j: number; k: number } {
  const row = 4 * Math.ceil((l === 0 ? nOut : nIn) / 4);
  return l === 0 ? { j: 1, k: row } : { j: row, k: 1 };
}

/** Writes a network's numbers into the kernel's. */
export function writeIn(program: Program, address: Address, { layers }: Network): void {
  layers.forEach(({ nIn, nOut, weights, biases }, l) => {
    const step = strides(nIn, nOut, l);
    const size = (nOut - 1) * step.j + (nIn - 1) * step.k + 1;
    const inside = program.floats(program.run.weightsOf(address, l), size);
    for (let j = 0; j < nOut; j++) {
      for (let k = 0; k < nIn; k++) inside[j * step.j + k * step.k] = weights[j * nIn + k];
    }
    program.floats(program.run.biasesOf(address, l), nOut).set(biases);
  });
}

/**
 * Writes the kernel's numbers into a network.
 * @throws ValueError when they are not all finite; the network is then as it was
 */
export function writeOut(program: Program, address: Address, { layers }: Network): void {
  const copies = layers.map(({ nIn, nOut }, l) => {
    const step = strides(nIn, nOut, l);
    const size = (nOut - 1) * step.j + (nIn - 1) * step.k + 1;
    const inside = program.floats(program.run.weightsOf(address, l), size);
    const scale = l === 0 ? program.run.scaleOf(address) : 1;
    const weights = new Float64Array(nOut * nIn);
    for (let j = 0; j < nOut; j++) {
      for (let k = 0; k < nIn; k++) weights[j * nIn + k] = scale * inside[j * step.j + k * step.k];
    }
    return { weights, biases: program.floats(program.run.biasesOf(address, l), nOut) };
  });
  const finite = copies.every(
    ({ weights, biases }) => weights.every(Number.isFinite) && biases.every(Number.isFinite),
  );
  if (!finite) {
    throw new ValueError('The weights have grown beyond single precision; eta is too large.');
  }
  layers.forEach(({ weights, biases }, l) => {
    weights.set(copies[l].weights);
    biases.set(copies[l].biases);
  });
}

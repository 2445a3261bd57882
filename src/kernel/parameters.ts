/** Weights and biases on their way into the kernel and out of it. assembly/network.ts has the layout. */
import { ShapeError, ValueError } from '../network/errors.ts';
import type { Layer, Network } from '../network/network.ts';
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
      for (let i = 0; i < numbers.length; i++) {
        if (Number.isFinite(Math.fround(numbers[i]))) continue;
        throw new ValueError(
          `Layer ${l} must hold finite numbers of single precision; got ${numbers[i]}.`,
        );
      }
    }
  });
}

/** @throws ValueError when training has made a number of the kernel's infinite or NaN */
export function checkSound(program: Program, address: Address): void {
  if (program.run.isSound(address) === 0) {
    throw new ValueError('The weights have grown beyond single precision; eta is too large.');
  }
}

/** A layer's weights in the kernel, with the places of the first from each neuron and from each input. */
interface Inside {
  readonly floats: Float32Array;
  /** floats[j * perNeuron + k * perInput] leads to neuron j from source neuron k. */
  readonly perNeuron: number;
  readonly perInput: number;
}

function weightsInside(
  program: Program,
  address: Address,
  { nIn, nOut }: Layer,
  l: number,
): Inside {
  const row = 4 * Math.ceil((l === 0 ? nOut : nIn) / 4); // rows are whole vectors of four
  const [perNeuron, perInput] = l === 0 ? [1, row] : [row, 1];
  const size = (nOut - 1) * perNeuron + (nIn - 1) * perInput + 1;
  return { floats: program.floats(program.run.weightsOf(address, l), size), perNeuron, perInput };
}

/** Writes a network's numbers into the kernel's. */
export function writeIn(program: Program, address: Address, { layers }: Network): void {
  layers.forEach((layer, l) => {
    const { nIn, nOut, weights, biases } = layer;
    const { floats, perNeuron, perInput } = weightsInside(program, address, layer, l);
    for (let j = 0, i = 0; j < nOut; j++) {
      for (let k = 0, at = j * perNeuron; k < nIn; k++, at += perInput) floats[at] = weights[i++];
    }
    program.floats(program.run.biasesOf(address, l), nOut).set(biases);
  });
}

/** Writes the kernel's numbers into a network. */
export function writeOut(program: Program, address: Address, { layers }: Network): void {
  layers.forEach((layer, l) => {
    const { nIn, nOut, weights, biases } = layer;
    const { floats, perNeuron, perInput } = weightsInside(program, address, layer, l);
    const scale = l === 0 ? program.run.scaleOf(address) : 1;
    for (let j = 0, i = 0; j < nOut; j++) {
      for (let k = 0, at = j * perNeuron; k < nIn; k++, at += perInput) {
        weights[i++] = scale * floats[at];
      }
    }
    biases.set(program.floats(program.run.biasesOf(address, l), nOut));
  });
}

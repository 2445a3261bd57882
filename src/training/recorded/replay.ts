/**
 * A training as small checkpoints: of each network what has changed since the one before, rounded. The start is made from its seed and does
 * not travel. What is rounded away at one checkpoint is part of the next change, so that errors do not add up.
 */
import { readSafetensors, writeSafetensors } from '../../network/files.ts';
import { packTensors } from '../../network/files/pack-tensors.ts';
import { unpackTensors } from '../../network/files/unpack-tensors.ts';
import { cloneNetwork, type Network } from '../../network/network.ts';
import { readCheckpoints, type Stage, writeCheckpoints } from '../checkpoint-file.ts';

/** How many steps from 0 the largest change of a neuron's weights takes in the first layer, which is nearly all of the file. */
const STEPS = 15;

/** First layer in small steps, the others in half precision: 300 weights hardly weigh, and the outputs stand on them. */
function writeChange(change: Network): Uint8Array<ArrayBuffer> {
  const tensors = new Map(unpackTensors(writeSafetensors(change, 'F16')).tensors);
  const steps = unpackTensors(writeSafetensors(change, 'I8', {}, STEPS));
  for (const [name, tensor] of steps.tensors) {
    if (name.startsWith('layers.0.')) tensors.set(name, tensor);
  }
  return packTensors({ tensors, metadata: new Map() });
}

/** network + sign * change, as a network of its own. */
function plus(network: Network, change: Network, sign: 1 | -1): Network {
  const sum = cloneNetwork(network);
  sum.layers.forEach(({ weights, biases }, l) => {
    const by = change.layers[l];
    for (let i = 0; i < weights.length; i++) weights[i] += sign * by.weights[i];
    for (let j = 0; j < biases.length; j++) biases[j] += sign * by.biases[j];
  });
  return sum;
}

/**
 * Writes a training, the same bytes each time.
 * @param stages the start first, which is not written
 * @throws ModelFileError for numbers that half precision does not hold
 */
export function writeReplay(
  [{ network: start }, ...stages]: readonly Stage[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  let known = start;
  const changes = stages.map(({ digits, network }): Stage => {
    const change = plus(network, known, -1);
    known = plus(known, readSafetensors(writeChange(change)), 1);
    return { digits, network: change };
  });
  return writeCheckpoints(changes, writeChange, metadata);
}

/**
 * The networks of a training, as far as rounding lets them be known; the start first, exact.
 * @param start made from the seed of the training
 * @throws ModelFileError for a file that is damaged, or holds something else
 */
export function readReplay(bytes: Uint8Array, start: Network): Network[] {
  const networks = [start];
  for (const { network: change } of readCheckpoints(bytes)) {
    networks.push(plus(networks[networks.length - 1], change, 1));
  }
  return networks;
}

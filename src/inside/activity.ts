/** What every neuron of a network does on many digits, worked out once and asked about many times. */
import { ShapeError } from '../network/errors.ts';
import { checkCounts, checkInputs, checkLabels, type Examples } from '../network/examples.ts';
import { createActive, createPass, findActive, forwardInto } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';

/** What the neurons of one layer do. */
export interface LayerActivity {
  readonly nOut: number;
  /** zs[i * nOut + j], the weighted input of neuron j on example i: (count, nOut) row-major, any finite number. */
  readonly zs: Float64Array;
  /** activations[i * nOut + j] = sigma(zs[i * nOut + j]), 0 to 1: (count, nOut) row-major. */
  readonly activations: Float64Array;
}

/** A network, and what all its neurons do on some examples. */
export interface Activity {
  readonly network: Network;
  readonly count: number;
  /** (count) */
  readonly labels: Uint8Array;
  /** layers[l] is that of network.layers[l]; the last one holds the scores. */
  readonly layers: readonly LayerActivity[];
}

/**
 * Runs the network over all examples and keeps what each neuron does.
 * @throws ShapeError when the examples do not fit the network, ValueError for an input that is NaN or infinite
 */
export function activityOf(network: Network, examples: Examples): Activity {
  const { count, inputs, full, labels } = examples;
  const nIn = network.sizes[0];
  checkCounts(examples, nIn);
  checkLabels(labels, network.sizes[network.sizes.length - 1]);
  checkInputs(examples, nIn);
  const layers = network.layers.map(({ nOut }): LayerActivity => ({
    nOut,
    zs: new Float64Array(count * nOut),
    activations: new Float64Array(count * nOut),
  }));
  const pass = createPass(network);
  const active = createActive(network);
  for (let i = 0; i < count; i++) {
    findActive(inputs, i * nIn, nIn, full, active);
    forwardInto(network, pass, active);
    layers.forEach(({ nOut, zs, activations }, l) => {
      zs.set(pass.zs[l], i * nOut);
      activations.set(pass.activations[l + 1], i * nOut);
    });
  }
  return { network, count, labels, layers };
}

/**
 * What one neuron does on each example. (count)
 * @param rows zs or activations of its layer
 * @throws ShapeError for a neuron that the layer does not have
 */
export function columnOf(rows: Float64Array, nOut: number, j: number): Float64Array {
  checkNeuron(nOut, j);
  const column = new Float64Array(rows.length / nOut);
  for (let i = 0; i < column.length; i++) column[i] = rows[i * nOut + j];
  return column;
}

/** @throws ShapeError when there is no neuron j among nOut */
export function checkNeuron(nOut: number, j: number): void {
  if (Number.isInteger(j) && j >= 0 && j < nOut) return;
  throw new ShapeError(`This layer has neurons 0 to ${nOut - 1}; got ${j}.`);
}

/** The mean of each neuron's activation over all examples, 0 to 1; NaN where there are none. (nOut) */
export function meanActivations({ nOut, activations }: LayerActivity): Float64Array {
  const means = new Float64Array(nOut);
  for (let i = 0; i < activations.length; i += nOut) {
    for (let j = 0; j < nOut; j++) means[j] += activations[i + j];
  }
  const count = activations.length / nOut;
  return means.map((sum) => sum / count);
}

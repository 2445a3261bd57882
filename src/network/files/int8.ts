import { cloneNetwork, type Layer, type Network } from '../network.ts';
import { checkNumber, LARGEST } from './checks.ts';
import { ModelFileError } from './model-file-error.ts';
import { fromWhole } from './read-safetensors.ts';
import { decode } from './tensor.ts';
import { encode } from './write-tensor.ts';

/** The most steps from 0 that a whole number of I8 can take to either side. */
export const MOST_STEPS = 127;

/** The weights of one layer as whole numbers: weight w_jk is about whole[j * nIn + k] * scales[j]. */
export interface WholeWeights {
  /** -steps to steps, (nOut, nIn) row-major. */
  readonly whole: Int8Array;
  /** One for each neuron, positive, a single-precision number: (nOut). */
  readonly scales: Float64Array;
}

/**
 * Smallest scale, 2^-126. Below it single precision thins out, and a scale that is written, read and worked out again could come
 * out as another one. Rows as small as that are as good as zero.
 */
const SMALLEST_SCALE = 1.1754943508222875e-38;

/** The nearest whole number, halves away from zero: the same on both sides of it, which Math.round is not. */
function nearest(x: number): number {
  return x < 0 ? -Math.round(-x) : Math.round(x);
}

/**
 * Rounds a layer's weights to whole steps: the largest weight that leads to a neuron becomes `steps` or -steps.
 * @param name what the weights are called in a message
 * @param steps 1 to 127
 * @throws ModelFileError 'not-finite' for NaN and infinities, 'out-of-range' beyond single precision
 */
export function toWhole(
  { nIn, nOut, weights }: Layer,
  name: string,
  steps = MOST_STEPS,
): WholeWeights {
  const whole = new Int8Array(weights.length);
  const scales = new Float64Array(nOut);
  for (let j = 0; j < nOut; j++) {
    const row = j * nIn;
    let most = 0;
    for (let k = 0; k < nIn; k++) {
      checkNumber(weights[row + k], name, row + k);
      most = Math.max(most, Math.abs(weights[row + k]));
    }
    const scale = Math.max(Math.fround(most / steps), SMALLEST_SCALE);
    if (steps * scale > LARGEST) {
      throw new ModelFileError(
        'out-of-range',
        `I8 cannot hold the weights of neuron ${j} of ${name}, up to ${most}.`,
      );
    }
    scales[j] = scale;
    for (let k = 0; k < nIn; k++) whole[row + k] = nearest(weights[row + k] / scale);
  }
  return { whole, scales };
}

/**
 * What writing a network as I8 and reading it again does to it: a copy with weights rounded to 1/steps of the largest weight that
 * leads to the same neuron, and biases in single precision. Doing it twice changes nothing more.
 * @throws ModelFileError 'not-finite' for NaN and infinities, 'out-of-range' beyond single precision
 */
export function quantise(network: Network, steps = MOST_STEPS): Network {
  const rounded = cloneNetwork(network);
  rounded.layers.forEach((layer, l) => {
    const { whole, scales } = toWhole(layer, `layers.${l}.weight`, steps);
    layer.weights.set(fromWhole(whole, scales));
    const bias = `layers.${l}.bias`;
    layer.biases.set(decode(bias, encode(bias, layer.biases, 'F32', [layer.nOut])));
  });
  return rounded;
}

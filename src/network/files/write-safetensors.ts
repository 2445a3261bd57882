import type { Network } from '../network.ts';
import { MOST_STEPS, toWhole } from './int8.ts';
import { packTensors } from './pack-tensors.ts';
import { ACTIVATION } from './read-safetensors.ts';
import type { Tensor } from './tensor.ts';
import { encode } from './write-tensor.ts';

/**
 * How the weights are rounded: F32 to single precision (7 digits), F16 to half (3 digits, up to 65504), I8 to whole numbers with a
 * scale for each neuron. Biases are F16 in an F16 file, else F32.
 */
export type ModelFormat = 'F32' | 'F16' | 'I8';

/**
 * A network as a safetensors file, the same bytes each time. Layer l becomes `layers.l.weight` of shape [nOut, nIn] and
 * `layers.l.bias` of shape [nOut], as PyTorch's Linear has them; I8 weights come with `layers.l.weight_scale`, F32 of shape
 * [nOut, 1], so that in NumPy or PyTorch `weight * weight_scale` is the weights.
 * @param metadata notes to be kept in the file, beside our own `activation` and `sizes`
 * @param steps for I8 alone: the whole numbers run from -steps to steps, 1 to 127; the fewer, the better the file packs
 * @throws ModelFileError 'not-finite' for NaN and infinities, 'out-of-range' for numbers beyond what the format holds
 */
export function writeSafetensors(
  network: Network,
  format: ModelFormat,
  metadata: Readonly<Record<string, string>> = {},
  steps = MOST_STEPS,
): Uint8Array<ArrayBuffer> {
  const tensors = new Map<string, Tensor>();
  network.layers.forEach((layer, l) => {
    const { nIn, nOut, weights, biases } = layer;
    const weight = `layers.${l}.weight`;
    const bias = `layers.${l}.bias`;
    const scale = `layers.${l}.weight_scale`;
    if (format === 'I8') {
      const { whole, scales } = toWhole(layer, weight, steps);
      tensors.set(weight, encode(weight, whole, 'I8', [nOut, nIn]));
      tensors.set(scale, encode(scale, scales, 'F32', [nOut, 1]));
    } else {
      tensors.set(weight, encode(weight, weights, format, [nOut, nIn]));
    }
    tensors.set(bias, encode(bias, biases, format === 'I8' ? 'F32' : format, [nOut]));
  });
  const ours = { activation: ACTIVATION, sizes: network.sizes.join('-') };
  return packTensors({ tensors, metadata: new Map(Object.entries({ ...metadata, ...ours })) });
}

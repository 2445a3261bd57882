import type { Layer, Network } from '../network.ts';
import { checkModelSizes, checkNumber } from './checks.ts';
import { fromWhole, MOST_STEPS, toWhole } from './int8.ts';
import { ModelFileError, quote } from './model-file-error.ts';
import { packTensors, type TensorFile } from './pack-tensors.ts';
import { decode, encode, type Tensor } from './tensor.ts';
import { unpackTensors } from './unpack-tensors.ts';

/**
 * How the weights are rounded: F32 to single precision (7 digits), F16 to half (3 digits, up to 65504), I8 to whole numbers with a
 * scale for each neuron. Biases are F16 in an F16 file, else F32.
 */
export type ModelFormat = 'F32' | 'F16' | 'I8';

/** The only activation that our networks have, named in the file so that other programs need not guess. */
const ACTIVATION = 'sigmoid';

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

/** Hands out the tensors of a file by name and shape, and knows which are left. */
function createTaker({ tensors }: TensorFile): {
  readonly take: (name: string, shape: readonly (number | undefined)[]) => Tensor;
  readonly left: () => string[];
} {
  const waiting = new Map(tensors);
  return {
    take(name, shape) {
      const tensor = waiting.get(name);
      if (tensor === undefined) {
        throw new ModelFileError(
          'missing-tensor',
          `A network of ours has a tensor ${name}; this file has ${quote([...tensors.keys()])}.`,
        );
      }
      waiting.delete(name);
      const fits = shape.every((n, i) => n === undefined || n === tensor.shape[i]);
      if (tensor.shape.length !== shape.length || !fits) {
        const wanted = shape.map((n) => n ?? 'any').join(', ');
        throw new ModelFileError(
          'wrong-shape',
          `${name} should have the shape [${wanted}]; it has ${quote(tensor.shape)}.`,
        );
      }
      return tensor;
    },
    left: () => [...waiting.keys()],
  };
}

/**
 * A network from the bytes of a safetensors file, its sizes from the shapes. Takes F64, F32, F16 and BF16, and I8 weights with
 * their scales. The metadata are not needed; but an `activation` other than ours is refused.
 * @throws ModelFileError for everything else, with a reason and a message that says what came and what was expected
 */
export function readSafetensors(bytes: Uint8Array): Network {
  const file = unpackTensors(bytes);
  const activation = file.metadata.get('activation') ?? ACTIVATION;
  if (activation !== ACTIVATION) {
    throw new ModelFileError(
      'not-a-model',
      `Our networks have the activation ${ACTIVATION}; this one has ${quote(activation)}.`,
    );
  }
  const { take, left } = createTaker(file);
  const sizes: number[] = [];
  const layers: Layer[] = [];
  do {
    const l = layers.length;
    const weight = take(`layers.${l}.weight`, [undefined, sizes[l]]);
    const [nOut, nIn] = weight.shape;
    if (l === 0) sizes.push(nIn);
    sizes.push(nOut);
    const bias = take(`layers.${l}.bias`, [nOut]);
    if (bias.dtype === 'I8') {
      throw new ModelFileError(
        'unknown-dtype',
        `layers.${l}.bias is I8, which only weights may be.`,
      );
    }
    let weights = decode(`layers.${l}.weight`, weight);
    if (weight.dtype === 'I8') {
      const scale = `layers.${l}.weight_scale`;
      weights = fromWhole(weights, decode(scale, take(scale, [nOut, 1])));
      weights.forEach((w, i) => checkNumber(w, `layers.${l}.weight`, i));
    }
    layers.push({ nIn, nOut, weights, biases: decode(`layers.${l}.bias`, bias) });
  } while (file.tensors.has(`layers.${layers.length}.weight`));

  if (left().length > 0) {
    throw new ModelFileError(
      'unknown-tensor',
      `A network of ${layers.length} layers has no tensors ${quote(left())}.`,
    );
  }
  checkModelSizes(sizes);
  return { sizes, layers };
}

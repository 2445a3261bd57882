import type { Layer, Network } from '../network.ts';
import { checkModelSizes, checkNumber } from './checks.ts';
import { ModelFileError, quote } from './model-file-error.ts';
import type { TensorFile } from './tensor-file.ts';
import { decode, type Tensor } from './tensor.ts';
import { unpackTensors } from './unpack-tensors.ts';

/** The only activation that our networks have, named in the file so that other programs need not guess. */
export const ACTIVATION = 'sigmoid';

/** The weights that whole numbers and their scales stand for. The products are exact. @returns (nOut, nIn) row-major */
export function fromWhole(whole: ArrayLike<number>, scales: ArrayLike<number>): Float64Array {
  const nIn = whole.length / scales.length;
  const weights = new Float64Array(whole.length);
  for (let i = 0; i < weights.length; i++) weights[i] = whole[i] * scales[Math.floor(i / nIn)];
  return weights;
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

import {
  ModelFileError,
  type ModelFormat,
  readSafetensors,
  writeSafetensors,
} from '../network/files.ts';
import { quote } from '../network/files/model-file-error.ts';
import { packTensors } from '../network/files/pack-tensors.ts';
import type { Tensor } from '../network/files/tensor.ts';
import { unpackTensors } from '../network/files/unpack-tensors.ts';
import type { Network } from '../network/network.ts';

/** A network on its way. */
export interface Stage {
  /** How many digits it had learned from, those of past epochs counted again; 0 at the start. */
  readonly digits: number;
  readonly network: Network;
}

/** `checkpoints.3.layers.0.weight` is the tensor `layers.0.weight` of the model file of the fourth network. */
const PREFIX = /^checkpoints\.(0|[1-9][0-9]{0,3})\.(?=.)/;
/** Metadata: the digits of each, in order, with commas between. */
const DIGITS = 'digits';

/**
 * The networks of one training, as one safetensors file: the same bytes each time.
 * @param stages from the start on
 * @param format of them all, or what writes each as a safetensors file
 * @throws ModelFileError for numbers that the format does not hold
 */
export function writeCheckpoints(
  stages: readonly Stage[],
  format: ModelFormat | ((network: Network) => Uint8Array),
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const write =
    typeof format === 'string' ? (one: Network) => writeSafetensors(one, format) : format;
  const tensors = new Map<string, Tensor>();
  stages.forEach(({ network }, i) => {
    for (const [name, tensor] of unpackTensors(write(network)).tensors) {
      tensors.set(`checkpoints.${i}.${name}`, tensor);
    }
  });
  const digits = stages.map((stage) => stage.digits).join(',');
  return packTensors({
    tensors,
    metadata: new Map(Object.entries({ ...metadata, [DIGITS]: digits })),
  });
}

/**
 * The networks of a training, from the start on.
 * @throws ModelFileError for a file that is damaged, or holds something else
 */
export function readCheckpoints(bytes: Uint8Array): Stage[] {
  const { tensors, metadata } = unpackTensors(bytes);
  const digits = (metadata.get(DIGITS) ?? '').split(',').map(Number);
  const isRising = digits.every(
    (n, i) => Number.isSafeInteger(n) && n >= 0 && (i === 0 || n > digits[i - 1]),
  );
  if (!metadata.get(DIGITS) || !isRising) {
    throw new ModelFileError(
      'bad-header',
      `Checkpoints name the digits that each has learned from, ever more; got ${quote(metadata.get(DIGITS))}.`,
    );
  }
  const files = digits.map(() => new Map<string, Tensor>());
  for (const [name, tensor] of tensors) {
    const [prefix, number] = PREFIX.exec(name) ?? [];
    const file = files[Number(number)];
    if (prefix === undefined || file === undefined) {
      throw new ModelFileError(
        'unknown-tensor',
        `${digits.length} checkpoints have no tensor ${quote(name)}.`,
      );
    }
    file.set(name.slice(prefix.length), tensor);
  }
  return files.map((own, i) => ({
    digits: digits[i],
    network: readSafetensors(packTensors({ tensors: own, metadata: new Map() })),
  }));
}

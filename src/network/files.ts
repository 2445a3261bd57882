/**
 * Model files in and out: safetensors, which PyTorch, NumPy and JAX open, and the plain JSON of the blog post's app. Whatever is
 * wrong with a file or does not fit into one is told by a ModelFileError, and by nothing else.
 */
import { checkFileSize } from './files/checks.ts';
import { readJson } from './files/json.ts';
import { ModelFileError, quote } from './files/model-file-error.ts';
import { readSafetensors } from './files/read-safetensors.ts';
import type { Network } from './network.ts';

export { quantise } from './files/int8.ts';
export { readJson, writeJson } from './files/json.ts';
export { ModelFileError, type ModelFileReason } from './files/model-file-error.ts';
export { readSafetensors } from './files/read-safetensors.ts';
export { type ModelFormat, writeSafetensors } from './files/write-safetensors.ts';

/**
 * A network from a file of either kind. The first eight bytes tell them apart: in safetensors they are a length, whose upper bytes are
 * 0 in any file that a machine can hold; a JSON text has no byte 0.
 * @throws ModelFileError
 */
export function readModel(bytes: Uint8Array): Network {
  checkFileSize(bytes.length);
  const start = bytes.subarray(0, 8);
  if (start.includes(0)) return readSafetensors(bytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ModelFileError(
      'not-a-model',
      `A model is a safetensors file or JSON; this file starts with the bytes ${quote([...start])}.`,
    );
  }
  return readJson(text);
}

import { download } from '../digits/download.ts';
import { inflate, PackedError } from '../digits/inflate.ts';
// Not by network/files.ts, which writes files, too: whoever only reads has less to fetch.
import { ModelFileError } from '../network/files/model-file-error.ts';
import { readSafetensors } from '../network/files/read-safetensors.ts';
import type { Network } from '../network/network.ts';

/** Thrown when the model does not arrive or is not one; its message is for the reader. */
export class ModelLoadError extends Error {
  override readonly name = 'ModelLoadError';
}

/**
 * Fetches and reads a safetensors file, gzipped or not, of a model of 784 inputs and ten outputs.
 * @param fetch the browser's own, or a stand-in
 * @throws ModelLoadError with a plain message; calling again tries again
 */
export async function loadModel(
  fetch: (url: string) => Promise<Response>,
  url: string,
): Promise<Network> {
  const bytes = await download(() => fetch(url), ModelLoadError);
  let network: Network;
  try {
    network = readSafetensors(await inflate(bytes));
  } catch (cause) {
    if (!(cause instanceof ModelFileError || cause instanceof PackedError)) throw cause;
    throw new ModelLoadError('What arrived is not a model.', { cause });
  }
  const { sizes } = network;
  if (sizes[0] !== 784 || sizes[sizes.length - 1] !== 10) {
    throw new ModelLoadError(
      `A recogniser takes 784 numbers and gives 10; this model has ${sizes.join('-')}.`,
    );
  }
  return network;
}

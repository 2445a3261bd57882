import { ModelFileError, readModel, writeJson, writeSafetensors } from '@/network/files.ts';
import type { Network } from '@/network/network.ts';
import { thousands } from '@/words/numbers.ts';

/** Kinds of files that a network is saved as. */
export const FILE_KINDS = ['safetensors', 'json'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file as a browser hands it over, as far as it is wanted. */
export type GivenFile = Pick<File, 'name' | 'size' | 'type' | 'arrayBuffer'>;

/** A network out of a file. */
export interface OpenedNetwork {
  readonly fileName: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly network: Network;
}

/** Thrown when a file is not opened; its message is for the reader. */
export class OpenError extends Error {
  override readonly name = 'OpenError';
}

/** Larger files are not even looked at: a network of four million weights is smaller, and ours a hundredth of it. */
const MOST_MEGABYTES = 16;

/**
 * The bytes of a file that holds the network: safetensors in single precision, JSON with every digit.
 * @throws ModelFileError for numbers that the file cannot hold
 */
export function writeNetwork(network: Network, kind: FileKind): Uint8Array<ArrayBuffer> {
  if (kind === 'safetensors') return writeSafetensors(network, 'F32');
  return new TextEncoder().encode(writeJson(network));
}

/**
 * Reads a network from a file of either kind.
 * @throws OpenError with words for the reader, for whatever is no network: a picture, a folder, a file too large, one that was damaged
 */
export async function openNetwork(file: GivenFile): Promise<OpenedNetwork> {
  const { name, size, type } = file;
  const refuse = (why: string, cause?: unknown): never => {
    throw new OpenError(`“${shortened(name)}” was not opened. ${why}`, { cause });
  };
  if (size > MOST_MEGABYTES * 1024 * 1024) {
    refuse(
      `It has ${thousands(Math.round(size / 1e6))} million bytes; a network of ours has a tenth of a million, and more than ${MOST_MEGABYTES} are not read.`,
    );
  }
  if (/^(image|video|audio)\//.test(type)) {
    refuse('It holds a picture or a recording; a network is a .safetensors or a .json file.');
  }
  if (size === 0) refuse('It is empty.');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    return refuse('The browser could not read it: it may be a folder, or have been moved.', cause);
  }
  try {
    const network = readModel(bytes);
    // In safetensors the first eight bytes are a length, whose upper ones are 0; text has none.
    const kind = bytes.subarray(0, 8).includes(0) ? 'safetensors' : 'json';
    return { fileName: name, kind, bytes: bytes.length, network };
  } catch (cause) {
    if (!(cause instanceof ModelFileError)) throw cause;
    return refuse(cause.message, cause);
  }
}

/** A name that would fill the page is cut in its midst. */
function shortened(name: string): string {
  return name.length <= 48 ? name : `${name.slice(0, 30)}…${name.slice(-14)}`;
}

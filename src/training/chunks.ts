import { download } from '../digits/download.ts';
import { type PackedDigits, PackedError, inflate, unpackDigits } from '../digits/packed.ts';

/** A file of packed digits, `NAME.digits`, and how many are in it. */
export interface Chunk {
  readonly name: string;
  readonly count: number;
}

/** The files that a page fetches: to learn from, in this order, and to test on. */
export interface Chunks {
  readonly train: readonly Chunk[];
  readonly test: Chunk;
}

/** MNIST as the page fetches it; commands/pack-digits.ts makes the files. */
export const CHUNKS: Chunks = {
  train: [1, 2, 3].map((n) => ({ name: `train-${n}`, count: 20_000 })),
  test: { name: 'test', count: 10_000 },
};

/** How many digits there are to learn from in all. */
export const TRAIN_COUNT = CHUNKS.train.reduce((sum, { count }) => sum + count, 0);

/** Thrown when a chunk does not arrive or is not what it should be; its message is for the reader. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError';
}

/** What asking for a file needs of the browser. */
export type Fetch = (url: string, options: { signal: AbortSignal }) => Promise<Response>;

/** The chunks that hold the test digits and the first `count` to learn from: those to test on first. */
export function neededFor({ train, test }: Chunks, count: number): Chunk[] {
  const needed = [test];
  let covered = 0;
  for (const chunk of train) {
    if (covered >= count) break;
    needed.push(chunk);
    covered += chunk.count;
  }
  return needed;
}

/** Where a chunk lies. @param folder with a slash at its end */
export function addressOf(folder: string, name: string): string {
  return `${folder}${name}.digits`;
}

/**
 * Fetches the bytes of one chunk, as they travel.
 * @throws ChunkError with a plain message; calling again tries again
 */
export function fetchChunk(
  fetch: Fetch,
  folder: string,
  { name }: Chunk,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return download(() => fetch(addressOf(folder, name), { signal }), ChunkError);
}

/**
 * Fetches and unpacks one chunk.
 * @param folder where the files lie, with a slash at its end
 * @param arrived called when all bytes are here, before they are unpacked
 * @throws ChunkError with a plain message; calling again tries again
 */
export async function loadChunk(
  fetch: Fetch,
  folder: string,
  chunk: Chunk,
  signal: AbortSignal,
  arrived: () => void,
): Promise<PackedDigits> {
  const bytes = await fetchChunk(fetch, folder, chunk, signal);
  arrived();
  try {
    const digits = unpackDigits(await inflate(bytes));
    if (digits.count === chunk.count) return digits;
    throw new PackedError(`Expected ${chunk.count} digits; got ${digits.count}.`);
  } catch (cause) {
    if (!(cause instanceof PackedError)) throw cause;
    throw new ChunkError('What arrived is not the digits.', { cause });
  }
}

import { CHUNKS } from '@/training/chunks.ts';

/** Bytes of the files of digits. */
export interface Download {
  readonly test: number;
  /** In the order that they are fetched. */
  readonly train: readonly number[];
}

/**
 * How many bytes are still to be fetched before `count` digits to learn from are here, with those to test on.
 * @param here how many of either have come
 */
export function missing(
  { test, train }: Download,
  count: number,
  here: { readonly train: number; readonly test: number },
): number {
  let bytes = here.test > 0 ? 0 : test;
  let end = 0;
  CHUNKS.train.forEach((chunk, i) => {
    const start = end;
    end += chunk.count;
    if (start < count && end > here.train) bytes += train[i];
  });
  return bytes;
}

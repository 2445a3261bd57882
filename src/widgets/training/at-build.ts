import { stat } from 'node:fs/promises';
import { CHUNKS } from '@/training/chunks.ts';
import type { Download } from './download.ts';

/** How many bytes each file of digits has on its way to the page. @param publicDir the site's own files */
export async function measureDigits(publicDir: URL): Promise<Download> {
  const size = async (name: string): Promise<number> =>
    (await stat(new URL(`digits/${name}.digits`, publicDir))).size;
  return {
    test: await size(CHUNKS.test.name),
    train: await Promise.all(CHUNKS.train.map(({ name }) => size(name))),
  };
}

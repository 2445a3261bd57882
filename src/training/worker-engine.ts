/** The engine that a worker trains with. */
import { download } from '../digits/download.ts';
import { KERNEL_URL } from '../kernel/address.ts';
import { chooseEngine } from './choose-engine.ts';
import type { Engine } from './engine.ts';

/** @param fetch the worker's own */
export function createWorkerEngine(
  fetch: (url: URL, options: { signal: AbortSignal }) => Promise<Response>,
): Promise<Engine> {
  return chooseEngine(async () => {
    const bytes = await download((signal) => fetch(KERNEL_URL, { signal }), Error);
    return bytes.buffer;
  });
}

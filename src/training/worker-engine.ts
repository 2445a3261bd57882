/** The engine that a worker trains with. */
import { KERNEL_URL } from '../kernel/address.ts';
import { chooseEngine } from './choose-engine.ts';
import type { Engine } from './engine.ts';

/** @param fetch the worker's own */
export function createWorkerEngine(fetch: (url: URL) => Promise<Response>): Promise<Engine> {
  return chooseEngine(async () => {
    const response = await fetch(KERNEL_URL);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response.arrayBuffer();
  });
}

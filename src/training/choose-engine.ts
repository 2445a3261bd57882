import { KERNEL_URL } from '../kernel/address.ts';
import { startKernel } from '../kernel/kernel.ts';
import { isSupported } from '../kernel/support.ts';
import { TRAIN_COUNT } from './chunks.ts';
import type { Engine } from './engine.ts';
import { createKernelEngine } from './kernel-engine.ts';
import { createNetworkEngine } from './network-engine.ts';

/**
 * The kernel where it runs; else, or where its file does not come, network/sgd, which takes many times as long (`npm run bench`).
 * @param readKernel fetches the kernel's program
 */
export async function chooseEngine(readKernel: () => Promise<ArrayBuffer>): Promise<Engine> {
  if (!isSupported()) return createNetworkEngine(TRAIN_COUNT);
  try {
    return createKernelEngine(await startKernel(await readKernel()));
  } catch {
    return createNetworkEngine(TRAIN_COUNT);
  }
}

/** The engine that a worker trains with. @param fetch the worker's own */
export function createWorkerEngine(fetch: (url: URL) => Promise<Response>): Promise<Engine> {
  return chooseEngine(() => readKernelBy(fetch));
}

/** The kernel's program, as a worker gets it. @throws Error when it does not come */
export async function readKernelBy(fetch: (url: URL) => Promise<Response>): Promise<ArrayBuffer> {
  const response = await fetch(KERNEL_URL);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.arrayBuffer();
}

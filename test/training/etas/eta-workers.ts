/** Workers of Node's own that train as the page's do: the real Server, the real kernel, on a core of their own. */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createKernelEngine } from '../../../src/training/kernel-engine.ts';
import { startKernel } from '../../../src/kernel/kernel.ts';
import type { Order, Report } from '../../../src/training/messages.ts';
import { Server } from '../../../src/training/server.ts';
import type { WorkerLike } from '../../../src/training/worker-link.ts';
import { CHUNKS } from '../../../src/training/chunks.ts';

const KERNEL = fileURLToPath(new URL('../../../src/kernel/kernel.wasm', import.meta.url));
const DIGITS = fileURLToPath(new URL('../../../public/digits/', import.meta.url));

/** The site's own file. @param url as the server names it */
export function readDigits(url: string): Promise<Response> {
  const name = url.replace(/^.*\//, '');
  return Promise.resolve(new Response(new Uint8Array(readFileSync(`${DIGITS}${name}`))));
}

/** A worker of Node's, as a page sees one. */
export class ThreadWorker extends EventTarget implements WorkerLike {
  readonly #thread: Worker;

  constructor() {
    super();
    this.#thread = new Worker(fileURLToPath(import.meta.url), { workerData: 'train' });
    this.#thread.on('message', (data: Report) =>
      this.dispatchEvent(new MessageEvent('message', { data })),
    );
    this.#thread.on('error', () => this.dispatchEvent(new Event('error')));
  }

  postMessage(order: Order): void {
    this.#thread.postMessage(order);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}

if (parentPort !== null && workerData === 'train') {
  const port = parentPort;
  const server = new Server({
    fetch: readDigits,
    chunks: CHUNKS,
    folder: '/digits/',
    createEngine: async () =>
      createKernelEngine(await startKernel(new Uint8Array(readFileSync(KERNEL)))),
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    post: (report, transfer) => port.postMessage(report, transfer as ArrayBuffer[]),
  });
  port.on('message', (order: Order) => server.take(order));
}

/** Keeps a core busy for so many milliseconds' worth of sums, and says how long it took: see `areFree`. */
export const SPIN = `
  const { parentPort } = require('node:worker_threads');
  const begun = performance.now();
  let x = 0;
  for (let i = 0; i < 3e8; i++) x = (x + i * i) % 1000003;
  parentPort.postMessage(performance.now() - begun + 0 * x);
`;

/**
 * The worker that trains. It hands the Server what a worker has, and knows nothing itself. The page starts it as a module;
 * training/client.ts talks to it.
 */
import { CHUNKS } from './chunks.ts';
import type { Order } from './messages.ts';
import { Server } from './server.ts';
import { createWorkerEngine } from './choose-engine.ts';

/** A worker's scope, as far as it is wanted: the types that come with the DOM take `self` for a window. */
interface Scope {
  readonly location: { readonly origin: string };
  readonly performance: { now(): number };
  fetch: typeof globalThis.fetch;
  postMessage(message: unknown, options: { transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
}

const scope: Scope = globalThis;

/** Letters to oneself come after those that wait, and without the delay of a timer. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port2.onmessage = () => waiting.shift()?.();

const server = new Server({
  fetch: (url, options) => scope.fetch(url, options),
  chunks: CHUNKS,
  folder: `${scope.location.origin}/digits/`,
  createEngine: () => createWorkerEngine((url) => scope.fetch(url)),
  now: () => scope.performance.now(),
  breathe: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(null);
    }),
  post: (report, transfer) => scope.postMessage(report, { transfer }),
});

scope.addEventListener('message', ({ data }) => server.take(data));

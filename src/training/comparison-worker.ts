/** The worker of the comparison: it hands the server what a worker has, and knows nothing itself. The page starts it as a module. */
import { ComparisonServer, type ComparisonOrder } from './comparison-server.ts';
import { createWorkerEngine } from './choose-engine.ts';

/** A worker's scope, as far as it is wanted: the types that come with the DOM take `self` for a window. */
interface Scope {
  readonly location: { readonly origin: string };
  readonly performance: { now(): number };
  fetch: typeof globalThis.fetch;
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ComparisonOrder>) => void): void;
}

const scope: Scope = globalThis;

const server = new ComparisonServer({
  fetch: (url, options) => scope.fetch(url, options),
  folder: `${scope.location.origin}/digits/`,
  createEngine: () => createWorkerEngine((url) => scope.fetch(url)),
  now: () => scope.performance.now(),
  post: (report) => scope.postMessage(report),
});

scope.addEventListener('message', ({ data }) => server.take(data));

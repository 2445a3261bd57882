/** The worker that looks through the training digits: it hands the server what a worker has. The page starts it as a module. */
import { type NearOrder, NearServer } from './server.ts';

/** A worker's scope, as far as it is wanted: the types that come with the DOM take `self` for a window. */
interface Scope {
  readonly location: { readonly origin: string };
  readonly performance: { now(): number };
  fetch: typeof globalThis.fetch;
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<NearOrder>) => void): void;
}

const scope: Scope = globalThis;

const server = new NearServer({
  fetch: (url, options) => scope.fetch(url, options),
  folder: `${scope.location.origin}/digits/`,
  now: () => scope.performance.now(),
  post: (report) => scope.postMessage(report),
});

scope.addEventListener('message', ({ data }) => server.take(data));

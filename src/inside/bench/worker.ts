/** The worker of the test bench: it hands the server what a worker has, and knows nothing itself. The page starts it as a module. */
import { readKernelBy } from '../../training/choose-engine.ts';
import { createScorer } from './create-scorer.ts';
import { type LesionOrder, type TestOrder, TestServer } from './server.ts';

/** A worker's scope, as far as it is wanted: the types that come with the DOM take `self` for a window. */
interface Scope {
  readonly location: { readonly origin: string };
  readonly performance: { now(): number };
  fetch: typeof globalThis.fetch;
  postMessage(message: unknown, options: { readonly transfer: ArrayBuffer[] }): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<TestOrder | LesionOrder>) => void,
  ): void;
}

const scope: Scope = globalThis;

const server = new TestServer({
  fetch: (url, options) => scope.fetch(url, options),
  folder: `${scope.location.origin}/digits/`,
  createScorer: (digits) => createScorer(digits, () => readKernelBy((url) => scope.fetch(url))),
  now: () => scope.performance.now(),
  post: (report, transfer = []) => scope.postMessage(report, { transfer }),
});

scope.addEventListener('message', ({ data }) => server.take(data));

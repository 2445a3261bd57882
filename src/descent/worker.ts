/** The worker that measures slices of the digit cost. The page starts it as a module; islands/slice-client.ts talks to it. */
import { measureSlice } from './measure.ts';
import type { SliceOrder } from './messages.ts';

/** A worker's scope, as far as it is wanted: the types that come with the DOM take `self` for a window. */
interface Scope {
  readonly performance: { now(): number };
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SliceOrder>) => void): void;
}

const scope: Scope = globalThis;

scope.addEventListener('message', ({ data }) =>
  measureSlice(
    data,
    () => scope.performance.now(),
    (report) => scope.postMessage(report),
  ),
);

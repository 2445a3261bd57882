import type { LinkTools, WorkerLike } from '../../src/training/worker-link.ts';

/** A worker that says what a test lets it say, and keeps what it was asked. A new one takes its place when it breaks down. */
export function toldWorker(): {
  readonly tools: LinkTools;
  readonly say: (report: unknown) => void;
  readonly breakDown: () => void;
  readonly orders: { id: number }[];
} {
  const orders: { id: number }[] = [];
  let worker = new EventTarget();
  return {
    tools: {
      createWorker: () => {
        worker = new EventTarget();
        return Object.assign(worker, {
          postMessage: (order: { id: number }) => void orders.push(order),
          terminate: () => undefined,
        }) as WorkerLike;
      },
      everySecond: () => () => undefined,
    },
    say: (data) => worker.dispatchEvent(new MessageEvent('message', { data })),
    breakDown: () => worker.dispatchEvent(new Event('error', { cancelable: true })),
    orders,
  };
}

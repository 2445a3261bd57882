import { createNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { memoryDrawings } from '../../../src/reader/drawings/memory.ts';
import type { NewDrawing } from '../../../src/reader/drawings/kept.ts';
import type { LinkTools, WorkerLike } from '../../../src/training/worker-link.ts';
import type { DemoTools } from '../../../src/widgets/recogniser/recogniser/demo-tools.ts';

/** A worker that is handed orders and says what the test lets it say. */
export class FakeWorker<Order = unknown> {
  readonly orders: Order[] = [];
  #worker = new EventTarget();

  readonly tools: LinkTools = {
    createWorker: () => {
      this.#worker = new EventTarget();
      return Object.assign(this.#worker, {
        postMessage: (order: Order) => {
          this.orders.push(order);
          this.onorder(order);
        },
        terminate: () => undefined,
      }) as WorkerLike;
    },
    everySecond: () => () => undefined,
  };

  /** What it does with an order: nothing, unless the test says so. */
  onorder: (order: Order) => void = () => undefined;

  say(data: unknown): void {
    this.#worker.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Networks of small sizes, each with weights of its own. */
const networks = {
  recogniser: createNetwork([784, 12, 10], 'scaled', createRandom(11)),
  classic: createNetwork([784, 8, 10], 'scaled', createRandom(12)),
  explainer: createNetwork([784, 6, 6, 10], 'scaled', createRandom(13)),
};

/** A dozen pictures that look like nothing much. */
const digits = Array.from({ length: 12 }, (_, index) => ({
  index,
  label: index % 10,
  pixels: Float64Array.from({ length: 784 }, (_, k) => Number(k % (index + 2) === 0)),
}));

/** What the page lends, without a network to fetch from, a worker or a disk. */
export function quietTools(first: readonly NewDrawing[] = []): DemoTools {
  return {
    model: (key) => Promise.resolve(networks[key]),
    thousand: () => Promise.resolve(digits),
    bench: new FakeWorker().tools,
    near: new FakeWorker().tools,
    drawings: memoryDrawings(first),
    keepOwn: () => Promise.resolve(null),
    saveText: () => undefined,
  };
}

import { Filling } from './filling.ts';
import type { SliceOrder, SliceReport } from './messages.ts';
import { Slice } from './slice.ts';

/** A worker, as far as the client needs one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What the page lends. */
export interface ClientTools {
  /** Starts descent/worker.ts. */
  readonly createWorker: () => WorkerLike;
  /** Calls again and again, once a second, until what it returns is called. */
  readonly everySecond: (call: () => void) => () => void;
  /** Called when anything has changed. */
  readonly changed: () => void;
}

/** So many seconds a worker that has spoken before may be silent. */
const PATIENCE = 6;

/** The page's side of measuring a slice: what has come so far, and what went wrong. */
export class SliceClient {
  readonly #tools: ClientTools;
  readonly #order: Omit<SliceOrder, 'from'>;
  readonly filling: Filling;
  #slice: Slice | null = null;
  #trouble: string | null = null;
  #worker: WorkerLike | null = null;
  #stopWatch: (() => void) | null = null;
  #silence: number | null = null;

  constructor(order: Omit<SliceOrder, 'from'>, tools: ClientTools) {
    this.#order = order;
    this.#tools = tools;
    this.filling = new Filling(order.box);
  }

  /** The slice itself, exact at any point; null until the worker has multiplied the pictures out. */
  get slice(): Slice | null {
    return this.#slice;
  }

  /** Why nothing more comes, for the reader; null while it does, or when all is there. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Begins to measure, or goes on where a lost worker stopped. While one is at work this does nothing. */
  start(): void {
    if (this.#worker !== null || (this.filling.isDone && this.#slice)) return;
    this.#trouble = null;
    this.#silence = null;
    let worker: WorkerLike;
    try {
      worker = this.#tools.createWorker();
    } catch {
      this.#lose('This browser starts no worker, and the slice is measured in one.');
      return;
    }
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<SliceReport>) => {
      if (worker === this.#worker) this.#hear(data);
    });
    const broken = (): void => {
      if (worker === this.#worker) this.#lose('The measuring stopped: its worker broke down.');
    };
    worker.addEventListener('messageerror', broken);
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // it is said on the page, and need not be in the console
      broken();
    });
    this.#stopWatch = this.#tools.everySecond(() => this.#listen());
    worker.postMessage({ ...this.#order, from: this.filling.count } satisfies SliceOrder);
    this.#tools.changed();
  }

  /** Ends the worker. What has come stays. */
  stop(): void {
    this.#stopWatch?.();
    this.#stopWatch = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #hear(report: SliceReport): void {
    this.#silence = 0;
    switch (report.kind) {
      case 'parts':
        this.#slice = new Slice(report.parts);
        break;
      case 'nodes':
        this.filling.take(report.slopes);
        if (this.filling.isDone) this.stop();
        break;
      case 'failed':
        this.#lose(report.message);
        return;
    }
    this.#tools.changed();
  }

  #lose(message: string): void {
    this.stop();
    this.#trouble = message;
    this.#tools.changed();
  }

  #listen(): void {
    if (this.#silence === null) return;
    if (this.#silence++ >= PATIENCE) {
      this.#lose('The measuring stopped: its worker does not answer any more.');
    }
  }
}

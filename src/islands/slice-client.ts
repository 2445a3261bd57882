import { Filling } from '@/descent/filling.ts';
import type { SliceOrder, SliceReport } from '@/descent/messages.ts';
import { Slice } from '@/descent/slice.ts';
import { type LinkTools, type Loss, WorkerLink } from '@/training/worker-link.ts';

/** What the page lends; `createWorker` starts descent/worker.ts. */
export interface ClientTools extends LinkTools {
  /** Called when anything has changed. */
  readonly changed: () => void;
}

/** Seconds that the worker may be silent: it reports every few dozen nodes, which take a phone far less. */
const PATIENCE = 6;

const LOSSES: Readonly<Record<Loss, string>> = {
  'not started': 'This browser starts no worker, and the slice is measured in one.',
  silent: 'The measuring stopped: its worker does not answer any more.',
  broken: 'The measuring stopped: its worker broke down.',
};

/** The page's side of measuring a slice: what has come so far, and what went wrong. */
export class SliceClient {
  readonly #tools: ClientTools;
  readonly #order: Omit<SliceOrder, 'from'>;
  readonly filling: Filling;
  #slice: Slice | null = null;
  #trouble: string | null = null;
  readonly #link: WorkerLink<SliceOrder, SliceReport>;

  constructor(order: Omit<SliceOrder, 'from'>, tools: ClientTools) {
    this.#order = order;
    this.#tools = tools;
    this.filling = new Filling(order.box);
    this.#link = new WorkerLink(tools, {
      hear: (report) => this.#hear(report),
      lose: (loss) => this.#fail(LOSSES[loss]),
      patience: PATIENCE,
    });
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
    if (this.#link.isUp || (this.filling.isDone && this.#slice)) return;
    this.#trouble = null;
    if (!this.#link.start()) return;
    this.#link.post({ ...this.#order, from: this.filling.count });
    this.#tools.changed();
  }

  /** Ends the worker. What has come stays. */
  stop(): void {
    this.#link.end();
  }

  #hear(report: SliceReport): void {
    switch (report.kind) {
      case 'parts':
        this.#slice = new Slice(report.parts);
        break;
      case 'nodes':
        this.filling.take(report.slopes);
        if (this.filling.isDone) this.stop();
        break;
      case 'failed':
        this.#fail(report.message);
        return;
    }
    this.#tools.changed();
  }

  #fail(message: string): void {
    this.stop();
    this.#trouble = message;
    this.#tools.changed();
  }
}

import { type LinkTools, type Loss, WorkerLink } from '../../training/worker-link.ts';
import type { NearDigit, NearOrder, NearReport } from './server.ts';

/** Seconds that a worker which has its digits may be silent: a slow phone looks through all of them in less than one. */
const PATIENCE = 20;

const LOSSES: Readonly<Record<Loss, string>> = {
  'not started': 'The search cannot begin: the browser did not start its worker.',
  silent: 'The search stopped: its worker does not answer any more.',
  broken: 'The search stopped: its worker broke down.',
};

/** What came of a search. */
export interface Nearest {
  /** The nearest first. */
  readonly digits: readonly NearDigit[];
  /** How many were looked through. */
  readonly among: number;
  readonly milliseconds: number;
}

interface Waiting {
  readonly id: number;
  readonly resolve: (nearest: Nearest | null) => void;
  readonly reject: (error: Error) => void;
}

/** The page's side of the search. A worker that was lost is started again when next asked, and fetches the digits anew, from the cache. */
export class NearClient {
  readonly #link: WorkerLink<NearOrder, NearReport>;
  readonly #loaded: (count: number, of: number) => void;
  #waiting: Waiting | null = null;
  #orders = 0;

  /** @param loaded called when more digits have come */
  constructor(tools: LinkTools, loaded: (count: number, of: number) => void = () => undefined) {
    this.#loaded = loaded;
    this.#link = new WorkerLink(tools, {
      hear: (report) => this.#hear(report),
      lose: (loss) => this.#fail(LOSSES[loss]),
      patience: PATIENCE,
      isAwaited: () => this.#waiting !== null,
    });
  }

  /**
   * @param picture (28, 28) row-major, 0 to 1
   * @returns null where another search has overtaken it
   * @throws Error, as a rejection, with words for the reader; asked again it tries again
   */
  find(picture: ArrayLike<number>, many: number): Promise<Nearest | null> {
    this.#waiting?.resolve(null);
    return new Promise((resolve, reject) => {
      const id = ++this.#orders;
      this.#waiting = { id, resolve, reject };
      if (this.#link.start()) {
        this.#link.post({ id, picture: Float64Array.from(picture), many });
      }
    });
  }

  /** Lets the worker go, and its digits with it; who still waits is told that there is nothing. */
  dispose(): void {
    this.#waiting?.resolve(null);
    this.#waiting = null;
    this.#link.end();
  }

  #hear(report: NearReport): void {
    if (report.kind === 'loaded') {
      this.#loaded(report.count, report.of);
      return;
    }
    if (report.id !== this.#waiting?.id) return;
    const { resolve, reject } = this.#waiting;
    this.#waiting = null;
    if (report.kind === 'failed') reject(new Error(report.message));
    else resolve(report);
  }

  #fail(message: string): void {
    this.#waiting?.reject(new Error(message));
    this.#waiting = null;
  }
}

/** A worker, as far as the page needs one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What the page lends. */
export interface LinkTools {
  /** Starts the worker. May throw, where the browser starts none. */
  readonly createWorker: () => WorkerLike;
  /** Calls again and again, once a second, until what it returns is called. */
  readonly everySecond: (call: () => void) => () => void;
}

/** How a worker is lost: the browser did not start it, it broke down, or it does not answer any more. */
export type Loss = 'not started' | 'broken' | 'silent';

/** What the owner of a link is told, and asked. */
export interface LinkOwner<Report> {
  readonly hear: (report: Report) => void;
  /** The worker is gone by then; the next `start` starts another. */
  readonly lose: (loss: Loss) => void;
  /** Seconds that a worker may be silent which has spoken before: its first word may take as long as a download. */
  readonly patience: number;
  /** Whether the worker should be at work; its silence counts only then. True unless told. */
  readonly isAwaited?: () => boolean;
  /** Called each second that it is silent: asks it whether it is there. */
  readonly ask?: () => void;
}

/**
 * The page's side of a worker: one at a time, started when it is needed, watched while it should speak, let go when it is lost. What a
 * worker says that was let go is not heard.
 */
export class WorkerLink<Order, Report> {
  readonly #tools: LinkTools;
  readonly #owner: LinkOwner<Report>;
  #worker: WorkerLike | null = null;
  #stopWatch: (() => void) | null = null;
  /** Seconds since the worker last spoke; null before its first word. */
  #silence: number | null = null;

  constructor(tools: LinkTools, owner: LinkOwner<Report>) {
    this.#tools = tools;
    this.#owner = owner;
  }

  /** Whether a worker is there, as far as is known. */
  get isUp(): boolean {
    return this.#worker !== null;
  }

  /** Starts a worker where there is none. @returns whether there is one now; if not, the owner has been told */
  start(): boolean {
    if (this.#worker !== null) return true;
    let worker: WorkerLike;
    try {
      worker = this.#tools.createWorker();
    } catch {
      this.#owner.lose('not started');
      return false;
    }
    const breakDown = (): void => {
      if (worker === this.#worker) this.#lose('broken');
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (worker !== this.#worker) return;
      this.#silence = 0;
      this.#owner.hear(data);
    });
    worker.addEventListener('messageerror', breakDown);
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // it is said on the page, and need not be in the console
      breakDown();
    });
    this.#worker = worker;
    this.#silence = null;
    this.#stopWatch = this.#tools.everySecond(() => this.#listen());
    return true;
  }

  /** Nobody hears it while there is no worker. */
  post(order: Order): void {
    this.#worker?.postMessage(order);
  }

  /** Lets the worker go. */
  end(): void {
    this.#stopWatch?.();
    this.#stopWatch = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #lose(loss: Loss): void {
    this.end();
    this.#owner.lose(loss);
  }

  #listen(): void {
    const { patience, isAwaited, ask } = this.#owner;
    if (this.#silence === null || isAwaited?.() === false) return;
    if (this.#silence >= patience) {
      this.#lose('silent');
      return;
    }
    this.#silence++;
    ask?.();
  }
}

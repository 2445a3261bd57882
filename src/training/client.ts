import { type Keeper, readKept, writeKept } from './kept.ts';
import type { Goal, Order, Report } from './messages.ts';
import { readPlan, type TrainingPlan } from './plan.ts';
import { type Effect, type Event, initialState, next, type TrainingState } from './state.ts';

/** A worker, as far as the client needs one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What the page lends to the training. */
export interface ClientTools {
  /** Starts training/worker.ts. */
  readonly createWorker: () => WorkerLike;
  /** Calls again and again, once a second, until what it returns is called. */
  readonly everySecond: (call: () => void) => () => void;
  readonly keeper: Keeper;
}

/** Seconds that a worker may be silent, though asked each second: a mini-batch takes far less on the slowest phone. */
const PATIENCE = 6;

const NOT_STARTED = 'The training cannot begin: the browser did not start its worker.';
const SILENT = 'The training stopped: its worker does not answer any more.';
const BROKEN = 'The training stopped: its worker broke down.';

/**
 * The page's side of the training: one worker, one run at a time. What it is told takes effect at once in `state`; whoever watches is
 * told of every change. What makes no sense as things stand does nothing.
 */
export class TrainingClient {
  readonly #tools: ClientTools;
  readonly #watchers = new Set<(state: TrainingState) => void>();
  #state: TrainingState;
  #worker: WorkerLike | null = null;
  #stopWatch: (() => void) | null = null;
  /** Seconds since the worker last spoke; null before its first word, which may take as long as a download. */
  #silence: number | null = null;

  constructor(tools: ClientTools) {
    this.#tools = tools;
    let kept: string | null = null;
    try {
      kept = tools.keeper.read();
    } catch {
      // A browser that keeps nothing is no reason not to train.
    }
    this.#state = initialState(readKept(kept));
  }

  get state(): TrainingState {
    return this.#state;
  }

  /** @param watcher called with every new state @returns ends it */
  watch(watcher: (state: TrainingState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /**
   * Begins a run. One that is under way ends in its favour.
   * @param goal how far it goes before it rests
   * @throws PlanError for a plan that cannot be carried out; all is then as before
   */
  start(plan: TrainingPlan, goal: Goal = 'end'): void {
    this.#on({ kind: 'start', plan: readPlan(plan), goal });
  }

  /** Begins the run again that a page before this one has left, and takes it as far as it was. */
  bringBack(): void {
    this.#on({ kind: 'bring-back' });
  }

  pause(): void {
    this.#on({ kind: 'pause' });
  }

  /** Goes on, to the end of the plan; after a lost worker, from the last checkpoint. */
  resume(): void {
    this.#on({ kind: 'go', goal: 'end' });
  }

  /** One mini-batch. */
  step(): void {
    this.#on({ kind: 'go', goal: 'step' });
  }

  /** To the end of the epoch. */
  epoch(): void {
    this.#on({ kind: 'go', goal: 'epoch' });
  }

  /** Ends the run. What it has learned stays to be looked at. */
  cancel(): void {
    this.#on({ kind: 'cancel' });
  }

  /** Ends the run and forgets it. */
  reset(): void {
    this.#on({ kind: 'reset' });
  }

  /** Fetches the digits that failed to come. */
  retry(): void {
    this.#on({ kind: 'retry' });
  }

  /** Ends everything; nobody is told. What was kept stays kept. */
  dispose(): void {
    this.#watchers.clear();
    this.#end();
  }

  #on(event: Event): void {
    const [state, effects] = next(this.#state, event);
    const isNew = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#do(effect);
    if (isNew) for (const watcher of this.#watchers) watcher(this.#state);
  }

  #do(effect: Effect): void {
    switch (effect.kind) {
      case 'spawn':
        this.#spawn();
        break;
      case 'post':
        this.#post(effect.order);
        break;
      case 'end':
        this.#end();
        break;
      case 'keep':
        this.#write(effect.kept && writeKept(effect.kept));
    }
  }

  #spawn(): void {
    let worker: WorkerLike;
    try {
      worker = this.#tools.createWorker();
    } catch {
      this.#on({ kind: 'lost', message: NOT_STARTED });
      return;
    }
    const lose = (message: string): void => {
      if (worker === this.#worker) this.#on({ kind: 'lost', message });
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (worker !== this.#worker) return;
      this.#silence = 0;
      this.#on({ kind: 'report', report: data });
    });
    worker.addEventListener('messageerror', () => lose(BROKEN));
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // it is said on the page, and need not be in the console
      lose(BROKEN);
    });
    this.#worker = worker;
    this.#silence = null;
    this.#stopWatch = this.#tools.everySecond(() => this.#listen());
  }

  /** While it should be at work, asks the worker whether it is there. */
  #listen(): void {
    if (this.#state.phase !== 'running' || this.#silence === null) return;
    if (this.#silence >= PATIENCE) {
      this.#on({ kind: 'lost', message: SILENT });
      return;
    }
    this.#silence++;
    this.#post({ kind: 'ping' });
  }

  #end(): void {
    this.#stopWatch?.();
    this.#stopWatch = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #post(order: Order): void {
    this.#worker?.postMessage(order);
  }

  #write(text: string | null): void {
    try {
      this.#tools.keeper.write(text);
    } catch {
      this.#on({ kind: 'not-kept' });
    }
  }
}

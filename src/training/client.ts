import { type Keeper, readKept, writeKept } from './kept.ts';
import type { Goal, Order, Report } from './messages.ts';
import { readPlan, type TrainingPlan } from './plan.ts';
import { type Effect, type Event, initialState, next, type TrainingState } from './state.ts';
import { type LinkTools, type Loss, WorkerLink } from './worker-link.ts';

/** What the page lends to the training; `createWorker` starts training/worker.ts. */
export interface ClientTools extends LinkTools {
  readonly keeper: Keeper;
}

/** Seconds that a worker may be silent, though asked each second: a mini-batch takes far less on the slowest phone. */
const PATIENCE = 6;

/** How a lost worker is told to the reader. */
export const LOSSES: Readonly<Record<Loss, string>> = {
  'not started': 'The training cannot begin: the browser did not start its worker.',
  silent: 'The training stopped: its worker does not answer any more.',
  broken: 'The training stopped: its worker broke down.',
};

/**
 * The page's side of the training: one worker, one run at a time. What it is told takes effect at once in `state`; whoever watches is
 * told of every change. What makes no sense as things stand does nothing.
 */
export class TrainingClient {
  readonly #tools: ClientTools;
  readonly #watchers = new Set<(state: TrainingState) => void>();
  readonly #link: WorkerLink<Order, Report>;
  #state: TrainingState;

  constructor(tools: ClientTools) {
    this.#tools = tools;
    this.#link = new WorkerLink(tools, {
      hear: (report) => this.#on({ kind: 'report', report }),
      lose: (loss) => this.#on({ kind: 'lost', message: LOSSES[loss] }),
      patience: PATIENCE,
      isAwaited: () => this.#state.phase === 'running',
      ask: () => this.#link.post({ kind: 'ping' }),
    });
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
    this.#link.end();
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
        this.#link.start();
        break;
      case 'post':
        this.#link.post(effect.order);
        break;
      case 'end':
        this.#link.end();
        break;
      case 'keep':
        this.#write(effect.kept && writeKept(effect.kept));
    }
  }

  #write(text: string | null): void {
    try {
      this.#tools.keeper.write(text);
    } catch {
      this.#on({ kind: 'not-kept' });
    }
  }
}

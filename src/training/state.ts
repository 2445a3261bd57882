import { withCheckpoint } from './checkpoints.ts';
import type { Engine } from './engine.ts';
import type { Kept } from './kept.ts';
import type { Goal, Order, Progress, Report } from './messages.ts';
import type { TrainingPlan } from './plan.ts';
import type { Checkpoint, Past, Point } from './run.ts';

/**
 * - idle: no run yet, or reset
 * - running: it trains, or waits for digits (`isWaiting`)
 * - paused: it rests and can go on
 * - done: it has come to the end of its plan
 * - cancelled: it was ended before; what it has learned is there
 * - failed: it cannot go on, `message` says why; what it had learned before is there
 * - lost: its worker is gone, `message` says so; it can go on from the last checkpoint
 */
export type Phase = 'idle' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed' | 'lost';

/** All that the page knows of the training. Never changed, always replaced. */
export interface TrainingState {
  readonly phase: Phase;
  /** The plan of the run; null before the first and after a reset. */
  readonly plan: TrainingPlan | null;
  readonly isWaiting: boolean;
  /** Why it failed or was lost; null otherwise. */
  readonly message: string | null;
  readonly progress: Progress;
  /** The curves: how the network did at the start and at the end of each epoch. */
  readonly points: readonly Point[];
  /** How it does now, or did when it was last tested; may lie between epochs. */
  readonly latest: Point | null;
  /** The network at the start and at the ends of epochs, all or a choice of them; the last one is the newest. */
  readonly checkpoints: readonly Checkpoint[];
  /** What does the work, or did when its worker was lost; null before a worker has said. */
  readonly engine: Engine['name'] | null;
  /** How many digits have come, and why no more do, where that is so. */
  readonly digits: {
    readonly train: number;
    readonly test: number;
    readonly trouble: string | null;
  };
  /** What a page before this one has left; null where there is nothing, or once a run has begun. */
  readonly kept: Kept | null;
  /** What the run repeats of one before it; null for a run of its own. */
  readonly past: Past | null;
  /** False where the browser keeps nothing: closing the tab then loses the run. */
  readonly isKept: boolean;
  /** Numbers the runs and the orders. */
  readonly run: number;
  readonly turn: number;
  readonly hasWorker: boolean;
}

/** What may happen: the reader's orders, the worker's reports, and its end. */
export type Event =
  | { readonly kind: 'start'; readonly plan: TrainingPlan; readonly goal: Goal }
  | { readonly kind: 'bring-back' }
  | { readonly kind: 'go'; readonly goal: Goal }
  | { readonly kind: 'pause' | 'cancel' | 'reset' | 'retry' | 'not-kept' }
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'lost'; readonly message: string };

/** What is to be done about it, in this order. */
export type Effect =
  | { readonly kind: 'spawn' | 'end' }
  | { readonly kind: 'post'; readonly order: Order }
  | { readonly kind: 'keep'; readonly kept: Kept | null };

export type Outcome = readonly [TrainingState, readonly Effect[]];

const NO_PROGRESS: Progress = { epoch: 0, step: 0, count: 0, pace: 0, seconds: 0 };
const NO_DIGITS = { train: 0, test: 0, trouble: null };
const NO_RUN = {
  plan: null,
  isWaiting: false,
  message: null,
  progress: NO_PROGRESS,
  points: [],
  latest: null,
  checkpoints: [],
  past: null,
} as const;

/** How things stand before anything has happened. @param kept what a page before this one has left */
export function initialState(kept: Kept | null): TrainingState {
  const rest = { engine: null, digits: NO_DIGITS, isKept: true, run: 0, turn: 0, hasWorker: false };
  return { phase: 'idle', ...NO_RUN, kept, ...rest };
}

/** Whether the run can be told to go on. */
export function canGo({ phase }: TrainingState): boolean {
  return phase === 'running' || phase === 'paused' || phase === 'lost';
}

/** What comes of an event. What makes no sense as things stand changes nothing. */
export function next(state: TrainingState, event: Event): Outcome {
  switch (event.kind) {
    case 'start':
      return begin({ ...state, ...NO_RUN, plan: event.plan }, null, event.goal);
    case 'bring-back': {
      if (!state.kept) return [state, []];
      const { plan, past } = state.kept;
      return begin({ ...state, ...NO_RUN, plan, past }, past, { epoch: past.epoch });
    }
    case 'go':
      return go(state, event.goal);
    case 'pause': {
      if (state.phase !== 'running') return [state, []];
      const turn = state.turn + 1;
      const order: Order = { kind: 'pause', run: state.run, turn };
      return [{ ...state, phase: 'paused', isWaiting: false, turn }, [{ kind: 'post', order }]];
    }
    case 'cancel':
      if (!canGo(state)) return [state, []];
      return [{ ...state, phase: 'cancelled', isWaiting: false, message: null }, stop(state)];
    case 'reset':
      return [
        { ...state, phase: 'idle', ...NO_RUN, kept: null },
        [...stop(state), { kind: 'keep', kept: null }],
      ];
    case 'retry':
      if (!state.hasWorker) return [state, []];
      return [
        { ...state, digits: { ...state.digits, trouble: null } },
        [{ kind: 'post', order: { kind: 'load' } }],
      ];
    case 'not-kept':
      return [{ ...state, isKept: false }, []];
    case 'report':
      return hear(state, event.report);
    case 'lost':
      return lose(state, event.message);
  }
}

/** Opens a run in the worker, in a new one if need be. */
function begin(state: TrainingState, from: Past | Checkpoint | null, goal: Goal): Outcome {
  const { plan, hasWorker } = state;
  if (!plan) return [state, []];
  const run = state.run + 1;
  const turn = state.turn + 1;
  const seconds = state.progress.seconds;
  return [
    {
      ...state,
      ...{ phase: 'running', isWaiting: false, message: null, kept: null },
      ...{ run, turn, hasWorker: true },
    },
    [
      ...(hasWorker ? [] : [{ kind: 'spawn' } as const]),
      { kind: 'post', order: { kind: 'start', run, plan, from, seconds } },
      { kind: 'post', order: { kind: 'go', run, turn, goal } },
    ],
  ];
}

function go(state: TrainingState, goal: Goal): Outcome {
  if (!canGo(state)) return [state, []];
  if (state.phase === 'lost') {
    const { plan, past, checkpoints } = state;
    const last = checkpoints.at(-1) ?? null;
    if (!past || (last && last.epoch >= past.epoch)) return begin(state, last, goal);
    return begin({ ...state, ...NO_RUN, plan, past }, past, { epoch: past.epoch }); // what it repeats, from its start
  }
  const turn = state.turn + 1;
  const order: Order = { kind: 'go', run: state.run, turn, goal };
  return [{ ...state, phase: 'running', turn }, [{ kind: 'post', order }]];
}

function stop({ hasWorker }: TrainingState): Effect[] {
  return hasWorker ? [{ kind: 'post', order: { kind: 'stop' } }] : [];
}

/** The worker is gone, and with it what it had downloaded. The run falls back to its last checkpoint. */
function lose(state: TrainingState, message: string): Outcome {
  if (!state.hasWorker) return [state, []];
  const rest = { ...state, hasWorker: false, digits: NO_DIGITS };
  const effects: Effect[] = [{ kind: 'end' }];
  if (!canGo(state)) return [rest, effects];
  const latest = state.points.at(-1) ?? null;
  const { epoch = 0, growth = [] } = state.checkpoints.at(-1) ?? {};
  const count = growth.at(-1)?.count ?? 0;
  const progress = { epoch, step: 0, count, pace: 0, seconds: latest?.seconds ?? 0 };
  return [{ ...rest, phase: 'lost', isWaiting: false, message, latest, progress }, effects];
}

/** Takes in a report. What a worker said before it was lost may come after; by then the run has fallen back, and it no longer holds. */
function hear(state: TrainingState, report: Report): Outcome {
  if (!state.hasWorker) return [state, []];
  switch (report.kind) {
    case 'alive':
      return [state, []];
    case 'engine':
      return [{ ...state, engine: report.name }, []];
    case 'digits': {
      const { train, test, trouble } = report;
      return [{ ...state, digits: { train, test, trouble } }, []];
    }
    default:
      return report.run === state.run && canGo(state) ? hearOfRun(state, report) : [state, []];
  }
}

type OfRun = Extract<Report, { readonly run: number }>;

function hearOfRun(state: TrainingState, report: OfRun): Outcome {
  switch (report.kind) {
    case 'waiting':
      return [{ ...state, isWaiting: state.phase === 'running' }, []];
    case 'progress':
      return [{ ...state, isWaiting: false, progress: report.progress }, []];
    case 'measured': {
      const { point, progress, checkpoint } = report;
      const now = { ...state, isWaiting: false, progress, latest: point };
      if (!checkpoint || !state.plan) return [now, []];
      // A worker that is lost before the first epoch's end begins anew, and tests the start once more.
      const points = [...state.points.filter(({ at }) => at < point.at), point];
      const checkpoints = withCheckpoint(state.checkpoints, checkpoint);
      const kept = { plan: state.plan, past: checkpoint };
      const isFurther = checkpoint.epoch > 0 && checkpoint.epoch >= (state.past?.epoch ?? 0);
      return [{ ...now, points, checkpoints }, isFurther ? [{ kind: 'keep', kept }] : []];
    }
    case 'rest':
      if (report.turn !== state.turn) return [state, []];
      return [{ ...state, phase: report.isDone ? 'done' : 'paused', isWaiting: false }, []];
    case 'failed':
      return [{ ...state, phase: 'failed', isWaiting: false, message: report.message }, []];
  }
}

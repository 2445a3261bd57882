import type { Engine } from './engine.ts';
import type { TrainingPlan } from './plan.ts';
import type { Checkpoint, Past, Point } from './run.ts';

/** How far a run goes before it rests: to its end, the end of the epoch, one mini-batch, or the end of the epoch named. */
export type Goal = 'end' | 'epoch' | 'step' | { readonly epoch: number };

/** What the page tells the worker. `run` numbers the runs; `turn` the orders to go and to pause, so that late answers are known. */
export type Order =
  /** Ends the run before, if there is one, and opens another. */
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly plan: TrainingPlan;
      readonly from: Past | Checkpoint | null;
      /** How long it has trained so far, in seconds. */
      readonly seconds: number;
    }
  | { readonly kind: 'go'; readonly run: number; readonly turn: number; readonly goal: Goal }
  | { readonly kind: 'pause'; readonly run: number; readonly turn: number }
  /** Ends the run and what is being downloaded for it. */
  | { readonly kind: 'stop' }
  /** Fetches what failed to come. */
  | { readonly kind: 'load' }
  /** Lends the bytes of a file of digits, as they travel, so that it need not be fetched: several workers share one download. */
  | { readonly kind: 'lend'; readonly name: string; readonly bytes: ArrayBuffer }
  | { readonly kind: 'ping' };

/** What the worker tells the page. */
export type Report =
  | { readonly kind: 'alive' }
  | { readonly kind: 'engine'; readonly name: Engine['name'] }
  /** How many digits have come, and why no more do, where that is so. */
  | {
      readonly kind: 'digits';
      readonly train: number;
      readonly test: number;
      readonly trouble: string | null;
    }
  | { readonly kind: 'waiting'; readonly run: number }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: Progress }
  /** The network was tested: at the end of an epoch, then with a checkpoint, or where it rests. */
  | {
      readonly kind: 'measured';
      readonly run: number;
      readonly progress: Progress;
      readonly point: Point;
      readonly checkpoint: Checkpoint | null;
    }
  /** The run rests: it has reached its goal, or its end, or was told to pause. */
  | {
      readonly kind: 'rest';
      readonly run: number;
      readonly turn: number;
      readonly isDone: boolean;
    }
  /** The run cannot go on. */
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

export interface Progress {
  /** Epochs that are over. */
  readonly epoch: number;
  /** Mini-batches that are over since. */
  readonly step: number;
  /** How many digits this epoch learns from. */
  readonly count: number;
  /** Digits a second, over this epoch so far or the one just over: of training alone, without the tests. */
  readonly pace: number;
  /** How long the run has trained, without the tests, in seconds. */
  readonly seconds: number;
}

/** Long because it is the whole life of a set of runs: fetching the digits, sharing out the work, a lost worker, stopping and going on. */
import { type Chunk, type Chunks, type Fetch, fetchChunk, neededFor } from '../chunks.ts';
import type { Engine } from '../engine.ts';
import type { Order, Report } from '../messages.ts';
import { readPlan, type TrainingPlan } from '../plan.ts';
import type { Point } from '../run.ts';
import { type LinkTools, WorkerLink } from '../worker-link.ts';
import { coarseFirst, ETAS } from './etas.ts';
import type { EtaRun, EtaSet } from './eta-set.ts';

/** What the page lends. `createWorker` starts training/worker.ts, as often as it is called. */
export interface EtaTools extends LinkTools {
  readonly fetch: Fetch;
  readonly chunks: Chunks;
  /** Where the digits lie, with a slash at its end. */
  readonly folder: string;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** How many workers there may be at once: `deviceLimits`. */
  readonly workers: number;
}

/**
 * - idle: nothing yet, or reset
 * - fetching: the digits are on their way
 * - running: the workers train
 * - stopped: the reader stopped it; `go` takes up the rest
 * - failed: it cannot go on, and `message` says why; `go` tries again
 * - done: every run is there
 */
export type EtaPhase = 'idle' | 'fetching' | 'running' | 'stopped' | 'failed' | 'done';

/** All that the page knows of the set. Never changed, always replaced. */
export interface EtaState {
  readonly phase: EtaPhase;
  /** What the runs share; null before the first and after a reset. */
  readonly plan: TrainingPlan | null;
  readonly etas: readonly number[];
  /** The runs that are done, by the indices of `etas`; null where one is not. */
  readonly runs: readonly (EtaRun | null)[];
  /** How many are. */
  readonly done: number;
  /** The runs under way: which, and their curves so far. */
  readonly current: readonly { readonly index: number; readonly points: readonly Point[] }[];
  /** How many files of digits have come, of how many. */
  readonly files: { readonly here: number; readonly wanted: number };
  /** Why it failed; null otherwise. */
  readonly message: string | null;
  /** What the reader may know though it goes on: a worker was lost. Null otherwise. */
  readonly note: string | null;
  readonly engine: Engine['name'] | null;
  /** How long the set has taken so far by the clock, in seconds; brought up to date whenever a run is done. */
  readonly seconds: number;
}

/** Before the first set, and after a reset. */
export const IDLE: EtaState = {
  ...{ phase: 'idle', plan: null, etas: [], runs: [], done: 0, current: [] },
  ...{ files: { here: 0, wanted: 0 }, message: null, note: null, engine: null, seconds: 0 },
};

/** The plan of a set that waits to be gone on with: stopped or failed here, or kept half done when nothing was begun here; else null. */
export function stoppedPlan({ phase, plan }: EtaState, kept: EtaSet | null): TrainingPlan | null {
  if (phase === 'stopped' || phase === 'failed') return plan;
  return phase === 'idle' && kept?.runs.includes(null) === true ? kept.plan : null;
}

/** Seconds that a worker may be silent, though asked each second. All cores are busy, so more than for a single one. */
const PATIENCE = 12;
/** How often the last worker is started anew before the set gives up. */
const MOST_RESTARTS = 2;

const LOST = {
  one: 'A worker was lost. The others have taken up its run.',
  last: 'The last worker was lost. A new one has taken up its run.',
  all: 'The training stopped: its workers were lost. What is done stays.',
  none: 'The training cannot begin: the browser did not start its workers.',
} as const;

/** A worker and what it is at. */
interface Hand {
  readonly link: WorkerLink<Order, Report>;
  /** Which run it is at; null where none. */
  index: number | null;
  run: number;
  points: Point[];
}

/**
 * Trains a plan once for each eta, whole trainings, coarse first, on as many workers as the device can bear. Each run comes to the same
 * curve, to the last bit, as TrainingClient's of the plan with that eta. What is done stays, whatever happens then.
 */
export class EtaRuns {
  readonly #tools: EtaTools;
  readonly #watchers = new Set<(state: EtaState) => void>();
  /** Gzipped, as they came. */
  readonly #files = new Map<Chunk, ArrayBuffer>();
  #state = IDLE;
  #hands: Hand[] = [];
  #queue: number[] = [];
  #loading: AbortController | null = null;
  #runs = 0;
  #restarts = 0;
  /** Milliseconds of the clock: when it last went on, and what it had taken before. */
  #begun = 0;
  #taken = 0;

  constructor(tools: EtaTools) {
    this.#tools = tools;
  }

  get state(): EtaState {
    return this.#state;
  }

  /** @param watcher called with every new state @returns ends it */
  watch(watcher: (state: EtaState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /**
   * Begins a set; one that is under way or done ends in its favour. All digits of the plan are waited for, even where it says that they
   * may come as they can.
   * @param etas rising
   * @throws PlanError for a plan that cannot be carried out, with any of them; all is then as before
   */
  start(plan: TrainingPlan, etas: readonly number[] = ETAS): void {
    const growth = plan.growth === 'as-they-come' ? 'wait' : plan.growth;
    const shared = readPlan({ ...plan, growth });
    for (const eta of etas) readPlan({ ...shared, eta });
    this.#dismiss();
    this.#taken = 0;
    this.#set({
      ...IDLE,
      plan: shared,
      etas: [...etas],
      runs: etas.map(() => null),
      phase: 'stopped',
    });
    this.go();
  }

  /** Takes up a set that the device kept, with what is done of it; `go` trains the rest. One that is under way ends in its favour. */
  takeUp({ plan, etas, runs, engine, seconds }: EtaSet): void {
    this.#dismiss();
    this.#taken = 1000 * seconds;
    const done = runs.filter((run) => run !== null).length;
    const phase = done < runs.length ? 'stopped' : 'done';
    this.#set({ ...IDLE, plan, etas, runs, done, engine, seconds, phase });
  }

  /** Goes on with what is not done yet, after a stop or a failure. */
  go(): void {
    const { phase, plan, runs } = this.#state;
    if (plan === null || (phase !== 'stopped' && phase !== 'failed')) return;
    this.#queue = coarseFirst(runs.length).filter((index) => runs[index] === null);
    this.#restarts = 0;
    this.#begun = this.#tools.now();
    this.#set({ message: null, note: null, phase: 'fetching' });
    this.#loading = new AbortController();
    void this.#begin(plan, this.#loading);
  }

  /** Goes on as `go` does; where none was begun, with the set that the device kept. */
  goOn(kept: EtaSet | null): void {
    if (this.#state.plan === null && kept !== null) this.takeUp(kept);
    this.go();
  }

  /** Stops it. What is done stays; runs under way are given up, and `go` begins them anew. */
  stop(): void {
    if (this.#state.phase !== 'fetching' && this.#state.phase !== 'running') return;
    this.#rest({ phase: 'stopped' });
  }

  /** Ends the set and forgets it. */
  reset(): void {
    this.#dismiss();
    this.#set(IDLE);
  }

  /** Ends everything; nobody is told. */
  dispose(): void {
    this.#watchers.clear();
    this.#dismiss();
    this.#files.clear();
  }

  /** What is done, to be kept; null where nothing is. */
  get set(): EtaSet | null {
    const { plan, etas, runs, done, engine, seconds } = this.#state;
    return plan && engine && done > 0 ? { plan, etas, runs, engine, seconds } : null;
  }

  async #begin(plan: TrainingPlan, loading: AbortController): Promise<void> {
    const { fetch, folder, chunks } = this.#tools;
    const wanted = neededFor(chunks, plan.count);
    const tell = (): void => {
      const here = wanted.filter((chunk) => this.#files.has(chunk)).length;
      this.#set({ files: { here, wanted: wanted.length } });
    };
    tell();
    try {
      for (const chunk of wanted) {
        if (this.#files.has(chunk)) continue;
        const { buffer } = await fetchChunk(fetch, folder, chunk, loading.signal);
        if (loading.signal.aborted) return;
        this.#files.set(chunk, buffer);
        tell();
      }
    } catch (error) {
      if (loading.signal.aborted) return;
      const why = error instanceof Error ? error.message : '';
      this.#rest({ phase: 'failed', message: `The digits did not come. ${why}`.trim() });
      return;
    }
    if (loading.signal.aborted) return;
    this.#set({ phase: 'running' });
    const count = Math.max(1, Math.min(this.#tools.workers, this.#queue.length));
    for (let i = 0; i < count && this.#hire(); i++);
    if (this.#hands.length === 0) this.#rest({ phase: 'failed', message: LOST.none });
  }

  /** Starts a worker, hands it the digits and a run. @returns whether it started */
  #hire(): boolean {
    let hasStarted = false;
    const hand: Hand = {
      link: new WorkerLink<Order, Report>(this.#tools, {
        hear: (report) => this.#hear(hand, report),
        lose: () => {
          if (hasStarted) this.#lose(hand);
        },
        patience: PATIENCE,
        ask: () => hand.link.post({ kind: 'ping' }),
      }),
      ...{ index: null, run: 0, points: [] },
    };
    hasStarted = hand.link.start();
    if (!hasStarted) return false;
    this.#hands.push(hand);
    for (const [{ name }, bytes] of this.#files) hand.link.post({ kind: 'lend', name, bytes });
    this.#handOut(hand);
    return true;
  }

  /** Gives a worker the next run, or lets it go where none is left. */
  #handOut(hand: Hand): void {
    const { plan, etas } = this.#state;
    const index = this.#queue.shift();
    if (index === undefined || plan === null) {
      this.#dismissOne(hand);
      if (this.#hands.length === 0) this.#rest({ phase: 'done' });
      return;
    }
    const run = ++this.#runs;
    Object.assign(hand, { index, run, points: [] });
    hand.link.post({
      kind: 'start',
      run,
      plan: { ...plan, eta: etas[index] },
      from: null,
      seconds: 0,
    });
    hand.link.post({ kind: 'go', run, turn: 1, goal: 'end' });
    this.#set(this.#underWay());
  }

  #hear(hand: Hand, report: Report): void {
    if ('run' in report && report.run !== hand.run) return;
    switch (report.kind) {
      case 'engine':
        this.#set({ engine: report.name });
        break;
      case 'digits':
        if (report.trouble !== null) this.#lose(hand, report.trouble);
        break;
      case 'measured':
        hand.points = [...hand.points, report.point];
        this.#set(this.#underWay());
        break;
      case 'rest':
        if (report.isDone) this.#finish(hand, null);
        break;
      case 'failed':
        // One that has not been tested at its start never began: there was no room for it.
        if (hand.points.length === 0) this.#lose(hand, report.message);
        else this.#finish(hand, report.message);
    }
  }

  #finish(hand: Hand, trouble: string | null): void {
    const { etas, runs, done } = this.#state;
    const { index, points } = hand;
    if (index === null) return;
    const run: EtaRun = { eta: etas[index], points, seconds: points.at(-1)?.seconds ?? 0, trouble };
    hand.index = null;
    this.#set({
      runs: runs.with(index, run),
      done: done + 1,
      seconds: this.#clock(),
      ...this.#underWay(),
    });
    this.#handOut(hand);
  }

  /** A worker is gone, or has no room: its run goes to the next that is free, and there is one worker less. */
  #lose(hand: Hand, why = ''): void {
    if (hand.index !== null) this.#queue.unshift(hand.index);
    this.#dismissOne(hand);
    if (this.#hands.length > 0) {
      this.#set({ note: LOST.one, ...this.#underWay() });
      return;
    }
    const hasAnother = this.#restarts++ < MOST_RESTARTS && this.#hire();
    if (hasAnother) this.#set({ note: LOST.last });
    else this.#rest({ phase: 'failed', message: `${LOST.all} ${why}`.trim() });
  }

  #underWay(): Pick<EtaState, 'current'> {
    return {
      current: this.#hands.flatMap(({ index, points }) =>
        index === null ? [] : [{ index, points }],
      ),
    };
  }

  #clock(): number {
    return (this.#taken + this.#tools.now() - this.#begun) / 1000;
  }

  /** Comes to rest, in whatever way. */
  #rest(changes: Partial<EtaState>): void {
    this.#taken += this.#tools.now() - this.#begun;
    this.#dismiss();
    this.#set({ ...changes, current: [], seconds: this.#taken / 1000 });
  }

  #dismissOne(hand: Hand): void {
    hand.link.end();
    this.#hands = this.#hands.filter((other) => other !== hand);
  }

  #dismiss(): void {
    this.#loading?.abort();
    this.#loading = null;
    for (const { link } of this.#hands) link.end();
    this.#hands = [];
  }

  #set(changes: Partial<EtaState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const watcher of this.#watchers) watcher(this.#state);
  }
}

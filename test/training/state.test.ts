import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyNetwork } from '../../src/network/network.ts';
import { withCheckpoint } from '../../src/training/checkpoints.ts';
import type { Report } from '../../src/training/messages.ts';
import type { Checkpoint } from '../../src/training/run.ts';
import {
  type Effect,
  type Event,
  canGo,
  initialState,
  next,
  type TrainingState,
} from '../../src/training/state.ts';
import { plan } from './small-digits.ts';

const past = { epoch: 2, growth: [{ epoch: 1, count: 180 }] };
const network = emptyNetwork([2, 1]);

/** Reports of run 0, 1 or 2, of which only one can be the run at hand. */
const reports = fc.integer({ min: 0, max: 2 }).chain((run): fc.Arbitrary<Report> => {
  const progress = { epoch: 1, step: 2, count: 180, pace: 9, seconds: 1 };
  const score = { accuracy: 0.5, cost: 0.5 };
  const point = { at: 1, seconds: 1, test: score, seen: score, recall: [] };
  return fc.oneof(
    fc.constantFrom<Report>(
      { kind: 'alive' },
      { kind: 'engine', name: 'network' },
      { kind: 'digits', train: 60, test: 50, trouble: 'The server answered 404.' },
      { kind: 'waiting', run },
      { kind: 'progress', run, progress },
      { kind: 'measured', run, progress, point, checkpoint: null },
      { kind: 'failed', run, message: 'Too large.' },
    ),
    fc.nat(3).map((epoch): Report => {
      const checkpoint = { epoch, network, growth: past.growth };
      return { kind: 'measured', run, progress, point: { ...point, at: epoch }, checkpoint };
    }),
    fc
      .tuple(fc.nat(6), fc.boolean())
      .map(([turn, isDone]): Report => ({ kind: 'rest', run, turn, isDone })),
  );
});

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    { kind: 'start', plan, goal: 'end' },
    { kind: 'start', plan, goal: 'step' },
    { kind: 'bring-back' },
    { kind: 'go', goal: 'end' },
    { kind: 'go', goal: 'epoch' },
    { kind: 'pause' },
    { kind: 'cancel' },
    { kind: 'reset' },
    { kind: 'retry' },
    { kind: 'not-kept' },
    { kind: 'lost', message: 'Gone.' },
  ),
  reports.map((report): Event => ({ kind: 'report', report })),
);

/** A worker's last word that arrives after the worker was found lost: once this paused a run that had nobody to go on with it. */
const LATE_REST: Event[] = [
  { kind: 'start', plan, goal: 'end' },
  { kind: 'lost', message: 'Gone.' },
  { kind: 'report', report: { kind: 'rest', run: 1, turn: 1, isDone: false } },
];

/** What must hold of every state, and of what was done on the way to it. */
function check(before: TrainingState, state: TrainingState, effects: readonly Effect[]): void {
  expect(state.message !== null).toBe(state.phase === 'failed' || state.phase === 'lost');
  if (state.isWaiting) expect(state.phase).toBe('running');
  expect(state.plan === null).toBe(state.phase === 'idle');
  if (state.phase === 'running' || state.phase === 'paused') expect(state.hasWorker).toBe(true);
  if (state.phase === 'lost') expect(state.hasWorker).toBe(false);
  if (state.points.length > 0) expect(state.latest).not.toBeNull();
  state.points.slice(1).forEach(({ at }, i) => expect(at).toBeGreaterThan(state.points[i].at));
  expect(state.run).toBeGreaterThanOrEqual(before.run);
  expect(state.turn).toBeGreaterThanOrEqual(before.turn);
  let hasWorker = before.hasWorker;
  for (const effect of effects) {
    if (effect.kind === 'spawn') {
      expect(hasWorker).toBe(false);
      hasWorker = true;
    } else if (effect.kind === 'end') {
      expect(hasWorker).toBe(true);
      hasWorker = false;
    } else if (effect.kind === 'post') {
      expect(hasWorker).toBe(true);
    }
  }
  expect(hasWorker).toBe(state.hasWorker);
}

describe('the state of the training', () => {
  it('stays in order, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), fc.boolean(), (list, hasPast) => {
        let state = initialState(hasPast ? { plan, past } : null);
        for (const event of list) {
          const frozen = structuredClone(state);
          const [after, effects] = next(state, event);
          expect(state).toEqual(frozen); // replaced, never changed
          check(state, after, effects);
          state = after;
        }
        // From wherever it is, a new start and a reset are open to the reader.
        const [started] = next(state, { kind: 'start', plan, goal: 'end' });
        expect(started).toMatchObject({ phase: 'running', points: [], message: null });
        const [reset] = next(started, { kind: 'reset' });
        expect(reset).toMatchObject({ phase: 'idle', points: [], checkpoints: [], kept: null });
      }),
      { numRuns: 300, examples: [[LATE_REST, false]] },
    );
  });

  it('can go on from wherever a run is not over', () => {
    const [running] = next(initialState(null), { kind: 'start', plan, goal: 'end' });
    const [lost] = next(running, { kind: 'lost', message: 'Gone.' });
    const [paused] = next(running, { kind: 'pause' });
    for (const state of [running, lost, paused]) {
      expect(canGo(state)).toBe(true);
      expect(next(state, { kind: 'go', goal: 'end' })[0].phase).toBe('running');
    }
  });
});

describe('withCheckpoint', () => {
  const at = (epoch: number): Checkpoint => ({ epoch, network, growth: [] });

  it('keeps the start, the newest and a choice of what lies between, evenly', () => {
    let kept: readonly Checkpoint[] = [];
    for (let epoch = 0; epoch <= 1000; epoch++) {
      kept = withCheckpoint(kept, at(epoch));
      expect(kept.length).toBeLessThanOrEqual(48);
      expect(kept[0].epoch).toBe(0);
      expect(kept.at(-1)?.epoch).toBe(epoch);
    }
    const gaps = kept.slice(1, -1).map(({ epoch }, i) => epoch - kept[i].epoch);
    expect(kept.length).toBeGreaterThan(24);
    expect(Math.max(...gaps)).toBe(Math.min(...gaps));
  });

  it('keeps all of a run of thirty epochs', () => {
    let kept: readonly Checkpoint[] = [];
    for (let epoch = 0; epoch <= 30; epoch++) kept = withCheckpoint(kept, at(epoch));
    expect(kept.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 31 }, (_, i) => i));
  });
});

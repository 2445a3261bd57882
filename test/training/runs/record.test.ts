import { describe, expect, it } from 'vitest';
import { createNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { fingerprintOf } from '../../../src/training/runs/fingerprint.ts';
import { endedRun, epochOf, readRun, writeRun } from '../../../src/training/runs/record.ts';
import { MOST_RUNS, nameRun, nextName } from '../../../src/training/runs/shelf.ts';
import { initialState, type TrainingState } from '../../../src/training/state.ts';
import { endedRunOf, plan, pointsTo } from './runs.ts';

const network = createNetwork(plan.sizes, 'scaled', createRandom(1));
const growth = [{ epoch: 1, count: plan.count }];

/** A run with so many epochs behind it. */
function stateAt(
  epoch: number,
  phase: TrainingState['phase'],
  message: string | null = null,
): TrainingState {
  return {
    ...initialState(null),
    ...{ phase, plan, message, engine: 'kernel' as const },
    points: pointsTo(epoch),
    checkpoints: [{ epoch, growth, network }],
  };
}

describe('what is left of a run', () => {
  it('is its curve, its network and how it ended', () => {
    expect(endedRun(stateAt(6, 'done'))).toEqual({
      ...{ plan, growth, points: pointsTo(6), seconds: 3, engine: 'kernel', network },
      ...{ end: { kind: 'done' }, fingerprint: fingerprintOf(network) },
    });
    expect(endedRun(stateAt(2, 'cancelled'))?.end).toEqual({ kind: 'cut' });
    expect(endedRun(stateAt(2, 'paused'))?.end).toEqual({ kind: 'cut' });
    const failed = endedRun(stateAt(2, 'failed', 'Beyond all numbers.'));
    expect(failed?.end).toEqual({ kind: 'failed', message: 'Beyond all numbers.' });
    expect(failed && epochOf(failed)).toBe(2);
  });

  it('is nothing before an epoch is over', () => {
    expect(endedRun(stateAt(0, 'failed'))).toBeNull();
    expect(endedRun(initialState(null))).toBeNull();
  });
});

describe('a run that is kept', () => {
  const run = { ...endedRunOf(1), serial: 2, letter: 'C' };

  it('comes back as it was, to the last bit', () => {
    expect(readRun(structuredClone(writeRun(run)))).toEqual(run);
  });

  it.each<[string, object]>([
    ['no letter', { letter: 'AB' }],
    ['other sizes', { plan: { ...run.plan, sizes: [784, 4, 10] } }],
    ['a plan that cannot be carried out', { plan: { ...run.plan, eta: -1 } }],
    ['numbers that are none', { numbers: writeRun(run).numbers.map(() => NaN) }],
    ['numbers of another kind', { numbers: [1, 2, 3] }],
    ['too few numbers', { numbers: new Float32Array(3) }],
    ['a curve that goes back', { points: pointsTo(6).reverse() }],
    [
      'a curve without numbers',
      { points: [{ ...pointsTo(1)[0], test: { accuracy: NaN, cost: 0 } }] },
    ],
    ['no epoch behind it', { points: pointsTo(0) }],
    ['no fingerprint', { fingerprint: '<b>' }],
    ['another end', { end: { kind: 'unknown' } }],
    ['more digits than its plan', { growth: [{ epoch: 1, count: plan.count + 1 }] }],
  ])('is passed over with %s', (_, change) => {
    expect(readRun({ ...writeRun(run), ...change })).toBeNull();
  });

  it.each([null, undefined, 7, 'run', [], {}])('is none: %j', (value) => {
    expect(readRun(value)).toBeNull();
  });
});

describe('letters', () => {
  it('go from A on, and after Z from A again, but never twice at once', () => {
    expect(nextName([])).toEqual({ serial: 0, letter: 'A' });
    expect(nextName([{ serial: 0, letter: 'A' }])).toEqual({ serial: 1, letter: 'B' });
    expect(nextName([{ serial: 25, letter: 'Z' }])).toEqual({ serial: 26, letter: 'A' });
    const both = [
      { serial: 25, letter: 'Z' },
      { serial: 0, letter: 'A' },
    ];
    expect(nextName(both)).toEqual({ serial: 27, letter: 'B' });
    expect(nextName([], 2)).toEqual({ serial: 2, letter: 'C' });
  });

  it('stay with a run that comes back, where they are free', () => {
    const run = { ...endedRunOf(1), serial: 1, letter: 'B' };
    const other = { ...endedRunOf(2), serial: 2, letter: 'C' };
    expect(nameRun([other], run)).toBe(run);
    expect(nameRun([{ ...other, letter: 'B' }], run)).toMatchObject({ serial: 3, letter: 'D' });
  });

  it('are eight', () => {
    const shelf = Array.from({ length: MOST_RUNS }, (_, serial) => ({
      ...endedRunOf(serial),
      ...{ serial, letter: 'ABCDEFGH'[serial] },
    }));
    expect(nameRun(shelf, endedRunOf(9))).toBeNull();
    expect(nameRun(shelf.slice(1), endedRunOf(9))).toMatchObject({ letter: 'I' });
  });
});

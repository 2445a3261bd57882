import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/training/run.ts';
import { initialState, type TrainingState } from '../../../src/training/state.ts';
import { OURS } from '../../../src/widgets/training/train-here/ours.ts';
import {
  pointAt,
  recallsOf,
  type Row,
  rowOfState,
  worstOf,
} from '../../../src/widgets/training/train-here/rows.ts';
import {
  atRest,
  differences,
  keptWords,
  megabytes,
  planWords,
  secondsOf,
  soFar,
  spoken,
  troubleWords,
  underWay,
} from '../../../src/widgets/training/train-here/words.ts';
import { plan } from '../../training/small-digits.ts';

const recall = [0.99, 0.98, 0.9, 0.95, 0.94, 0.91, 0.97, 0.96, 0.93, 0.92];
const point = (at: number, accuracy = 0.9527, cost = 0.04): Point => {
  const score = { accuracy, cost };
  return { at, seconds: at, test: score, seen: score, recall };
};
const run: TrainingState = {
  ...initialState(null),
  phase: 'running',
  plan: { ...plan, epochs: 1000 },
  progress: { epoch: 12, step: 0, count: 180, pace: 1, seconds: 1 },
  points: [point(0, 0.1, 0.6), ...[1, 5, 10, 12].map((at) => point(at))],
  latest: point(12),
  digits: { train: 60_000, test: 10_000, trouble: null },
  hasWorker: true,
};
const row = (changes: Partial<Row> = {}): Row => ({
  ...OURS,
  points: [point(0, 0.1), point(1), point(2)],
  ...changes,
});

describe('numbers in words', () => {
  it('are short and have their units', () => {
    expect(megabytes(3_635_834)).toBe('3.6 MB');
    expect([2.44, 19.96, 101.2, 1200].map(secondsOf)).toEqual([
      '2.4 s',
      '20.0 s',
      '101 s',
      '1,200 s',
    ]);
  });

  it('say how far a run is', () => {
    expect(soFar(run)).toBe('epoch 12 of 1,000');
    const step = (n: number): string => soFar({ ...run, progress: { ...run.progress, step: n } });
    expect(step(1)).toBe('epoch 12 of 1,000 and 1 mini-batch');
  });
});

describe('a plan in words', () => {
  it('says what it is, and how it differs', () => {
    expect(planWords(OURS.plan)).toBe('784-30-10, η 3, quadratic, normal start');
    expect(differences(OURS.plan, OURS.plan)).toBe('the same');
    const other = { ...OURS.plan, sizes: [784, 100, 10], eta: 0.5, lambda: 5, seed: 2 };
    expect(differences(other, OURS.plan)).toBe('784-100-10, η 0.5, λ 5, seed 2');
    expect(differences(OURS.plan, other)).toBe('784-30-10, η 3, no L2, seed 1');
  });
});

describe('the sentence of a run at rest', () => {
  it('says what it reads, how long it took, and its worst digit', () => {
    expect(atRest(row({ seconds: 2.44 }), point(2))).toBe(
      'With η = 3 it reads **95.27%** of ten thousand digits that it never saw, after 2 epochs and 2.44 seconds. It knows 95.27% of those it learned from. The 2 is its worst, at 90%.',
    );
  });

  it('speaks of the past where one looks back, and of no seconds then', () => {
    const words = atRest(row({ seconds: 2.44 }), point(1));
    expect(words).toMatch(/^With η = 3 it read \*\*95\.27%\*\* .* after 1 epoch\. It knew/);
    expect(atRest(row(), point(0))).toContain('before any training');
  });

  it('says why it ended, and what it is stuck at', () => {
    expect(atRest(row({ end: { kind: 'failed', message: 'Too large.' } }), point(2))).toContain(
      'It could not go on: Too large. This is its last sound epoch.',
    );
    expect(atRest(row({ end: { kind: 'cut' } }), point(2))).toContain(
      'It was ended there, of 30 epochs.',
    );
    const stuck = (cost: number): string =>
      atRest(row({ points: [point(0, 0.1), point(2, 0.1, cost)] }), point(2, 0.1, cost));
    expect(stuck(0.5)).toContain('all ten outputs are stuck near 0');
    expect(stuck(0.902)).toContain('one output is stuck near 1');
    expect(stuck(0.7)).not.toContain('stuck');
  });
});

describe('the sentence of a run under way', () => {
  it('says what it has seen and reads', () => {
    expect(underWay(run, point(12))).toBe(
      'Epoch 12 of 1,000. It has seen 2,160 digits and reads **95.27%** of the new ones. The 2 is its worst, at 90%.',
    );
    expect(underWay({ ...run, phase: 'paused' }, point(12))).toMatch(/^Paused after epoch 12 of/);
    expect(underWay(run, point(5))).toMatch(/^Looking back after 5 epochs: it read \*\*95\.27%/);
  });

  it('waits for the digits', () => {
    const waiting = { ...run, latest: null, isWaiting: true };
    expect(underWay(waiting, null)).toBe('The digits are on their way.');
    const digits = { train: 0, test: 0, trouble: 'The server answered 503.' };
    expect(underWay({ ...waiting, digits }, null)).toBe(
      'The digits did not come. The server answered 503. It waits for them.',
    );
    expect(underWay({ ...run, digits }, point(12))).toMatch(/It waits for them\.$/);
    expect(troubleWords({ ...waiting, digits })).toBe(
      'The digits did not come. The server answered 503.',
    );
  });

  it('says that a lost worker is not the end', () => {
    expect(underWay({ ...run, phase: 'lost', message: 'Gone.' }, point(12))).toBe(
      'Gone. Nothing is lost up to epoch 12: it goes on from there.',
    );
  });

  it('is read out when it begins, at every fifth epoch and when it rests', () => {
    const at = (epoch: number): string =>
      spoken({ ...run, progress: { ...run.progress, epoch } }, 'never said');
    expect(at(3)).toBe('Training.');
    expect(at(12)).toBe('Epoch 10 of 1,000: 95.27% of the new digits.');
    expect(at(13)).toBe(at(12));
    expect(spoken({ ...run, phase: 'paused' }, 'It **rests**.')).toBe('It rests.');
  });
});

it('a run that was cut short is told with its plan', () => {
  const past = { epoch: 12, growth: [{ epoch: 1, count: 60_000 }] };
  expect(keptWords({ plan: OURS.plan, past })).toContain('after 12 of 30 epochs: 784-30-10, η 3');
});

describe('what is looked at', () => {
  it('is the last point up to the epoch', () => {
    expect(pointAt(run.points, null)?.at).toBe(12);
    expect(pointAt(run.points, 9)?.at).toBe(5);
    expect(pointAt([], null)).toBeNull();
  });

  it('has the recall of the first epoch before it, and passes over what is not known', () => {
    const unknown = { ...point(12), recall: [] };
    const { before, after } = recallsOf([...run.points.slice(0, 4), unknown], null);
    expect([before?.at, after?.at]).toEqual([1, 10]);
    expect(worstOf(point(1))).toBe(2);
    expect(worstOf(unknown)).toBeNull();
  });

  it('is the run in training as it stands', () => {
    expect(rowOfState('B', run)).toMatchObject({ letter: 'B', standing: 'training', end: null });
    expect(rowOfState('B', { ...run, phase: 'cancelled' })?.end).toEqual({ kind: 'cut' });
    expect(rowOfState('B', initialState(null))).toBeNull();
  });
});

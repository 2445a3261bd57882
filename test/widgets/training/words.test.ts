import { describe, expect, it } from 'vitest';
import { initialState, type TrainingState } from '../../../src/training/state.ts';
import {
  beginning,
  megabytes,
  pace,
  sentence,
  soFar,
  spoken,
  trouble,
} from '../../../src/widgets/training/training/words.ts';
import { plan } from '../../training/small-digits.ts';

const score = { accuracy: 0.9527, cost: 0.04 };
const run: TrainingState = {
  ...initialState(null),
  phase: 'running',
  plan: { ...plan, epochs: 1000 },
  progress: { epoch: 12, step: 0, count: 180, pace: 1, seconds: 1 },
  latest: { at: 12, seconds: 1, test: score, seen: score },
  digits: { train: 20_000, test: 10_000, trouble: null },
  hasWorker: true,
};
const past = { epoch: 4, growth: [{ epoch: 1, count: 180 }] };

describe('numbers in words', () => {
  it('are short and have their units', () => {
    expect(megabytes(3_635_834)).toBe('3.6 MB');
    expect([0, 1_333_333, 954.2].map(pace)).toEqual(['–', '1,330,000', '954']);
  });

  it('say how far a run is', () => {
    expect(soFar(run)).toBe('12 of 1,000 epochs');
    const step = (n: number): string => soFar({ ...run, progress: { ...run.progress, step: n } });
    expect([step(1), step(2)]).toEqual([
      '12 of 1,000 epochs and 1 mini-batch',
      '12 of 1,000 epochs and 2 mini-batches',
    ]);
  });
});

describe('the sentence', () => {
  it.each<[what: string, state: TrainingState, says: string]>([
    ['nothing', initialState(null), 'Nothing is trained yet.'],
    [
      'something kept',
      initialState({ plan, past }),
      'The last run on this device came to 4 of 6 epochs. It can be trained again as it was, to the last bit.',
    ],
    ['a start', { ...run, latest: null }, 'The digits are on their way.'],
    ['waiting', { ...run, isWaiting: true }, 'The digits are on their way.'],
    [
      'waiting in vain',
      { ...run, isWaiting: true, digits: { ...run.digits, trouble: 'No.' } },
      'It waits for the digits.',
    ],
    ['running', run, 'Training: 12 of 1,000 epochs. It reads 95.3% of the test digits.'],
    [
      'paused',
      { ...run, phase: 'paused' },
      'Paused after 12 of 1,000 epochs. It reads 95.3% of the test digits.',
    ],
    ['done', { ...run, phase: 'done' }, 'Done: 12 epochs. It reads 95.3% of the test digits.'],
    [
      'cancelled at once',
      { ...run, phase: 'cancelled', latest: null },
      'Cancelled after 12 of 1,000 epochs.',
    ],
    [
      'failed',
      { ...run, phase: 'failed', message: 'Too large.' },
      'It cannot go on. Too large. What it had learned before is still here.',
    ],
    [
      'lost',
      { ...run, phase: 'lost', message: 'Gone.' },
      'Gone. Nothing is lost up to epoch 12; Resume goes on from there.',
    ],
  ])('says what is the case: %s', (_, state, says) => {
    expect(sentence(state)).toBe(says);
  });

  it('is not read out at each epoch, but when something begins, rests or goes wrong', () => {
    const next = { ...run, progress: { ...run.progress, epoch: 13 } };
    expect(spoken(run)).toBe('Training.');
    expect(spoken(next)).toBe(spoken(run));
    expect(spoken({ ...run, phase: 'paused' })).toMatch(/^Paused/);
    expect(spoken({ ...run, isWaiting: true })).toBe('The digits are on their way.');
    expect(spoken(initialState(null))).toBe('');
  });
});

describe('trouble with the digits', () => {
  const digits = { train: 20_000, test: 10_000, trouble: 'The server answered 404.' };

  it('is told with what the run makes of it', () => {
    const goesOn =
      'The rest of the digits did not come. The server answered 404. It goes on with the 20,000 that are here.';
    expect(trouble({ ...run, digits })).toBe(goesOn);
    expect(spoken({ ...run, digits })).toBe(goesOn);
    expect(trouble({ ...run, digits, phase: 'paused' })).toBe(
      'The rest of the digits did not come. The server answered 404.',
    );
    expect(trouble({ ...run, digits: { ...digits, train: 0 }, isWaiting: true })).toBe(
      'The digits did not come. The server answered 404.',
    );
    expect(trouble(run)).toBe('');
  });
});

it('says on the button what pressing it fetches', () => {
  expect(beginning(initialState(null), 3_635_834)).toBe('Fetch 3.6 MB and train');
  expect(beginning(initialState(null), 0)).toBe('Train');
  expect(beginning({ ...run, phase: 'done' }, 0)).toBe('Train again');
  expect(beginning({ ...run, phase: 'lost' }, 1e6)).toBe('Fetch 1.0 MB and train again');
});

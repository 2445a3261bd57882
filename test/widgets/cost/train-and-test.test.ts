import { expect, it } from 'vitest';
import recorded from '../../../public/models/comparison.json';
import type { ComparisonReport } from '../../../src/training/comparison-server.ts';
import type { LinkTools, WorkerLike } from '../../../src/training/worker-link.ts';
import { gap } from '../../../src/widgets/cost/train-and-test/train-and-test-words.ts';
import { TrainAndTest } from '../../../src/widgets/cost/train-and-test/train-and-test.svelte.ts';

interface Stage {
  readonly lesson: TrainAndTest;
  readonly orders: unknown[];
  readonly say: (report: ComparisonReport) => void;
  readonly breakDown: () => void;
  readonly wait: () => void;
  readonly dismissed: () => number;
  /** Whether the browser starts no workers. */
  readonly refuse: (whether: boolean) => void;
}

/** A worker that says what the test lets it say, and a clock that the test turns. */
function stage(): Stage {
  const orders: unknown[] = [];
  let worker = new EventTarget();
  let gone = 0;
  let tick: (() => void) | null = null;
  let refused = false;
  const tools: LinkTools = {
    createWorker: () => {
      if (refused) throw new DOMException('No.', 'SecurityError');
      worker = new EventTarget();
      return Object.assign(worker, {
        postMessage: (order: unknown) => void orders.push(order),
        terminate: () => {
          gone++;
        },
      }) as WorkerLike;
    },
    everySecond: (call) => {
      tick = call;
      return () => (tick = null);
    },
  };
  return {
    lesson: new TrainAndTest(tools),
    orders,
    say: (data) => worker.dispatchEvent(new MessageEvent('message', { data })),
    breakDown: () => worker.dispatchEvent(new Event('error', { cancelable: true })),
    wait: () => {
      for (let second = 0; second <= 20; second++) tick?.();
    },
    dismissed: () => gone,
    refuse: (whether) => (refused = whether),
  };
}

const play = (say: (report: ComparisonReport) => void): void => {
  say({ kind: 'digits' });
  for (const point of recorded.points) say({ kind: 'point', point });
  say({ kind: 'done', seconds: 1.25, engine: 'kernel' });
};

it('says of a seed that a link brought that its curves are still to be seen', () => {
  const { lesson } = stage();
  lesson.fromLink({ seed: '2' });
  expect([lesson.seed, lesson.shownSeed]).toEqual([2, recorded.recipe.seed]);
  expect(lesson.words).toContain('Press Train to see seed 2.');
  lesson.reset();
  expect(lesson.words).not.toContain('Press Train');
});

it('begins with what was measured when the site was made, and says so', () => {
  const { lesson } = stage();
  const { words, pupils } = lesson;
  expect(words).toMatch(/^As it came out when this page was made, from seed 1\./);
  expect(pupils[0].latest?.steps).toBe(3000);
  // The point of the figure: the fewer the digits, the wider the gap.
  const gaps = pupils.map(({ latest }) => (latest ? gap(latest) : NaN));
  expect(gaps[0]).toBeGreaterThan(gaps[1] + 10);
  expect(gaps[1]).toBeGreaterThan(gaps[2] + 5);
});

it('says so where the browser starts no worker, and trains when asked again', () => {
  const { lesson, orders, say, refuse } = stage();
  refuse(true);
  lesson.start();
  expect([lesson.phase, lesson.isBusy]).toEqual(['failed', false]);
  expect(lesson.words).toMatch(/the browser did not start its worker\. Press Train to try again/);
  refuse(false);
  lesson.start();
  play(say);
  expect([lesson.phase, orders.length]).toEqual(['done', 1]);
});

it('trains from the seed that is put down, and tells when the numbers are the same again', () => {
  const { lesson, orders, say } = stage();
  expect(lesson.bytes).toBe(recorded.bytes);
  lesson.start();
  expect(lesson.words).toBe('The digits are on their way.');
  lesson.start();
  expect(orders).toEqual([{ seed: 1 }]);
  play(say);
  expect(lesson.isSameAgain).toBe(true);
  expect(lesson.words).toMatch(/^Trained and tested here in 1\.3 s, .*Same seed, same numbers/);
  expect(lesson.bytes).toBe(0);
  lesson.another();
  expect(orders).toEqual([{ seed: 1 }, { seed: 2 }]);
  play(say);
  expect(lesson.isSameAgain).toBeNull();
});

it.each<[what: string, spoil: (stage: Stage) => void, says: RegExp]>([
  [
    'the download fails',
    ({ say }) => say({ kind: 'failed', message: 'The server answered 404.' }),
    /404\. Press Train/,
  ],
  ['the worker breaks down', ({ breakDown }) => breakDown(), /broke down\. Press Train/],
  [
    'the worker falls silent',
    ({ say, wait }) => {
      say({ kind: 'digits' });
      wait();
    },
    /does not answer.*Press Train/,
  ],
  ['the reader stops it', ({ lesson }) => lesson.stop(), /Stopped before its end\. Press Train/],
])('says so and can go on when %s', (_, spoil, says) => {
  const all = stage();
  const { lesson, say } = all;
  lesson.start();
  spoil(all);
  expect(lesson.words).toMatch(says);
  expect(lesson.isBusy).toBe(false);
  lesson.start();
  play(say);
  expect(lesson.phase).toBe('done');
});

it('takes a seed from a link where it is one, and brings anything else back into range', () => {
  const { lesson, orders } = stage();
  for (const seed of ['-1', '1e3', 'NaN', '12345', '<b>', '']) lesson.fromLink({ seed });
  expect(lesson.seed).toBe(1);
  lesson.fromLink({ seed: '77' });
  expect(lesson.toLink()).toEqual({ seed: '77' });
  lesson.seed = 1e9;
  lesson.start();
  expect(orders).toEqual([{ seed: 9999 }]);
});

it('goes back to the beginning at Reset, and listens no more', () => {
  const { lesson, say, dismissed } = stage();
  lesson.start();
  lesson.reset();
  expect(dismissed()).toBe(1);
  play(say);
  expect(lesson.phase).toBe('recorded');
  expect(lesson.points).toEqual(recorded.points);
});

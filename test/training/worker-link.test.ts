import { expect, it } from 'vitest';
import { type LinkOwner, type WorkerLike, WorkerLink } from '../../src/training/worker-link.ts';

class QuietWorker extends EventTarget implements WorkerLike {
  readonly orders: unknown[] = [];
  isOver = false;
  postMessage(order: unknown): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.isOver = true;
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** A link whose clock the test turns, and the workers that it has started. */
function setUp(owner: Partial<LinkOwner<string>> = {}) {
  const workers: QuietWorker[] = [];
  const told: string[] = [];
  const clocks = new Set<() => void>();
  const stage = { refuse: false };
  const link = new WorkerLink<string, string>(
    {
      createWorker: () => {
        if (stage.refuse) throw new DOMException('No.', 'SecurityError');
        const worker = new QuietWorker();
        workers.push(worker);
        return worker;
      },
      everySecond: (call) => {
        clocks.add(call);
        return () => clocks.delete(call);
      },
    },
    {
      hear: (report) => void told.push(report),
      lose: (loss) => void told.push(loss),
      patience: 3,
      ...owner,
    },
  );
  const wait = (seconds: number): void => {
    for (let i = 0; i < seconds; i++) for (const call of [...clocks]) call();
  };
  return { link, workers, told, wait, clocks, stage };
}

it('starts one worker, however often it is asked, and passes orders and reports on', () => {
  const { link, workers, told } = setUp();
  link.post('too early');
  expect([link.isUp, link.start(), link.start(), link.isUp]).toEqual([false, true, true, true]);
  link.post('go');
  workers[0].say('there');
  expect([workers.length, workers[0].orders, told]).toEqual([1, ['go'], ['there']]);
});

it('says so where the browser starts none, and starts one when it is asked again', () => {
  const { link, told, stage } = setUp();
  stage.refuse = true;
  expect([link.start(), link.isUp]).toEqual([false, false]);
  stage.refuse = false;
  expect([link.start(), told]).toEqual([true, ['not started']]);
});

it.each(['error', 'messageerror'])('loses a worker once by its %s, and lets it go', (kind) => {
  const { link, workers, told, clocks } = setUp();
  link.start();
  const event = new Event(kind, { cancelable: true });
  workers[0].dispatchEvent(event);
  workers[0].dispatchEvent(new Event('error', { cancelable: true }));
  expect([told, link.isUp, workers[0].isOver, clocks.size]).toEqual([['broken'], false, true, 0]);
  expect(event.defaultPrevented).toBe(kind === 'error');
});

it('waits for the first word as long as it takes, and for others as long as its patience', () => {
  const { link, workers, told, wait } = setUp();
  link.start();
  wait(100);
  workers[0].say('a');
  wait(3);
  workers[0].say('b');
  wait(3);
  expect(told).toEqual(['a', 'b']);
  wait(1);
  expect([told, link.isUp]).toEqual([['a', 'b', 'silent'], false]);
});

it('asks while it waits, and counts no silence while nothing is due', () => {
  let isAwaited = true;
  let asked = 0;
  const { link, workers, told, wait } = setUp({
    isAwaited: () => isAwaited,
    ask: () => asked++,
  });
  link.start();
  workers[0].say('a');
  wait(2);
  isAwaited = false;
  wait(50);
  isAwaited = true;
  wait(1);
  expect([asked, told]).toEqual([3, ['a']]);
  wait(1);
  expect(told).toEqual(['a', 'silent']);
});

it('hears nothing of a worker that it let go, and gives the next its own time', () => {
  const { link, workers, told, wait } = setUp();
  link.start();
  workers[0].say('a');
  wait(3);
  link.end();
  link.start();
  workers[0].say('late');
  workers[0].dispatchEvent(new Event('error', { cancelable: true }));
  wait(10);
  expect([told, workers.length, link.isUp]).toEqual([['a'], 2, true]);
});

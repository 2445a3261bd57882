/** Long because it is the client's whole contract, told in one order: going, stopping, slow digits, a lost worker, a closed tab. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TrainingClient } from '../../src/training/client.ts';
import type { Engine } from '../../src/training/engine.ts';
import type { Keeper } from '../../src/training/kept.ts';
import { createNetworkEngine } from '../../src/training/network-engine.ts';
import { PlanError, type TrainingPlan } from '../../src/training/plan.ts';
import { Run } from '../../src/training/run.ts';
import type { Phase } from '../../src/training/state.ts';
import { eventually, FakeNet, FakeWorker, manyTurns } from './fake-worker.ts';
import { allDigits, contents, plan } from './small-digits.ts';

const clients: TrainingClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

/** What a browser keeps, as a string. */
class Memory implements Keeper {
  text: string | null = null;
  read = (): string | null => this.text;
  write = (text: string | null): void => void (this.text = text);
}

/** A page with its client, its workers, its net, and a clock that the test winds. */
function openPage(keeper: Keeper = new Memory(), engine?: () => Engine) {
  const net = new FakeNet();
  const workers: FakeWorker[] = [];
  const clocks = new Set<() => void>();
  const client = new TrainingClient({
    createWorker: () => {
      if (page.refuse) throw new DOMException('No.', 'SecurityError');
      const worker = new FakeWorker(net, engine);
      workers.push(worker);
      return worker;
    },
    everySecond: (call) => {
      clocks.add(call);
      return () => clocks.delete(call);
    },
    keeper,
  });
  clients.push(client);
  const page = {
    /** Whether the browser starts no workers. */
    refuse: false,
    client,
    net,
    workers,
    clocks,
    second: () => {
      for (const call of clocks) call();
    },
    until: (phase: Phase) => eventually(() => expect(client.state.phase).toBe(phase)),
    epoch: (epoch: number) =>
      eventually(() => expect(client.state.progress.epoch).toBeGreaterThanOrEqual(epoch)),
  };
  return page;
}

/** A plan so long that it is under way whenever a test looks. */
const long: TrainingPlan = { ...plan, epochs: 1000 };

/** The weights that a plan comes to by itself. */
function weightsOf(to: TrainingPlan, epoch = to.epochs): unknown {
  const engine = createNetworkEngine(180);
  const test = contents.get('test');
  if (test) engine.add('test', test);
  engine.add('train', allDigits());
  const run = new Run(to, engine);
  while (run.epoch < epoch) run.learn(1000);
  return run.checkpoint.network.layers;
}

const at = ({ client: { state } }: ReturnType<typeof openPage>): unknown =>
  state.checkpoints.at(-1)?.network.layers;

describe('a run of training', () => {
  it('goes from start to end, tested at the start and after each epoch', async () => {
    const page = openPage();
    page.client.start(plan);
    expect(page.client.state).toMatchObject({ phase: 'running', plan });
    await page.until('done');
    const { state } = page.client;
    expect(state.points.map((point) => point.at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(state.checkpoints.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(state.digits).toEqual({ train: 180, test: 50, trouble: null });
    expect(state.latest).toBe(state.points[6]);
    expect(state.latest?.test.accuracy).toBeGreaterThan(0.6);
    expect(state).toMatchObject({ engine: 'network', progress: { epoch: 6, step: 0, count: 180 } });
    expect(state.progress.pace).toBeGreaterThan(0);
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('refuses a plan that cannot be carried out, and leaves the run before alone', async () => {
    const page = openPage();
    page.client.start(long);
    await page.epoch(1);
    const { run } = page.client.state;
    expect(() => page.client.start({ ...plan, eta: 0 })).toThrow(PlanError);
    expect(page.client.state).toMatchObject({ phase: 'running', plan: long, run });
  });

  it('pauses, and goes on as if nothing had been', async () => {
    const page = openPage();
    page.client.start(plan);
    await page.epoch(1);
    page.client.pause();
    expect(page.client.state.phase).toBe('paused');
    await manyTurns();
    const { progress } = page.client.state;
    await manyTurns();
    expect(page.client.state.progress).toBe(progress);
    page.client.resume();
    await page.until('done');
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('does one mini-batch, one epoch, and then the rest', async () => {
    const page = openPage();
    page.client.start(plan, 'step');
    await page.until('paused');
    expect(page.client.state.progress).toMatchObject({ epoch: 0, step: 1, count: 180 });
    expect(page.client.state.latest?.at).toBeCloseTo(7 / 180, 12);
    page.client.step();
    await page.until('paused');
    expect(page.client.state.progress.step).toBe(2);
    page.client.epoch();
    await page.until('paused');
    expect(page.client.state.progress).toMatchObject({ epoch: 1, step: 0 });
    page.client.epoch();
    await page.until('paused');
    expect(page.client.state.progress).toMatchObject({ epoch: 2, step: 0 });
    expect(at(page)).toEqual(weightsOf(plan, 2));
    page.client.resume();
    await page.until('done');
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('takes orders in any haste', async () => {
    const page = openPage();
    page.client.start(plan);
    for (let i = 0; i < 20; i++) {
      page.client.pause();
      page.client.step();
      page.client.resume();
      page.client.epoch();
      page.client.resume();
    }
    await page.until('done');
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('ends when it is cancelled, and what it has learned stays', async () => {
    const page = openPage();
    page.client.start(long);
    await page.epoch(2);
    page.client.cancel();
    const { points, checkpoints } = page.client.state;
    expect(page.client.state.phase).toBe('cancelled');
    expect(points.length).toBeGreaterThanOrEqual(3);
    await manyTurns();
    expect(page.client.state).toMatchObject({ phase: 'cancelled', points, checkpoints });
    page.client.start(plan);
    await page.until('done');
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('starts from nothing after a reset', async () => {
    const page = openPage();
    page.client.start(long);
    await page.epoch(2);
    page.client.reset();
    await manyTurns();
    expect(page.client.state).toMatchObject({
      ...{ phase: 'idle', plan: null, points: [], checkpoints: [], latest: null, message: null },
    });
    page.client.start(plan);
    await page.until('done');
    expect(page.client.state.points).toHaveLength(7);
    expect(page.net.asked).toHaveLength(4);
  });

  it('gives way to a second start, which is not told of the first any more', async () => {
    const page = openPage();
    page.client.start(long);
    await page.epoch(1);
    page.client.start({ ...plan, seed: 5 });
    page.client.start(plan);
    await page.until('done');
    expect(page.workers).toHaveLength(1);
    expect(page.client.state.points.map((point) => point.at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('does nothing for orders that make no sense', () => {
    const { client, workers } = openPage();
    const watcher = vi.fn();
    client.watch(watcher);
    client.pause();
    client.resume();
    client.step();
    client.epoch();
    client.cancel();
    client.retry();
    client.bringBack();
    expect(watcher).not.toHaveBeenCalled();
    expect(workers).toEqual([]);
  });
});

describe('digits that are slow or do not come', () => {
  it('waits for them, and can be paused, resumed and cancelled meanwhile', async () => {
    const page = openPage();
    page.net.hold();
    page.client.start(plan);
    await eventually(() => expect(page.client.state.isWaiting).toBe(true));
    page.client.pause();
    expect(page.client.state).toMatchObject({ phase: 'paused', isWaiting: false });
    page.client.resume();
    await eventually(() => expect(page.client.state.isWaiting).toBe(true));
    page.client.cancel();
    expect(page.client.state).toMatchObject({ phase: 'cancelled', isWaiting: false });
    page.client.start(plan);
    page.net.letGo();
    await page.until('done');
  });

  it('trains on the first file while others are on their way, and writes down what it had', async () => {
    const page = openPage();
    page.net.answers.set('train-2', new Error('offline'));
    const eager: TrainingPlan = { ...long, growth: 'as-they-come' };
    page.client.start(eager);
    await page.epoch(2);
    expect(page.client.state.digits).toEqual({
      ...{ train: 60, test: 50, trouble: 'The download did not finish.' },
    });
    page.net.answers.clear();
    page.client.retry();
    expect(page.client.state.digits.trouble).toBeNull();
    await eventually(() => expect(page.client.state.progress.count).toBe(180));
    page.client.pause();
    await page.until('paused');
    const { epoch, growth } = page.client.state.checkpoints.at(-1) ?? { epoch: 0, growth: [] };
    expect(growth[0]).toEqual({ epoch: 1, count: 60 });
    expect(growth.at(-1)?.count).toBeGreaterThanOrEqual(120);
    expect(at(page)).toEqual(weightsOf({ ...eager, growth }, epoch));
  });

  it('says why a run cannot begin, and begins it when asked again', async () => {
    const page = openPage();
    page.net.answers.set('test', 503);
    page.client.start(plan);
    await eventually(() =>
      expect(page.client.state.digits.trouble).toBe('The server answered 503.'),
    );
    expect(page.client.state).toMatchObject({ phase: 'running', isWaiting: true });
    page.net.answers.clear();
    page.client.retry();
    await page.until('done');
  });
});

describe('a worker that is lost', () => {
  it('is noticed when it breaks down, and the run goes on from its last epoch', async () => {
    const page = openPage();
    page.client.start({ ...plan, epochs: 40 });
    await page.epoch(3);
    page.workers[0].crash();
    const { state } = page.client;
    expect(state).toMatchObject({
      ...{ phase: 'lost', message: 'The training stopped: its worker broke down.' },
      ...{ hasWorker: false, engine: 'network', digits: { train: 0, test: 0 } },
    });
    expect(state.latest).toBe(state.points.at(-1));
    expect(page.workers[0].isTerminated).toBe(true);
    expect(page.clocks.size).toBe(0);
    page.client.resume();
    await page.until('done');
    expect(page.workers).toHaveLength(2);
    expect(page.client.state.points.map((point) => point.at)).toEqual(
      Array.from({ length: 41 }, (_, i) => i),
    );
    expect(at(page)).toEqual(weightsOf({ ...plan, epochs: 40 }));
  });

  it('is noticed when it dies without a word', async () => {
    const page = openPage();
    page.client.start(long);
    await page.epoch(1);
    page.workers[0].kill();
    await manyTurns();
    for (let i = 0; i < 6; i++) page.second();
    expect(page.client.state.phase).toBe('running');
    page.second();
    expect(page.client.state).toMatchObject({
      ...{ phase: 'lost', message: 'The training stopped: its worker does not answer any more.' },
    });
  });

  it('is not missed while it answers, or has not spoken yet, or has nothing to do', async () => {
    const page = openPage();
    page.net.hold();
    page.client.start(plan);
    for (let i = 0; i < 9; i++) page.second();
    expect(page.client.state.phase).toBe('running');
    await eventually(() => expect(page.client.state.isWaiting).toBe(true));
    for (let i = 0; i < 20; i++) {
      page.second();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(page.client.state.phase).toBe('running');
    page.net.letGo();
    await page.until('done');
    page.workers[0].kill();
    for (let i = 0; i < 9; i++) page.second();
    expect(page.client.state.phase).toBe('done');
  });

  it('leaves each point in the curves once, though it was lost before the end of the first epoch', async () => {
    const page = openPage();
    page.client.start(plan, 'step');
    await page.until('paused');
    expect(page.client.state.points.map((point) => point.at)).toEqual([0]);
    page.workers[0].crash();
    page.client.resume();
    await page.until('done');
    expect(page.client.state.points.map((point) => point.at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('is said where the browser does not start one, and the run begins when asked again', async () => {
    const page = openPage();
    page.refuse = true;
    page.client.start(plan);
    expect(page.client.state).toMatchObject({
      ...{ phase: 'lost', hasWorker: false },
      message: 'The training cannot begin: the browser did not start its worker.',
    });
    page.refuse = false;
    page.client.resume();
    await page.until('done');
    expect(at(page)).toEqual(weightsOf(plan));
  });

  it('takes nothing along when the run was over, and a new run gets a new worker', async () => {
    const page = openPage();
    page.client.start(plan);
    await page.until('done');
    const { points } = page.client.state;
    page.workers[0].crash();
    expect(page.client.state).toMatchObject({ phase: 'done', points, message: null });
    page.client.start(plan);
    await page.until('done');
    expect(page.workers).toHaveLength(2);
  });

  it('can be cancelled or reset, too', async () => {
    for (const [order, phase] of [
      ['cancel', 'cancelled'],
      ['reset', 'idle'],
    ] as const) {
      const page = openPage();
      page.client.start(long);
      await page.epoch(1);
      page.workers[0].crash();
      page.client[order]();
      expect(page.client.state).toMatchObject({ phase, message: null });
    }
  });
});

describe('a tab that is closed', () => {
  it('loses nothing: the next page brings the run back to the last bit, and goes on', async () => {
    const memory = new Memory();
    const before = openPage(memory);
    before.client.start({ ...plan, epochs: 30 });
    await before.epoch(4);
    before.client.dispose();
    const { points } = before.client.state;
    const network = at(before);

    const after = openPage(memory);
    const epoch = before.client.state.checkpoints.at(-1)?.epoch;
    expect(after.client.state.kept).toMatchObject({
      plan: { ...plan, epochs: 30 },
      past: { epoch },
    });
    after.client.bringBack();
    expect(after.client.state.kept).toBeNull();
    await after.until('paused');
    expect(after.client.state.points.map(({ test }) => test)).toEqual(
      points.map(({ test }) => test),
    );
    expect(at(after)).toEqual(network);
    after.client.resume();
    await after.until('done');
    expect(at(after)).toEqual(weightsOf({ ...plan, epochs: 30 }));
  });

  it('keeps all of it, though the page that brings it back is closed on the way, or loses its worker', async () => {
    const memory = new Memory();
    const before = openPage(memory);
    before.client.start({ ...plan, epochs: 30 });
    await before.until('done');
    before.client.dispose();
    const { text } = memory;

    const after = openPage(memory);
    after.client.bringBack();
    await after.epoch(3);
    expect(memory.text).toBe(text);
    after.workers[0].crash();
    after.client.resume();
    await after.until('done');
    expect(after.client.state.points).toHaveLength(31);
    expect(at(after)).toEqual(at(before));
  });

  it('finds nothing after a reset', async () => {
    const memory = new Memory();
    const page = openPage(memory);
    page.client.start(plan);
    await page.until('done');
    expect(memory.text).not.toBeNull();
    page.client.reset();
    expect(memory.text).toBeNull();
  });

  it('says so where the browser keeps nothing, and trains all the same', async () => {
    const refuse = (): never => {
      throw new Error('denied');
    };
    const page = openPage({ read: refuse, write: refuse });
    expect(page.client.state.isKept).toBe(true);
    page.client.start(plan);
    await page.until('done');
    expect(page.client.state.isKept).toBe(false);
  });
});

describe('a run that cannot go on', () => {
  it('says why, keeps what it had learned, and gives way to another plan', async () => {
    let left = 30;
    const page = openPage(new Memory(), () => {
      const engine = createNetworkEngine(180);
      const open: Engine['open'] = (network) => {
        const trainer = engine.open(network);
        const settle = (): ReturnType<typeof trainer.settle> => {
          if (--left === 0) throw new RangeError('The weights have grown beyond all numbers.');
          return trainer.settle();
        };
        return { ...trainer, settle };
      };
      return { ...engine, open };
    });
    page.client.start(long);
    await page.until('failed');
    expect(page.client.state.message).toBe('The weights have grown beyond all numbers.');
    expect(page.client.state.checkpoints.at(-1)?.epoch).toBe(29);
    page.client.start(plan);
    await page.until('done');
    expect(page.client.state.message).toBeNull();
  });

  it('says so when there is no room for the network', async () => {
    const page = openPage(new Memory(), () => ({
      ...createNetworkEngine(180),
      open: () => {
        throw new Error('The kernel has no room for this network.');
      },
    }));
    page.client.start(plan);
    await page.until('failed');
    expect(page.client.state.message).toBe('The kernel has no room for this network.');
  });
});

it('tells those who watch of every change, until they have seen enough', async () => {
  const { client, until } = openPage();
  const watcher = vi.fn();
  const leave = client.watch(watcher);
  client.start(plan);
  await until('done');
  expect(watcher).toHaveBeenLastCalledWith(client.state);
  const { length } = watcher.mock.calls;
  leave();
  client.reset();
  expect(watcher).toHaveBeenCalledTimes(length);
});

/** Long because it is the whole contract of a set of runs: what it comes to, stopping, lost workers, digits that do not come. */
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/training/engine.ts';
import { EtaRuns, type EtaTools } from '../../../src/training/etas/eta-runs.ts';
import { etaSetSchema } from '../../../src/training/etas/eta-set.ts';
import { createNetworkEngine } from '../../../src/training/network-engine.ts';
import { PlanError, type TrainingPlan } from '../../../src/training/plan.ts';
import { type Point, Run } from '../../../src/training/run.ts';
import { eventually, FakeNet, FakeWorker, manyTurns } from '../fake-worker.ts';
import { chunks, contents, plan } from '../small-digits.ts';

const all: EtaRuns[] = [];
afterEach(() => {
  for (const runs of all.splice(0)) runs.dispose();
});

const ETAS = [0.1, 0.5, 1, 3, 10];
const short: TrainingPlan = { ...plan, epochs: 3 };

/** A page with a set of runs, its workers and its net. */
function openPage(workers = 2, engine?: () => Engine) {
  const net = new FakeNet();
  const hired: FakeWorker[] = [];
  const clocks = new Set<() => void>();
  let now = 0;
  const tools: EtaTools = {
    createWorker: () => {
      if (page.refuse) throw new DOMException('No.', 'SecurityError');
      const worker = new FakeWorker(page.inWorkers, engine);
      hired.push(worker);
      return worker;
    },
    everySecond: (call) => {
      clocks.add(call);
      return () => clocks.delete(call);
    },
    fetch: net.fetch,
    ...{ chunks, folder: '/digits/', workers },
    now: () => (now += 500),
  };
  const runs = new EtaRuns(tools);
  all.push(runs);
  const page = {
    refuse: false,
    runs,
    net,
    /** What the workers ask by themselves: nothing, since the digits are handed to them. */
    inWorkers: new FakeNet(),
    hired,
    second: () => {
      for (const call of clocks) call();
    },
    clocks,
    until: (phase: EtaRuns['state']['phase']) =>
      eventually(() => expect(runs.state.phase).toBe(phase)),
    done: (count: number) =>
      eventually(() => expect(runs.state.done).toBeGreaterThanOrEqual(count)),
  };
  return page;
}

/** The curve that one run of the plan comes to by itself, without its seconds. */
function curveOf(to: TrainingPlan): Omit<Point, 'seconds'>[] {
  const engine = createNetworkEngine(180);
  for (const [name, digits] of contents) engine.add(name === 'test' ? 'test' : 'train', digits);
  const run = new Run(to, engine);
  const points: Omit<Point, 'seconds'>[] = [];
  for (;;) {
    const testing = run.test();
    let step = testing.next();
    while (!step.done) step = testing.next();
    points.push(step.value);
    if (run.isDone) return points;
    while (run.learn(1000) && run.step > 0);
  }
}

/** Without the seconds, which no two runs share. */
function bare({ at, test, seen, recall }: Omit<Point, 'seconds'>): Omit<Point, 'seconds'> {
  return { at, test, seen, recall };
}
const curves = ({ runs }: ReturnType<typeof openPage>): unknown =>
  runs.state.runs.map((run) => run && { eta: run.eta, points: run.points.slice(1).map(bare) });
const expected = ETAS.map((eta) => ({ eta, points: curveOf({ ...short, eta }).slice(1) }));

describe('a set of runs', () => {
  it.each([1, 2, 4])(
    'comes to what single runs come to, to the last bit, with %i workers',
    async (workers) => {
      const page = openPage(workers);
      page.runs.start(short, ETAS);
      expect(page.runs.state).toMatchObject({ phase: 'fetching', done: 0 });
      await page.until('done');
      expect(curves(page)).toEqual(expected);
      expect(page.runs.state).toMatchObject({
        done: 5,
        current: [],
        engine: 'network',
        message: null,
        note: null,
      });
      expect(page.hired).toHaveLength(workers);
      expect(page.hired.every(({ isTerminated }) => isTerminated)).toBe(true);
      expect(page.clocks.size).toBe(0);
      expect(page.runs.set).toMatchObject({ etas: ETAS, engine: 'network' });
      expect(v.is(etaSetSchema, page.runs.set)).toBe(true);
    },
  );

  it('downloads each file once, however many workers there are, and hands it to each of them', async () => {
    const page = openPage(3);
    page.runs.start(short, ETAS);
    await page.until('done');
    expect(page.net.asked).toEqual(['test', 'train-1', 'train-2', 'train-3']);
    expect(page.inWorkers.asked).toEqual([]);
    page.runs.start({ ...short, count: 60 }, [1]);
    await page.until('done');
    expect(page.net.asked).toHaveLength(4);
  });

  it('goes coarse first, and tells of the runs under way', async () => {
    const page = openPage(1);
    const order: number[] = [];
    page.runs.watch(({ current }) => {
      for (const { index } of current) if (order.at(-1) !== index) order.push(index);
    });
    page.runs.start(short, ETAS);
    await page.until('done');
    expect(order).toEqual([0, 4, 2, 1, 3]);
  });

  it('waits for all digits where the plan would begin with some', async () => {
    const page = openPage();
    page.runs.start({ ...short, growth: 'as-they-come' }, ETAS);
    await page.until('done');
    expect(curves(page)).toEqual(expected);
  });

  it('refuses a plan that cannot be carried out with one of the values, and leaves the set before alone', async () => {
    const page = openPage();
    page.runs.start(short, ETAS);
    await page.done(1);
    expect(() => page.runs.start(short, [1, 0])).toThrow(PlanError);
    expect(() => page.runs.start({ ...short, epochs: 0 })).toThrow(PlanError);
    await page.until('done');
    expect(curves(page)).toEqual(expected);
  });

  it('keeps a run that leaves the numbers as far as it came, and says why it ended', async () => {
    const page = openPage();
    page.runs.start({ ...short, lambda: 1000, miniBatch: 1 }, [1, 1000]);
    await page.until('done');
    const [sound, gone] = page.runs.state.runs;
    expect(sound?.points.length).toBeGreaterThan(0);
    expect(gone?.trouble).toMatch(/numbers/);
    expect(gone?.points.length).toBeGreaterThan(0);
    expect(JSON.stringify(page.runs.state.runs)).not.toContain('null,"'); // NaN is written so
  });
});

describe('a set that is stopped', () => {
  it('keeps what is done, lets its workers go, and goes on with the rest', async () => {
    const page = openPage(2);
    page.runs.start({ ...short, epochs: 20 }, ETAS);
    await page.done(2);
    page.runs.stop();
    const { runs, done } = page.runs.state;
    expect(page.runs.state).toMatchObject({ phase: 'stopped', current: [] });
    expect(page.hired.every(({ isTerminated }) => isTerminated)).toBe(true);
    await manyTurns();
    expect(page.runs.state.runs).toBe(runs);
    expect(page.runs.set?.runs.filter((run) => run !== null)).toHaveLength(done);
    page.runs.go();
    await page.until('done');
    expect(page.runs.state.runs.slice(0, 1)).toEqual(runs.slice(0, 1));
    expect(page.net.asked).toHaveLength(4);
  });

  it('is taken up by the next page where this one was closed, with what is done of it', async () => {
    const page = openPage(2);
    page.runs.start(short, ETAS);
    await page.done(2);
    const kept = structuredClone(page.runs.set);
    page.runs.dispose();
    if (kept === null) throw new Error('Two runs are done.');
    const next = openPage(2);
    next.runs.takeUp(kept);
    const done = kept.runs.filter((run) => run !== null).length;
    expect(next.runs.state).toMatchObject({ phase: 'stopped', done, seconds: kept.seconds });
    next.runs.go();
    await next.until('done');
    expect(curves(next)).toEqual(expected);
    expect(next.runs.state.seconds).toBeGreaterThan(kept.seconds);
    const whole = next.runs.set;
    if (whole === null) throw new Error('All runs are done.');
    next.runs.takeUp(whole);
    expect(next.runs.state.phase).toBe('done');
  });

  it('can be stopped while its digits come, reset, and begun again', async () => {
    const page = openPage();
    page.net.hold();
    page.runs.start(short, ETAS);
    page.runs.stop();
    expect(page.runs.state.phase).toBe('stopped');
    page.net.letGo();
    await manyTurns();
    expect(page.hired).toHaveLength(0);
    page.runs.reset();
    expect(page.runs.state).toMatchObject({ phase: 'idle', plan: null, runs: [] });
    page.runs.go();
    expect(page.runs.state.phase).toBe('idle');
    page.runs.start(short, ETAS);
    await page.until('done');
    expect(curves(page)).toEqual(expected);
  });
});

describe('a lost worker', () => {
  it.each(['crash', 'kill'] as const)('has its run taken up by another: %s', async (how) => {
    const page = openPage(2);
    page.runs.start({ ...short, epochs: 3 }, ETAS);
    await eventually(() =>
      expect(page.runs.state.current.some(({ points }) => points.length > 0)).toBe(true),
    );
    page.hired[0][how]();
    if (how === 'kill')
      for (let i = 0; i < 14; i++) {
        page.second();
        await manyTurns();
      }
    await page.until('done');
    expect(curves(page)).toEqual(expected);
  });

  it('is said, and the last one is replaced', async () => {
    const page = openPage(2);
    page.runs.start({ ...short, epochs: 12 }, ETAS);
    await eventually(() => expect(page.runs.state.current[0]?.points.length).toBeGreaterThan(1));
    page.hired[0].crash();
    expect(page.runs.state.note).toBe('A worker was lost. The others have taken up its run.');
    page.hired[1].crash();
    expect(page.runs.state).toMatchObject({
      phase: 'running',
      note: expect.stringMatching(/^The last worker was lost/) as string,
    });
    expect(page.hired).toHaveLength(3);
    await page.until('done');
    expect(page.runs.state.done).toBe(5);
  });

  it('ends the set where one is lost after the other; what is done stays, and it goes on when asked', async () => {
    const page = openPage(1);
    page.runs.start({ ...short, epochs: 12 }, ETAS);
    await page.done(1);
    const [first] = page.runs.state.runs;
    for (let i = 0; i < 3; i++) page.hired[i].crash();
    expect(page.runs.state).toMatchObject({ phase: 'failed', current: [], done: 1 });
    expect(page.runs.state.message).toMatch(/^The training stopped: its workers were lost/);
    page.runs.go();
    await page.until('done');
    expect(page.runs.state.runs[0]).toBe(first);
    expect(page.runs.state.message).toBeNull();
  });

  it('is said where the browser starts none', async () => {
    const page = openPage(4);
    page.refuse = true;
    page.runs.start(short, ETAS);
    await page.until('failed');
    expect(page.runs.state.message).toMatch(/did not start its workers/);
    page.refuse = false;
    page.runs.go();
    await page.until('done');
  });
});

describe('memory that is refused', () => {
  it('leaves the work to the workers that have room', async () => {
    let made = 0;
    const page = openPage(3, () => {
      const engine = createNetworkEngine(180);
      if (++made === 1) return engine;
      return {
        ...engine,
        add: () => {
          throw new RangeError('Array buffer allocation failed.');
        },
      };
    });
    page.runs.start(short, ETAS);
    await page.until('done');
    expect(curves(page)).toEqual(expected);
    expect(page.runs.state.note).toMatch(/^A worker was lost/);
  });

  it('ends the set, and says so, where none has room', async () => {
    const page = openPage(2, () => {
      throw new RangeError('There is no memory for it.');
    });
    page.runs.start(short, ETAS);
    await page.until('failed');
    expect(page.runs.state.message).toMatch(/There is no memory for it\.$/);
    expect(page.runs.state.done).toBe(0);
  });
});

it('says why digits do not come, keeps those that came, and asks for the rest again', async () => {
  const page = openPage();
  page.net.answers.set('train-2', new Error('cut'));
  page.runs.start(short, ETAS);
  await page.until('failed');
  expect(page.runs.state.message).toBe('The digits did not come. The download did not finish.');
  expect(page.runs.state.files).toEqual({ here: 2, wanted: 4 });
  page.net.answers.clear();
  page.runs.go();
  await page.until('done');
  expect(page.net.asked).toEqual(['test', 'train-1', 'train-2', 'train-2', 'train-3']);
  expect(curves(page)).toEqual(expected);
});

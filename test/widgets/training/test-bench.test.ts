import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readTestDigits } from '../../../src/commands/bench-files.ts';
import { openModel } from '../../../src/commands/models.ts';
import { bench as record, type Bench } from '../../../src/islands/bench.ts';
import { answersOf, scoreByLoops } from '../../../src/inside/bench/scored.ts';
import type { TestOrder, TestReport } from '../../../src/inside/bench/server.ts';
import { measureBench } from '../../../src/inside/bench/measure.ts';
import type { Network } from '../../../src/network/network.ts';
import type { WorkerLike } from '../../../src/training/worker-link.ts';
import {
  type Own,
  TestBench,
  type TestBenchStart,
} from '../../../src/widgets/training/test-bench/test-bench.svelte.ts';
import {
  cellWords,
  disputedWords,
  halvesWords,
  matrixWords,
  scoreWords,
  sheetWords,
  thresholdWords,
} from '../../../src/widgets/training/test-bench/test-bench-words.ts';

let site: Bench;
beforeAll(async () => {
  await record.load();
  site = record.value;
});
const digits = readTestDigits();

/** What the real worker says of these scores. */
function scoresOf(id: number, scores: Float64Array): TestReport {
  const scored = { count: digits.count, labels: digits.labels, scores };
  const answers = answersOf(scored);
  return {
    kind: 'scores',
    id,
    scores,
    answers,
    result: measureBench(scored, answers),
    seconds: 0.5,
  };
}

interface Stage {
  readonly bench: TestBench;
  readonly orders: TestOrder[];
  /** Answers the last order as the real worker would. */
  readonly answer: () => Promise<void>;
  readonly say: (report: TestReport) => void;
  setOwn: (own: Own | null) => void;
}

function stage(start: TestBenchStart = {}): Stage {
  const orders: TestOrder[] = [];
  let worker = new EventTarget();
  let own: Own | null = null;
  const link = {
    createWorker: () => {
      worker = new EventTarget();
      return Object.assign(worker, {
        postMessage: (order: TestOrder) => void orders.push(order),
        terminate: () => undefined,
      }) as WorkerLike;
    },
    everySecond: () => () => undefined,
  };
  const load = (name: Parameters<typeof openModel>[0]): Promise<Network> =>
    Promise.resolve(openModel(name));
  const bench = new TestBench({ link, bench: site, load, own: () => own }, start);
  const say = (data: TestReport): void => {
    worker.dispatchEvent(new MessageEvent('message', { data }));
  };
  let answered = 0;
  return {
    bench,
    orders,
    say,
    setOwn: (to) => (own = to),
    async answer() {
      await vi.waitFor(() => expect(orders.length).toBeGreaterThan(answered), { timeout: 10_000 });
      answered = orders.length;
      const { id, network } = orders[answered - 1];
      say({ kind: 'digits', digits });
      say(scoresOf(id, scoreByLoops(network, digits)));
      await vi.waitFor(() => expect(bench.awaited).toBeNull(), { timeout: 10_000 });
    },
  };
}

describe('before the digits are here', () => {
  it('shows what was measured, and the digits of the fullest cell', () => {
    const { bench, orders } = stage();
    expect(bench.cell).toBe(49);
    expect(bench.readings).toHaveLength(bench.inCell);
    expect(bench.chosen).toBe(bench.readings?.[0]);
    for (const reading of bench.readings ?? []) {
      expect(bench.digitAt(reading)?.label).toBe(4);
      expect(site.digits[bench.placeInPicture(reading)].index).toBe(reading.index);
    }
    expect(orders).toEqual([]);
    expect(bench.seconds).toBeNull();
  });

  it('has no digits of another cell, and says of an empty one that it is empty', () => {
    const { bench } = stage({ cell: 53 });
    expect(bench.readings).toBeNull();
    expect(bench.chosen).toBeNull();
    bench.open(10);
    expect(bench.inCell).toBe(0);
    expect(bench.readings).toEqual([]);
    expect(sheetWords(bench.result.confusion, 10)).toBe('No 1 was read as 0.');
  });

  it('shows another network of the site without asking for anything', () => {
    const { bench, orders } = stage();
    bench.put('recogniser');
    expect(bench.subject).toBe('recogniser');
    expect(bench.sizes.join('-')).toMatch(/^784-/);
    expect(orders).toEqual([]);
    expect(bench.canReset).toBe(true);
    bench.reset();
    expect([bench.subject, bench.canReset]).toEqual(['classic', false]);
  });
});

describe('once the digits are here', () => {
  it('opens any cell, the surest mistakes and the least sure hits first, thirty at most', async () => {
    const { bench, answer } = stage({ cell: 53 });
    void bench.test();
    expect(bench.waiting).toBe('The digits are on their way.');
    await answer();
    expect(bench.readings?.map(({ top }) => top)).toEqual(
      bench.readings?.map(({ top }) => top).sort((one, other) => other - one),
    );
    bench.open(44);
    expect(bench.readings).toHaveLength(30);
    expect(bench.readings?.map(({ top }) => top)).toEqual(
      bench.readings?.map(({ top }) => top).sort((one, other) => one - other),
    );
    expect(sheetWords(bench.result.confusion, 44)).toMatch(/^the 30 least sure of 9\d\d$/);
    expect(bench.seconds).toBe(0.5);
  });

  it('keeps the digits through a Reset, and looks them up when a cell is opened', async () => {
    const { bench, orders, answer } = stage();
    void bench.test();
    await answer();
    bench.reset();
    expect([bench.seconds, bench.hasDigits, bench.canReset]).toEqual([null, true, false]);
    expect(bench.readings).toHaveLength(bench.inCell);
    bench.open(53);
    await answer();
    expect(orders).toHaveLength(2);
    expect(bench.readings).toHaveLength(bench.inCell);
  });

  it('counts what was recorded', async () => {
    const { bench, answer } = stage();
    const before = bench.result;
    void bench.test();
    await answer();
    expect(bench.result.confusion).toEqual(before.confusion);
    expect(bench.result.halves).toEqual(before.halves);
  });

  it('tests a network of the reader’s own, follows it, and gives way to ours where it is gone', async () => {
    const { bench, orders, answer, setOwn } = stage();
    const one = { name: 'your network B', network: openModel('explainer') };
    setOwn(one);
    bench.put('own');
    expect(bench.subject).toBe('classic');
    await answer();
    expect(bench.subject).toBe('own');
    bench.follow(one);
    expect(orders).toHaveLength(1);
    const other = { name: 'your network C', network: openModel('explainer-b') };
    setOwn(other);
    bench.follow(other);
    await answer();
    expect(orders[1].network.sizes).toEqual([784, 16, 16, 10]);
    bench.follow(null);
    expect(bench.subject).toBe('classic');
  });

  it('keeps what it shows where a test fails, and where one was overtaken', async () => {
    const { bench, orders, say, setOwn } = stage();
    setOwn({ name: 'your network B', network: openModel('explainer') });
    bench.put('own');
    await vi.waitFor(() => expect(orders).toHaveLength(1), { timeout: 10_000 });
    say({ kind: 'failed', id: orders[0].id, message: 'The server answered 503.' });
    await vi.waitFor(() => expect(bench.trouble).toBe('The server answered 503.'), {
      timeout: 10_000,
    });
    expect([bench.subject, bench.awaited]).toEqual(['classic', null]);
    bench.put('own');
    bench.reset();
    await vi.waitFor(() => expect(orders).toHaveLength(2), { timeout: 10_000 });
    say({ kind: 'digits', digits });
    say(scoresOf(orders[1].id, new Float64Array(100_000)));
    await Promise.resolve();
    expect(bench.subject).toBe('classic');
  });
});

describe('its link', () => {
  it('brings back cell, digit, threshold, network and band', () => {
    const { bench } = stage();
    bench.fromLink({ net: 'explainer', cell: '94', t: '80', part: 'trust', digit: '12' });
    expect(bench.toLink()).toEqual({
      net: 'explainer',
      cell: '94',
      t: '80',
      part: 'trust',
      digit: '12',
    });
    const other = stage().bench;
    other.fromLink(bench.toLink());
    expect([other.subject, other.cell, other.threshold, other.part]).toEqual([
      'explainer',
      94,
      80,
      'trust',
    ]);
  });

  it('says which cell is the fullest, where the figure began with another', () => {
    const start = { subject: 'explainer', cell: 22 } as const;
    const { bench } = stage(start);
    bench.put('recogniser');
    const other = stage(start).bench;
    other.fromLink(bench.toLink());
    expect(other.cell).toBe(bench.fullest);
  });

  it('takes nothing strange', () => {
    const { bench } = stage();
    bench.fromLink({ net: 'own', cell: '100', t: '-1', part: 'x', digit: '10000' });
    expect(bench.toLink()).toEqual({});
    expect(bench.canReset).toBe(false);
  });
});

describe('its words', () => {
  it('show a third place of a score that two places would put on the other side of the threshold', () => {
    expect(scoreWords(0.5957, 0.6)).toBe('0.595');
    expect(scoreWords(0.5999, 0.6)).toBe('0.599');
    expect(scoreWords(0.6, 0.6)).toBe('0.60');
    expect(scoreWords(0.53, 0.6)).toBe('0.53');
  });

  it('are true of a network without mistakes, and of one that answers nothing', () => {
    const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 10);
    const scores = new Float64Array(200);
    labels.forEach((label, i) => (scores[10 * i + label] = 0.5));
    const result = measureBench({ count: 20, labels, scores });
    expect(matrixWords(result, 0)).toBe('It read 20 of 20 rightly.');
    expect(disputedWords(result)).not.toMatch(/NaN/);
    expect(halvesWords(result)).not.toMatch(/NaN/);
    expect(thresholdWords(90, 20, { answered: result.answered[90], right: result.right[90] })).toBe(
      'Below a score of 0.90 it says “not sure”. It answers none.',
    );
    expect(cellWords(result.confusion, 33)).toBe('meant 3, read as 3: 2 of 2');
  });

  it('say of one mistake that it is one', () => {
    const labels = Uint8Array.of(3, 4);
    const scores = new Float64Array(20);
    scores[8] = 0.95;
    scores[14] = 0.5;
    const result = measureBench({ count: 2, labels, scores });
    expect(matrixWords(result, 38)).toBe('It read 1 of 2 rightly. It took a 3 for an 8.');
  });
});

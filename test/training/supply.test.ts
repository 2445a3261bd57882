import { describe, expect, it, vi } from 'vitest';
import { Supply } from '../../src/training/supply.ts';
import { type Answer, eventually, FakeNet, manyTurns } from './fake-worker.ts';
import { chunks, contents, fileOf } from './small-digits.ts';

function createSupply() {
  const net = new FakeNet();
  const taken: string[] = [];
  const tell = vi.fn();
  const supply = new Supply({
    fetch: net.fetch,
    chunks,
    folder: '/digits/',
    take: (set, { count, labels }) => {
      const file = [...contents].find(([, digits]) => digits.labels.join() === labels.join());
      taken.push(`${count} to ${set}: ${file?.[0] ?? 'others'}`);
    },
    tell,
  });
  return { net, supply, taken, tell };
}

const ALL = [
  '50 to test: test',
  '60 to train: train-1',
  '60 to train: train-2',
  '60 to train: train-3',
];

describe('the supply of digits', () => {
  it('brings the test digits first, then as many to learn from as are wanted, and tells of each', async () => {
    const { supply, taken, net, tell } = createSupply();
    supply.load(61);
    await eventually(() => expect(taken).toEqual(ALL.slice(0, 3)));
    await eventually(() => expect(tell).toHaveBeenCalledTimes(3));
    expect(supply.trouble).toBeNull();
    supply.load(180);
    await eventually(() => expect(taken).toEqual(ALL));
    expect(net.asked).toEqual(['test', 'train-1', 'train-2', 'train-3']);
  });

  it('brings more when more is wanted on the way', async () => {
    const { supply, taken } = createSupply();
    supply.load(1);
    supply.load(180);
    await eventually(() => expect(taken).toEqual(ALL));
  });

  const big = fileOf('train-2');
  it.each<[what: string, answer: Answer, says: string]>([
    ['is not there', 404, 'The server answered 404.'],
    ['breaks off', new TypeError('network'), 'The download did not finish.'],
    ['is cut short', big.slice(0, -9), 'What arrived is not the digits.'],
    ['is a page', new TextEncoder().encode('<!doctype html>'), 'What arrived is not the digits.'],
    ['holds another number of digits', fileOf('test'), 'What arrived is not the digits.'],
  ])(
    'keeps what has come when a file %s, says why, and goes on when asked again',
    async (_, answer, says) => {
      const { supply, taken, net, tell } = createSupply();
      net.answers.set('train-2', answer);
      supply.load(180);
      await eventually(() => expect(supply.trouble).toBe(says));
      expect(taken).toEqual(ALL.slice(0, 2));
      await eventually(() => expect(tell).toHaveBeenCalledTimes(3));
      net.answers.clear();
      supply.load(180);
      expect(supply.trouble).toBeNull();
      await eventually(() => expect(taken).toEqual(ALL));
      expect(net.asked.filter((name) => name === 'train-1')).toHaveLength(1);
    },
  );

  it('says so when there is no room', async () => {
    const net = new FakeNet();
    const take = (): never => {
      throw new Error('The kernel is full.');
    };
    const supply = new Supply({ fetch: net.fetch, chunks, folder: '/', take, tell: vi.fn() });
    supply.load(180);
    await eventually(() =>
      expect(supply.trouble).toBe('There is no room for them. The kernel is full.'),
    );
  });

  it('says while something is on its way, and while what came is not digits yet', async () => {
    const net = new FakeNet();
    const now = (): boolean[] => [supply.isLoading, supply.isUnpacking];
    const [taken, told]: boolean[][][] = [[], []];
    const supply = new Supply({
      ...{ fetch: net.fetch, chunks, folder: '/' },
      take: () => void taken.push(now()),
      tell: () => void told.push(now()),
    });
    expect(now()).toEqual([false, false]);
    net.answers.set('train-2', fileOf('test'));
    net.hold();
    supply.load(180);
    await eventually(() => expect(net.asked).toEqual(['test']));
    expect(now()).toEqual([true, false]);
    net.letGo();
    await eventually(() => expect(told).toHaveLength(3));
    expect(taken).toEqual([
      [true, true],
      [true, true],
    ]);
    // The third is not what it should be: it waits for nothing more.
    expect(told).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ]);
    net.answers.clear();
    supply.load(180);
    await eventually(() =>
      expect(told.slice(3)).toEqual([
        [true, false],
        [false, false],
      ]),
    );
  });

  it('unpacks nothing any more once it is stopped', async () => {
    const { supply, taken } = createSupply();
    supply.load(180);
    while (!supply.isUnpacking) await new Promise((resolve) => setImmediate(resolve));
    const before = taken.length;
    supply.stop();
    expect([supply.isLoading, supply.isUnpacking]).toEqual([false, false]);
    await manyTurns();
    expect(taken).toHaveLength(before);
    expect([supply.isLoading, supply.isUnpacking]).toEqual([false, false]);
  });

  it('stops when told to, in the middle of a file, and goes on later with nothing twice', async () => {
    const { supply, taken, net } = createSupply();
    net.hold();
    supply.load(180);
    await eventually(() => expect(net.asked).toEqual(['test']));
    supply.stop();
    supply.load(180);
    net.letGo();
    await eventually(() => expect(taken).toEqual(ALL));
    expect(net.asked).toEqual(['test', 'test', 'train-1', 'train-2', 'train-3']);
    expect(supply.trouble).toBeNull();
  });
});

/** The shelf on a real device: IndexedDB, a second connection, a store that somebody has damaged, and forgetting. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DATABASE, SHELF_CHANGED } from '../../src/reader/device.ts';
import { forget } from '../../src/reader/forget.ts';
import { browserDisk } from '../../src/reader/shelf-disk.ts';
import { ReaderShelf } from '../../src/reader/shelf.svelte.ts';
import type { EtaSet } from '../../src/training/etas/eta-set.ts';
import { networkFrom, parametersOf } from '../../src/training/runs/parameters.ts';
import type { EndedRun } from '../../src/training/runs/record.ts';
import { MOST_RUNS } from '../../src/training/runs/shelf.ts';
import { endedRunOf, pointsTo } from '../training/runs/runs.ts';

const run = endedRunOf(1);

/** As large as a network here may be, in single precision. */
function large(seed: number): EndedRun {
  const double = endedRunOf(seed, [784, 300, 100, 10]);
  const network = networkFrom(double.plan.sizes, Float32Array.from(parametersOf(double.network)));
  if (network === null) throw new Error('These are numbers.');
  return { ...double, network };
}

const thirty: EtaSet = {
  ...{ plan: run.plan, etas: [0.1, 1], engine: 'network', seconds: 9 },
  runs: [{ eta: 0.1, points: pointsTo(3), seconds: 2, trouble: null }, null],
};

beforeEach(async () => {
  await forget();
});

/** Puts something into a store behind the shelf's back. */
function meddle(act: (database: IDBDatabase) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    request.onerror = () => reject(request.error ?? new Error('no'));
    request.onsuccess = () => {
      act(request.result);
      request.result.close();
      resolve();
    };
  });
}

describe('the shelf on the device', () => {
  it('keeps runs to the last bit, and a set of thirty', async () => {
    const added = await browserDisk.add(run, 0);
    await browserDisk.add(run, 0);
    await browserDisk.putThirty(thirty);
    const { runs, thirty: set } = await browserDisk.read();
    expect(runs.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect(runs[0]).toEqual(added);
    expect(runs[0].network).toEqual(run.network);
    expect(set).toEqual(thirty);
    await browserDisk.remove(0);
    await browserDisk.putThirty(null);
    expect(await browserDisk.read()).toMatchObject({ runs: [{ letter: 'B' }], thirty: null });
  });

  it('has room for eight of the largest networks, and for no ninth', async () => {
    const one = large(1);
    for (let i = 0; i < MOST_RUNS; i++) await browserDisk.add(one, 0);
    expect(await browserDisk.add(run, 0)).toBeNull();
    const { runs } = await browserDisk.read();
    expect(runs).toHaveLength(MOST_RUNS);
    expect(runs[7].network).toEqual(one.network);
  });

  it('gives two pages that add at once two letters', async () => {
    const pages = [new ReaderShelf(browserDisk), new ReaderShelf(browserDisk)];
    const added = await Promise.all(pages.map((page) => page.add(run)));
    expect(added.map((record) => record?.letter).sort()).toEqual(['A', 'B']);
  });

  it('passes over what somebody else has put there', async () => {
    await browserDisk.add(run, 0);
    await meddle((database) => {
      const stores = database.transaction(['runs', 'sets'], 'readwrite');
      stores.objectStore('runs').put({ serial: 7, letter: '<b>', numbers: 'all' });
      stores.objectStore('sets').put({ etas: [NaN] }, 'thirty');
    });
    expect(await browserDisk.read()).toMatchObject({ runs: [{ letter: 'A' }], thirty: null });
  });

  it('tells other pages, and is gone for all of them when all was forgotten', async () => {
    const shelf = new ReaderShelf(browserDisk);
    const end = shelf.begin();
    await shelf.add(run);
    const before = localStorage.getItem(SHELF_CHANGED);
    expect(before).not.toBeNull();
    // What another page does.
    await browserDisk.add(run, 0);
    const now = localStorage.getItem(SHELF_CHANGED);
    expect(now).not.toBe(before);
    dispatchEvent(new StorageEvent('storage', { key: SHELF_CHANGED, newValue: now }));
    await expect.poll(() => shelf.runs.length).toBe(2);
    expect(await forget()).toBe(true);
    dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(shelf.runs).toEqual([]);
    expect(await browserDisk.read()).toEqual({ runs: [], thirty: null });
    end();
  });
});

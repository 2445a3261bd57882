/** The drawings on a real device: IndexedDB, a database from before there were drawings, damage, and forgetting. */
import { beforeEach, expect, it } from 'vitest';
import { DATABASE } from '../../../src/reader/device.ts';
import { browserDrawings, DRAWINGS_CHANGED } from '../../../src/reader/drawings/disk.ts';
import { forget } from '../../../src/reader/forget.ts';
import { browserDisk } from '../../../src/reader/shelf-disk.ts';

const strokes = [{ points: [0.25, 0.25, 0.5, 0.75], width: 0.07, erase: false }];

beforeEach(async () => {
  await forget();
});

it('keeps drawings, says anew what they are, and forgets them', async () => {
  const first = await browserDrawings.add({ strokes, label: 1, said: 1 });
  const second = await browserDrawings.add({ strokes, label: null, said: 7 });
  expect(second).toBeGreaterThan(first);
  await browserDrawings.label(second, 2);
  expect(await browserDrawings.read()).toEqual([
    { serial: first, strokes, label: 1, said: 1 },
    { serial: second, strokes, label: 2, said: 7 },
  ]);
  expect(localStorage.getItem(DRAWINGS_CHANGED)).not.toBeNull();
  await browserDrawings.remove([first]);
  expect(await browserDrawings.read()).toHaveLength(1);
  await browserDrawings.remove('all');
  expect(await browserDrawings.read()).toEqual([]);
});

it('lets two pages add at once, and gives no serial twice', async () => {
  const serials = await Promise.all(
    Array.from({ length: 20 }, (_, i) => browserDrawings.add({ strokes, label: i % 10, said: 1 })),
  );
  expect(new Set(serials).size).toBe(20);
});

it('finds its place in a database that a page from before had made', async () => {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('runs', { keyPath: 'serial' });
      request.result.createObjectStore('sets');
    };
    request.onerror = () => reject(request.error ?? new Error('no'));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  await browserDrawings.add({ strokes, label: 1, said: 1 });
  expect(await browserDrawings.read()).toHaveLength(1);
  expect(await browserDisk.read()).toEqual({ runs: [], thirty: null });
});

it('is gone with all that the site keeps', async () => {
  await browserDrawings.add({ strokes, label: 1, said: 1 });
  expect(await forget()).toBe(true);
  expect(localStorage.getItem(DRAWINGS_CHANGED)).toBeNull();
  expect(await browserDrawings.read()).toEqual([]);
});

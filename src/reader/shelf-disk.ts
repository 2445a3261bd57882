/**
 * Where the shelf of runs is kept: in IndexedDB, for it takes numbers as they are and has room for eight networks of a megabyte each,
 * where localStorage has five in all and would hold up the page while it writes. Each change is one transaction that first looks what is
 * there, so that two pages of the site never give the same letter twice. A connection is opened for each change and closed after it: one
 * that stayed open would keep another page from forgetting all.
 */
import * as v from 'valibot';
import { type EtaSet, etaSetSchema } from '@/training/etas/eta-set.ts';
import { type EndedRun, readRun, type RunRecord, writeRun } from '@/training/runs/record.ts';
import { nameRun, type Shelf } from '@/training/runs/shelf.ts';
import { DATABASE, listenFor, SHELF_CHANGED } from './device.ts';

/** A place to keep a shelf in. All may reject, where the browser keeps nothing, or has no more room: QuotaExceededError. */
export interface ShelfDisk {
  read(): Promise<Shelf>;
  /** Gives a run its letter, as `nameRun` does, and keeps it. @returns null where there is no room */
  add(run: EndedRun | RunRecord, least: number): Promise<RunRecord | null>;
  remove(serial: number): Promise<void>;
  /** Keeps a set of thirty in place of the one before; null keeps none. */
  putThirty(thirty: EtaSet | null): Promise<void>;
  /** From now on tells that another page of the site has changed it, or that all was forgotten. @returns ends it */
  listen(onchange: (wasForgotten: boolean) => void): () => void;
}

const RUNS = 'runs';
const SETS = 'sets';
/** The one key of the store of sets. */
const THIRTY = 'thirty';

/** The browser's own. */
export const browserDisk: ShelfDisk = {
  async read() {
    return withStores('readonly', async (runs, sets) => {
      const asked = [answer<unknown[]>(runs.getAll()), answer<unknown>(sets.get(THIRTY))] as const;
      const [found, thirty] = await Promise.all(asked);
      return { runs: readAll(found), thirty: readThirty(thirty) };
    });
  },
  async add(run, least) {
    const record = await withStores('readwrite', async (runs) => {
      const named = nameRun(readAll(await answer(runs.getAll())), run, least);
      if (named) await answer(runs.put(writeRun(named)));
      return named;
    });
    if (record) tell();
    return record;
  },
  async remove(serial) {
    await withStores('readwrite', (runs) => answer(runs.delete(serial)));
    tell();
  },
  async putThirty(thirty) {
    await withStores('readwrite', (_, sets) =>
      thirty === null
        ? answer(sets.delete(THIRTY))
        : answer(sets.put(thirty, THIRTY)).then(() => undefined),
    );
    tell();
  },
  listen: (onchange) => listenFor(SHELF_CHANGED, onchange),
};

/** Those that make sense, in the order in which they came. */
function readAll(found: readonly unknown[]): RunRecord[] {
  return found
    .flatMap((value) => readRun(value) ?? [])
    .sort((one, other) => one.serial - other.serial);
}

function readThirty(value: unknown): EtaSet | null {
  const { success, output } = v.safeParse(etaSetSchema, value);
  return success ? output : null;
}

/** Tells other pages of the site; where the browser denies even that, they find out when they are loaded. */
function tell(): void {
  try {
    localStorage.setItem(SHELF_CHANGED, crypto.randomUUID());
  } catch {
    // Denied or full.
  }
}

/** Does something in one transaction. @returns what it came to, once it is on the disk */
async function withStores<T>(
  mode: IDBTransactionMode,
  act: (runs: IDBObjectStore, sets: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction([RUNS, SETS], mode);
    const isOver = over(transaction);
    const [value] = await Promise.all([
      act(transaction.objectStore(RUNS), transaction.objectStore(SETS)),
      isOver,
    ]);
    return value;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(RUNS, { keyPath: 'serial' });
    request.result.createObjectStore(SETS);
  };
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The store did not answer.'));
  });
}

function over(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The store gave up.'));
  });
}

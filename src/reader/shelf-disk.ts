/**
 * Where the shelf of runs is kept: in IndexedDB, for it takes numbers as they are and has room for eight networks of a megabyte each,
 * where localStorage has five in all and would hold up the page while it writes. Each change is one transaction that first looks what is
 * there, so that two pages of the site never give the same letter twice.
 */
import * as v from 'valibot';
import { type EtaSet, etaSetSchema } from '@/training/etas/eta-set.ts';
import { type EndedRun, readRun, type RunRecord, writeRun } from '@/training/runs/record.ts';
import { nameRun, type Shelf } from '@/training/runs/shelf.ts';
import { answer, RUNS, SETS, tellOthers, withStores } from './database.ts';
import { listenFor, SHELF_CHANGED } from './device.ts';

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

const STORES = [RUNS, SETS];
/** The one key of the store of sets. */
const THIRTY = 'thirty';

/** The browser's own. */
export const browserDisk: ShelfDisk = {
  async read() {
    return withStores(STORES, 'readonly', async (runs, sets) => {
      const asked = [answer<unknown[]>(runs.getAll()), answer<unknown>(sets.get(THIRTY))] as const;
      const [found, thirty] = await Promise.all(asked);
      return { runs: readAll(found), thirty: readThirty(thirty) };
    });
  },
  async add(run, least) {
    const record = await withStores(STORES, 'readwrite', async (runs) => {
      const named = nameRun(readAll(await answer(runs.getAll())), run, least);
      if (named) await answer(runs.put(writeRun(named)));
      return named;
    });
    if (record) tellOthers(SHELF_CHANGED);
    return record;
  },
  async remove(serial) {
    await withStores(STORES, 'readwrite', (runs) => answer(runs.delete(serial)));
    tellOthers(SHELF_CHANGED);
  },
  async putThirty(thirty) {
    await withStores(STORES, 'readwrite', (_, sets) =>
      thirty === null
        ? answer(sets.delete(THIRTY))
        : answer(sets.put(thirty, THIRTY)).then(() => undefined),
    );
    tellOthers(SHELF_CHANGED);
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

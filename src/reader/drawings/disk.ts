import { answer, DRAWINGS, tellOthers, withStores } from '../database.ts';
import { listenFor, PREFIX } from '../device.ts';
import { type KeptDrawing, type NewDrawing, readKept, writeKept } from './kept.ts';

/** A place to keep drawings in. All may reject, where the browser keeps nothing, or has no more room: QuotaExceededError. */
export interface DrawingsDisk {
  /** In the order in which they came. */
  read(): Promise<readonly KeptDrawing[]>;
  /** Keeps one. @returns its serial, which no other page gives again */
  add(drawing: NewDrawing): Promise<number>;
  /** Keeps what the reader says that one is. */
  label(serial: number, label: number): Promise<void>;
  /** Forgets some, or all there are. */
  remove(serials: readonly number[] | 'all'): Promise<void>;
  /** From now on tells that another page of the site has changed them, or that all was forgotten. @returns ends it */
  listen(onchange: (wasForgotten: boolean) => void): () => void;
}

const STORES = [DRAWINGS];
/** Changes whenever they do, for other pages to know; gone when all was forgotten. */
export const DRAWINGS_CHANGED = `${PREFIX}drawings`;

/** The browser's own. */
export const browserDrawings: DrawingsDisk = {
  async read() {
    const found = await withStores(STORES, 'readonly', (drawings) =>
      answer<unknown[]>(drawings.getAll()),
    );
    return found.flatMap((value) => readKept(value) ?? []);
  },
  async add(drawing) {
    const written = writeKept(drawing);
    if (written === null) throw new Error('This drawing has no ink, or too much of it.');
    const serial = await withStores(STORES, 'readwrite', (drawings) =>
      answer(drawings.add(written)),
    );
    tellOthers(DRAWINGS_CHANGED);
    return Number(serial);
  },
  async label(serial, label) {
    await withStores(STORES, 'readwrite', async (drawings) => {
      const kept = readKept(await answer<unknown>(drawings.get(serial)));
      const written = kept && writeKept({ ...kept, label });
      if (written) await answer(drawings.put({ ...written, serial }));
    });
    tellOthers(DRAWINGS_CHANGED);
  },
  async remove(serials) {
    await withStores(STORES, 'readwrite', async (drawings) => {
      if (serials === 'all') await answer(drawings.clear());
      else await Promise.all(serials.map((serial) => answer(drawings.delete(serial))));
    });
    tellOthers(DRAWINGS_CHANGED);
  },
  listen: (onchange) => listenFor(DRAWINGS_CHANGED, onchange),
};

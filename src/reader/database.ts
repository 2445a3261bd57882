/**
 * The database of this site on the device. A connection is opened for each change and closed after it: one that stayed open would keep
 * another page from forgetting all.
 */
import { DATABASE } from './device.ts';

/** The shelf of runs, the one set of thirty, the reader's drawings. */
export const RUNS = 'runs';
export const SETS = 'sets';
export const DRAWINGS = 'drawings';

/** 1 had no drawings. */
const VERSION = 2;

/** Does something in one transaction. @returns what it came to, once it is on the disk */
export async function withStores<T>(
  names: readonly string[],
  mode: IDBTransactionMode,
  act: (...stores: readonly IDBObjectStore[]) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(names, mode);
    const isOver = over(transaction);
    const stores = names.map((name) => transaction.objectStore(name));
    const [value] = await Promise.all([act(...stores), isOver]);
    return value;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    const { result: database } = request;
    const lacks = (name: string): boolean => !database.objectStoreNames.contains(name);
    if (lacks(RUNS)) database.createObjectStore(RUNS, { keyPath: 'serial' });
    if (lacks(SETS)) database.createObjectStore(SETS);
    if (lacks(DRAWINGS)) {
      database.createObjectStore(DRAWINGS, { keyPath: 'serial', autoIncrement: true });
    }
  };
  return answer(request);
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
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

/** Tells other pages of the site that something has changed; where the browser denies even that, they find out when they are loaded. */
export function tellOthers(name: string): void {
  try {
    localStorage.setItem(name, crypto.randomUUID());
  } catch {
    // Denied or full.
  }
}

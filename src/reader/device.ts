/**
 * What is kept on the reader's device, and nowhere else. What must be there at once, before the first change is painted, is in
 * localStorage: a few kilobytes, and a network of the reader's own (own-network.ts). A database answers later, and holds the shelf of
 * runs (shelf-disk.ts) and the drawings (drawings/).
 * Where the browser denies storage, or it is full, or holds nonsense, everything goes on without, and nothing is thrown.
 */
import { isRecord } from './record.ts';

/** Names of what is kept by us start so; the theme's (public/theme.js) is older. */
export const PREFIX = 'nought-to-nine:';
const READER = `${PREFIX}reader`;
/** The network that the reader uses everywhere on the site. */
export const OWN_NETWORK = `${PREFIX}network`;
/** Changes whenever the shelf of runs does, for other pages to know; gone when all was forgotten. */
export const SHELF_CHANGED = `${PREFIX}shelf`;
/** The database that the shelf and the drawings are kept in. */
export const DATABASE = 'nought-to-nine';

/** Text far longer than anything of ours is not ours. */
const MOST_CHARACTERS = 100_000;

/** What was kept of the reader's own state, unchecked; an empty object where there is nothing, or nothing that can be read. */
export function recall(): Readonly<Record<string, unknown>> {
  try {
    const text = localStorage.getItem(READER);
    if (text === null || text.length > MOST_CHARACTERS) return {};
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** How long changes may wait for more of them, in milliseconds: while one draws there are sixty a second. */
const REST = 150;

let waiting: Readonly<Record<string, unknown>> | null = null;

/**
 * Keeps what has changed, soon, beside what another page of the site may have kept since; if the browser lets us.
 * @param changes by name; what is undefined is kept no longer, and of `guesses` only those that are named are kept anew
 */
export function keep(changes: Readonly<Record<string, unknown>>): void {
  if (waiting === null) setTimeout(keepNow, REST);
  waiting = merged(waiting ?? {}, changes);
}

/** Keeps at once what waits to be kept: the page may be about to go. */
export function keepNow(): void {
  if (waiting === null) return;
  const kept = merged(recall(), waiting);
  waiting = null;
  try {
    localStorage.setItem(READER, JSON.stringify(kept));
  } catch {
    // Denied or full: it lasts as long as the page.
  }
}

function merged(
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const guesses = [before['guesses'], changes['guesses']].filter(isRecord);
  return {
    ...before,
    ...changes,
    ...(guesses.length === 0 ? {} : { guesses: Object.assign({}, ...guesses) as unknown }),
  };
}

/** From now on tells what another page of the site has kept of the reader's state; null where it, or this one, has forgotten all. */
export function listen(onchange: (kept: Readonly<Record<string, unknown>> | null) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && key !== READER) return;
    if (newValue === null) waiting = null;
    onchange(newValue === null ? null : recall());
  });
  addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepNow();
  });
}

/** What waits to be kept is not: all is about to be forgotten. */
export function keepNothing(): void {
  waiting = null;
}

/** Whether something is kept under a name; false where the browser denies storage. */
export function isKept(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

/** Keeps nothing under a name any more, if the browser lets us. */
export function forgetOne(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Denied: nothing is kept there.
  }
}

/** From now on tells when another page of the site has changed what is kept under a name, or all was forgotten. @returns ends it */
export function listenFor(name: string, onchange: (wasForgotten: boolean) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key === null || key === name) onchange(newValue === null);
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

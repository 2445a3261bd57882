/**
 * What is kept on the reader's device, and nowhere else. A few kilobytes that must be there at once, before the first change is painted:
 * that is localStorage; a database answers later, and a network of the reader's own is kept as its plan, not as its weights.
 * Where the browser denies storage, or it is full, or holds nonsense, everything goes on without, and nothing is thrown.
 */

/** Names of what is kept by us start so; the theme's (public/theme.js) is older. */
const PREFIX = 'nought-to-nine:';
const THEME = 'theme';
const READER = `${PREFIX}reader`;

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

/** Keeps it, if the browser lets us. */
export function keep(kept: Readonly<Record<string, unknown>>): void {
  try {
    localStorage.setItem(READER, JSON.stringify(kept));
  } catch {
    // Denied or full: it lasts as long as the page.
  }
}

/**
 * Removes all that this site keeps on the device: the reader's choices, drawing and guesses, a training under way, the theme.
 * @returns false where the browser denies storage, so that nothing can have been kept
 */
export function forget(): boolean {
  try {
    const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i));
    for (const name of names) {
      if (name !== null && (name === THEME || name.startsWith(PREFIX))) {
        localStorage.removeItem(name);
      }
    }
    return true;
  } catch {
    return false;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

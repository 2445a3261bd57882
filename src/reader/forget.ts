/** Forgets all that this site keeps on the device. */
import { DATABASE, keepNothing, PREFIX } from './device.ts';

/** Under which public/theme.js keeps the theme. */
const THEME = 'theme';

/**
 * Removes all that this site keeps on the device: the reader's choices, drawing and guesses, a training under way, the shelf of runs, a
 * network of the reader's own, the theme.
 * @returns when it is gone: false where the browser denies storage, so that nothing can have been kept
 */
export async function forget(): Promise<boolean> {
  keepNothing();
  const wasAllowed = forgetTexts();
  return (await forgetDatabase()) || wasAllowed;
}

function forgetTexts(): boolean {
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

/** @returns when there is no such database any more: false where the browser denies databases */
function forgetDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      // Where a page is just writing, this waits until it has.
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}

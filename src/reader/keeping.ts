/** What all that keep something on the device have in common. */

/** Why something is not kept: the device has no more room, or the browser lets the site keep nothing. */
export type NotKept = 'full' | 'denied';

/** @param error what came of trying */
export function whyNotKept(error: unknown): NotKept {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';
}

/** @returns does what it is given after all that it was given before; what fails keeps nothing behind it from its turn */
export function inTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const acted = last.then(act);
    last = acted.catch(() => undefined);
    return acted;
  };
}

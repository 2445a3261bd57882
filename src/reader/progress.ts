/** Which chapters were read to their end: kept on the device, and nowhere else. */

const KEY = 'nought-to-nine:read';
const CHAPTERS = 7;

/** The numbers of the chapters that were read, in order; none where nothing is kept, or nonsense. */
export function chaptersRead(): number[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(value)) return [];
    return Array.from({ length: CHAPTERS }, (_, i) => i + 1).filter((n) => value.includes(n));
  } catch {
    return [];
  }
}

/** Notes that a chapter was read, if the browser lets us. @param chapter 1 to 7 */
export function noteRead(chapter: number): void {
  const read = chaptersRead();
  if (read.includes(chapter)) return;
  try {
    localStorage.setItem(KEY, JSON.stringify([...read, chapter]));
  } catch {
    // Denied or full: nothing is remembered.
  }
}

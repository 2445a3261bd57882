/** Which chapters were read to their end, and where the reader left off: kept on the device, and nowhere else. */
import { isRecord } from './record.ts';

const KEY = 'nought-to-nine:progress';
const CHAPTERS = 7;

export interface Progress {
  /** The numbers of the chapters that were read to the end, in order. */
  readonly read: readonly number[];
  /** Where the reader was last. */
  readonly at: Place | null;
}

export interface Place {
  /** 1 to 7. */
  readonly chapter: number;
  /** The id of a section's heading: letters, digits and hyphens. */
  readonly section: string;
}

/** What was kept, as far as it makes sense. */
export function progress(): Progress {
  let kept: unknown;
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    // Denied, or nonsense: as if there were nothing.
  }
  if (!isRecord(kept)) return { read: [], at: null };
  const { read, at } = kept;
  return {
    read: Array.isArray(read)
      ? [...new Set(read.filter(isChapter))].sort((one, other) => one - other)
      : [],
    at: isPlace(at) ? { chapter: at.chapter, section: at.section } : null,
  };
}

/** Notes that a chapter was read to its end, if the browser lets us. @param chapter 1 to 7 */
export function noteRead(chapter: number): void {
  const { read } = progress();
  keep({ read: [...new Set([...read, chapter])], at: null });
}

/** Notes the section that is being read, if the browser lets us. */
export function noteAt(place: Place): void {
  keep({ ...progress(), at: place });
}

function keep(now: Progress): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // Denied or full: nothing is remembered.
  }
}

function isChapter(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= CHAPTERS;
}

function isPlace(value: unknown): value is Place {
  if (!isRecord(value)) return false;
  const { chapter, section } = value;
  return isChapter(chapter) && typeof section === 'string' && /^[a-z0-9-]{1,80}$/.test(section);
}

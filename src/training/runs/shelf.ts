/** The shelf of runs, as plain values: what is on it, and what comes of putting something there or throwing it away. */
import type { EtaSet } from '../etas/eta-set.ts';
import type { EndedRun, RunRecord } from './record.ts';

/** As many curves as one plot can carry and letters tell apart; of the largest networks they take some 9 MB. */
export const MOST_RUNS = 8;

export interface Shelf {
  /** In the order in which they came. */
  readonly runs: readonly RunRecord[];
  /** The one set of thirty; null where none was trained. */
  readonly thirty: EtaSet | null;
}

export const EMPTY_SHELF: Shelf = { runs: [], thirty: null };

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The number and the letter of the next run: A, B, C …, after Z from A again, never one that is in use.
 * @param least the number that it has at the least, so that no letter is given twice while somebody may remember it
 */
export function nextName(
  runs: readonly Pick<RunRecord, 'serial' | 'letter'>[],
  least = 0,
): Pick<RunRecord, 'serial' | 'letter'> {
  let serial = Math.max(least, ...runs.map((run) => run.serial + 1));
  const letterAt = (): string => LETTERS[serial % LETTERS.length];
  while (runs.some(({ letter }) => letter === letterAt())) serial++;
  return { serial, letter: letterAt() };
}

/**
 * A run with its letter, to be put on the shelf: one that comes back keeps the letter that it had, where that is free.
 * @param least see nextName
 * @returns null where there is no room for another
 */
export function nameRun(
  runs: readonly RunRecord[],
  run: EndedRun | RunRecord,
  least = 0,
): RunRecord | null {
  if (runs.length >= MOST_RUNS) return null;
  const isNamed =
    'letter' in run &&
    runs.every(({ serial, letter }) => serial !== run.serial && letter !== run.letter);
  return isNamed ? run : { ...run, ...nextName(runs, least) };
}

/** What is said where a ninth run comes. */
export const SHELF_FULL = `The shelf holds ${MOST_RUNS} runs. Which one should be thrown away for this one?`;

import { piece } from '@/islands/in-pieces.ts';

/** What is asked between two portions of work. */
export interface Manners {
  /** Whether nobody wants the work any more. */
  readonly isOver: () => boolean;
  /** Whether something goes on that it must not hold up: a pen that draws. */
  readonly mustWait: () => boolean;
}

/** Between two looks whether the pen is up; milliseconds. */
const REST = 50;

/**
 * As `breathing` of islands/in-pieces.ts, with manners: nothing is done while it must wait, and no more once it is over.
 * @returns null where it was given up
 */
export async function politely<T>(
  work: Generator<unknown, T>,
  manners: Manners,
): Promise<T | null> {
  for (;;) {
    while (manners.mustWait() && !manners.isOver()) await after(REST);
    if (manners.isOver()) return null;
    const step = piece(work);
    if (step.done === true) return step.value;
    await after(0);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((go) => setTimeout(go, milliseconds));
}

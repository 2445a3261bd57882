/** What is asked between two portions of work. */
export interface Manners {
  /** Whether nobody wants the work any more. */
  readonly isOver: () => boolean;
  /** Whether something goes on that it must not hold up: a pen that draws. */
  readonly mustWait: () => boolean;
}

/** After so long the page gets its turn, and between two looks whether the pen is up; milliseconds. */
const PIECE = 6;
const REST = 50;

/**
 * Does work that comes in portions between what the page has to do: none of it while it must wait, and no more once it is over.
 * @returns null where it was given up
 */
export async function politely<T>(
  work: Generator<unknown, T>,
  manners: Manners,
): Promise<T | null> {
  for (;;) {
    while (manners.mustWait() && !manners.isOver()) await after(REST);
    if (manners.isOver()) return null;
    const began = performance.now();
    do {
      const { done, value } = work.next();
      if (done === true) return value;
    } while (performance.now() - began < PIECE);
    await after(0);
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((go) => setTimeout(go, milliseconds));
}

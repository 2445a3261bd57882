/** After so long the page gets its turn; milliseconds. A phone is four times as slow, and still answers a finger. */
const PIECE = 8;

/** Goes on with work that comes in portions until the page is to have its turn. @returns its end, or what it yielded last */
export function piece<Y, T>(work: Generator<Y, T>): IteratorResult<Y, T> {
  const began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true || performance.now() - began > PIECE) return step;
  }
}

/**
 * Does work that comes in portions, and lets the page breathe in between, so that no finger waits for all of it.
 * @param tell hears at each breath what was yielded last
 */
export async function breathing<Y, T>(
  work: Generator<Y, T>,
  tell?: (soFar: Y) => void,
): Promise<T> {
  for (;;) {
    const step = piece(work);
    if (step.done === true) return step.value;
    tell?.(step.value);
    await new Promise((go) => setTimeout(go));
  }
}

/** Works out many things one by one, in the same way. */
export function inPieces<T>(count: number, work: (i: number) => T): Promise<T[]> {
  return breathing(
    (function* () {
      const done: T[] = [];
      for (let i = 0; i < count; i++) {
        done[i] = work(i);
        yield;
      }
      return done;
    })(),
  );
}

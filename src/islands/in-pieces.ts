/** After so long the page gets its turn; milliseconds. A phone is four times as slow, and still answers a finger. */
const PIECE = 8;

/** Does work that comes in portions, and lets the page breathe in between, so that no finger waits for all of it. */
export async function breathing<T>(work: Generator<unknown, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - began > PIECE) {
      await new Promise((go) => setTimeout(go));
      began = performance.now();
    }
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

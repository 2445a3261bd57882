/** After so long the page gets its turn; milliseconds. A phone is four times as slow, and still answers a finger. */
const PIECE = 8;

/** Works on many things one by one, and lets the page breathe in between, so that no finger waits for all of them. */
export async function inPieces<T, U>(
  things: readonly T[],
  work: (thing: T, i: number) => U,
): Promise<U[]> {
  const done: U[] = [];
  let began = performance.now();
  for (const [i, thing] of things.entries()) {
    if (performance.now() - began > PIECE) {
      await new Promise((go) => setTimeout(go));
      began = performance.now();
    }
    done.push(work(thing, i));
  }
  return done;
}

/** After so long the page gets its turn; milliseconds. A phone is four times as slow, and still answers a finger. */
const PIECE = 8;

/** Works out many things one by one, and lets the page breathe in between, so that no finger waits for all of them. */
export async function inPieces<T>(count: number, work: (i: number) => T): Promise<T[]> {
  const done: T[] = [];
  let began = performance.now();
  for (let i = 0; i < count; i++) {
    if (performance.now() - began > PIECE) {
      await new Promise((go) => setTimeout(go));
      began = performance.now();
    }
    done[i] = work(i);
  }
  return done;
}

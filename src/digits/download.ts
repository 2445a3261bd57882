/** An error with a message for the reader. */
type Failure = new (message: string, options?: ErrorOptions) => Error;

/** So long may a download stand still before it is given up, in seconds: a phone that changes from one mast to the next is back by then. */
export const PATIENCE = 20;

/**
 * The bytes of one of the site's own files. As long as some keep coming, it may take any time.
 * @param ask asks for it; the signal gives the request up
 * @throws Failure with a plain message, when the server has no such file, or the download breaks off or stands still
 */
export async function download(
  ask: (signal: AbortSignal) => Promise<Response>,
  Failure: Failure,
): Promise<Uint8Array<ArrayBuffer>> {
  const stalled = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), 1000 * PATIENCE);
  };
  try {
    goOn();
    const response = await ask(stalled.signal);
    if (!response.ok) throw new Failure(`The server answered ${response.status}.`);
    const watch = new TransformStream<Uint8Array, Uint8Array>({
      transform(part, out) {
        goOn();
        out.enqueue(part);
      },
    });
    const bytes = response.body?.pipeThrough(watch) ?? null;
    return new Uint8Array(await new Response(bytes).arrayBuffer());
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const why = stalled.signal.aborted
      ? `Nothing came for ${PATIENCE} seconds.`
      : 'The download did not finish.';
    throw new Failure(why, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** Requests that nobody answers end, so that those who wait can say so. */
import { StalledError } from '@/digits/download.ts';

/** So long may a download stand still, in seconds: a phone that changes from one mast to the next is back by then. */
export const PATIENCE = 20;

/**
 * The browser's own fetch, given up when nothing comes any more. As long as something does, it may take any time.
 * @throws StalledError, as does the answer's body
 */
export async function patientFetch(url: string): Promise<Response> {
  const stop = new AbortController();
  let body: TransformStreamDefaultController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => clearTimeout(timer);
  const goOn = (): void => {
    rest();
    timer = setTimeout(() => {
      const error = new StalledError(`Nothing came for ${PATIENCE} seconds.`);
      body?.error(error);
      stop.abort(error);
    }, 1000 * PATIENCE);
  };
  goOn();
  const response = await fetch(url, { signal: stop.signal }).catch((error: unknown) => {
    rest();
    throw error;
  });
  if (!response.ok || response.body === null) {
    rest();
    return response;
  }
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      body = controller;
    },
    transform(part, out) {
      goOn();
      out.enqueue(part);
    },
    flush: rest,
  });
  return new Response(response.body.pipeThrough(watch), response);
}

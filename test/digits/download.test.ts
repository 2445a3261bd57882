import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE, download } from '../../src/digits/download.ts';

class Failure extends Error {}

const WAIT = 1000 * PATIENCE;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that answers only when the request is given up. */
const silent = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError')));
  });

/** A body that hands out a byte each time some milliseconds have passed, so many in all, and then ends or stands still. */
function dripping(
  every: number,
  count: number,
  ends: boolean,
): (s: AbortSignal) => Promise<Response> {
  return (signal) => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        signal.addEventListener('abort', () => controller.error(signal.reason));
        for (let i = 0; i < count; i++) {
          await new Promise((go) => setTimeout(go, every));
          controller.enqueue(Uint8Array.of(i));
        }
        if (ends) controller.close();
      },
    });
    return Promise.resolve(new Response(body));
  };
}

describe('a download', () => {
  it('is given up when nobody answers, and says so', async () => {
    const failed = expect(download(silent, Failure)).rejects.toThrow(
      new Failure('Nothing came for 20 seconds.'),
    );
    await vi.advanceTimersByTimeAsync(WAIT);
    await failed;
  });

  it('may take any time as long as something comes', async () => {
    const bytes = download(dripping(0.9 * WAIT, 4, true), Failure);
    await vi.advanceTimersByTimeAsync(4 * WAIT);
    expect([...(await bytes)]).toEqual([0, 1, 2, 3]);
  });

  it('is given up when it stands still on its way', async () => {
    const failed = expect(download(dripping(0.9 * WAIT, 2, false), Failure)).rejects.toThrow(
      new Failure('Nothing came for 20 seconds.'),
    );
    await vi.advanceTimersByTimeAsync(3 * WAIT);
    await failed;
  });

  it('gives nothing where nothing was sent, and leaves no clock running', async () => {
    expect(await download(() => Promise.resolve(new Response(null)), Failure)).toEqual(
      new Uint8Array(),
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

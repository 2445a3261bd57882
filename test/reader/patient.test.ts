import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StalledError, download } from '../../src/digits/download.ts';
import { PATIENCE, patientFetch } from '../../src/reader/patient.ts';

class Failure extends Error {}

const WAIT = 1000 * PATIENCE;
const stalled = new Failure('Nothing came for 20 seconds.');
const bytes = (): Promise<Uint8Array> => download(() => patientFetch('/models/one'), Failure);

/** From now on the server answers so. */
function answer(respond: (signal: AbortSignal) => Promise<Response>): void {
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => respond(signal));
}

/** A body that hands out a byte each time some milliseconds have passed, so many in all, and then ends or stands still. */
function dripping(every: number, count: number, ends: boolean): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (let i = 0; i < count; i++) {
        await new Promise((go) => setTimeout(go, every));
        controller.enqueue(Uint8Array.of(i));
      }
      if (ends) controller.close();
    },
  });
  return Promise.resolve(new Response(body));
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a patient request', () => {
  it('is given up when nobody answers, and says so', async () => {
    answer(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as StalledError));
        }),
    );
    const failed = expect(bytes()).rejects.toThrow(stalled);
    await vi.advanceTimersByTimeAsync(WAIT);
    await failed;
  });

  it('may take any time as long as something comes', async () => {
    answer(() => dripping(0.9 * WAIT, 4, true));
    const whole = bytes();
    await vi.advanceTimersByTimeAsync(4 * WAIT);
    expect([...(await whole)]).toEqual([0, 1, 2, 3]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up when it stands still on its way', async () => {
    answer(() => dripping(0.9 * WAIT, 2, false));
    const failed = expect(bytes()).rejects.toThrow(stalled);
    await vi.advanceTimersByTimeAsync(3 * WAIT);
    await failed;
  });

  it.each<[what: string, response: () => Promise<Response>]>([
    ['refuses', () => Promise.resolve(new Response('no', { status: 503 }))],
    ['has nothing to send', () => Promise.resolve(new Response(null))],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('leaves no clock running where the server %s', async (_, response) => {
    answer(response);
    await patientFetch('/models/one').catch(() => undefined);
    expect(vi.getTimerCount()).toBe(0);
  });
});

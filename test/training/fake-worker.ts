import { vi } from 'vitest';
import type { Engine } from '../../src/training/engine.ts';
import type { Order, Report } from '../../src/training/messages.ts';
import { createNetworkEngine } from '../../src/training/network-engine.ts';
import { Server } from '../../src/training/server.ts';
import type { WorkerLike } from '../../src/training/worker-link.ts';
import { chunks, fileOf } from './small-digits.ts';

/** Waits until a check passes, as long as a slow machine may need. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 2 });
}

/** Lets everything that waits have its turn, many times: a worker that is at rest by then stays so. */
export async function manyTurns(): Promise<void> {
  for (let i = 0; i < 60; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** What the fake network answers to an address: bytes, a status, or a failure. */
export type Answer = Uint8Array<ArrayBuffer> | number | Error;

/** A network that can be told what to answer, and counts what it is asked. Answers when it is let. */
export class FakeNet {
  readonly asked: string[] = [];
  readonly answers = new Map<string, Answer>();
  /** While it is held, nothing is answered. */
  #gate: Promise<void> = Promise.resolve();
  #open = (): void => undefined;

  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  letGo(): void {
    this.#open();
  }

  readonly fetch = async (url: string, { signal }: { signal: AbortSignal }): Promise<Response> => {
    const name = url.replace(/^.*\/|\.digits$/g, '');
    this.asked.push(name);
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Error('aborted'))),
    );
    await Promise.race([this.#gate, aborted]);
    const answer = this.answers.get(name) ?? fileOf(name);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'number'
      ? new Response(null, { status: answer })
      : new Response(answer);
  };
}

/** A worker that runs the real Server here, and passes letters on as a browser does: later, and as copies. */
export class FakeWorker extends EventTarget implements WorkerLike {
  readonly #server: Server;
  #isAlive = true;
  isTerminated = false;

  constructor(net: FakeNet, createEngine: () => Engine = () => createNetworkEngine(180)) {
    super();
    let now = 0;
    this.#server = new Server({
      fetch: net.fetch,
      chunks,
      folder: '/digits/',
      createEngine: () => Promise.resolve(createEngine()),
      now: () => (now += 7), // a clock that hurries, so that spells are short
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      post: (report: Report, transfer) => {
        const data = structuredClone(report, { transfer });
        setImmediate(() => {
          if (this.#isAlive) this.dispatchEvent(new MessageEvent('message', { data }));
        });
      },
    });
  }

  postMessage(order: Order): void {
    const copy = structuredClone(order);
    setImmediate(() => {
      if (this.#isAlive) this.#server.take(copy);
    });
  }

  terminate(): void {
    this.isTerminated = true;
    this.kill();
  }

  /** Ends without a word, as when the system runs out of memory. */
  kill(): void {
    this.#isAlive = false;
  }

  /** Ends with an error, as a script does that is broken. */
  crash(): void {
    this.kill();
    this.dispatchEvent(new Event('error', { cancelable: true }));
  }
}

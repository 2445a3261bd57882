import type { PackedDigits } from '../../digits/packed.ts';
import { PIXELS } from '../../digits/mnist.ts';
import type { Network } from '../../network/network.ts';
import { CHUNKS, type Fetch, loadChunk } from '../../training/chunks.ts';
import { DIGITS } from './scored.ts';

/** Scores one network on all test digits. */
export interface TestOrder {
  /** Comes back with what it brought about. */
  readonly id: number;
  /** With 784 inputs and ten outputs. */
  readonly network: Network;
}

/** What the worker says. */
export type TestReport =
  /** Once, before the first scores. */
  | { readonly kind: 'digits'; readonly digits: PackedDigits }
  /** (count, 10) row-major; and how long the scoring took, in seconds. */
  | {
      readonly kind: 'scores';
      readonly id: number;
      readonly scores: Float32Array | Float64Array;
      readonly seconds: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Scores networks on the digits that it was made for: (count, 10) row-major. */
export type Scorer = (network: Network) => Float32Array | Float64Array;

/** What the worker lends. */
export interface TestTools {
  readonly fetch: Fetch;
  /** Where the digits lie, with a slash at its end. */
  readonly folder: string;
  /** The fast way where it runs, else the slow one. */
  readonly createScorer: (digits: PackedDigits) => Promise<Scorer>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly post: (report: TestReport) => void;
}

/** The worker's side of the test bench: fetches the 10,000 test digits once, and scores a network on them as often as it is asked to. */
export class TestServer {
  readonly #tools: TestTools;
  #scorer: Scorer | null = null;
  #orders = Promise.resolve();

  constructor(tools: TestTools) {
    this.#tools = tools;
  }

  /** Carries orders out one after the other. */
  take(order: TestOrder): void {
    this.#orders = this.#orders.then(() => this.#carryOut(order));
  }

  async #carryOut({ id, network }: TestOrder): Promise<void> {
    const { now, post } = this.#tools;
    try {
      checkReader(network);
      this.#scorer ??= await this.#load();
      const begun = now();
      const scores = this.#scorer(network);
      post({ kind: 'scores', id, scores, seconds: (now() - begun) / 1000 });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: 'failed', id, message });
    }
  }

  async #load(): Promise<Scorer> {
    const { fetch, folder, createScorer, post } = this.#tools;
    const { signal } = new AbortController();
    const digits = await loadChunk(fetch, folder, CHUNKS.test, signal, () => undefined);
    const scorer = await createScorer(digits);
    post({ kind: 'digits', digits });
    return scorer;
  }
}

/** @throws Error in words for the reader, where a network reads no digits */
export function checkReader({ sizes }: Network): void {
  if (sizes[0] === PIXELS && sizes[sizes.length - 1] === DIGITS) return;
  throw new Error(
    `A network that reads digits takes ${PIXELS} numbers and gives ${DIGITS}; this one is ${sizes.join('-')}.`,
  );
}

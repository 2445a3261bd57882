import type { PackedDigits } from '../../digits/packed.ts';
import { PIXELS } from '../../digits/mnist.ts';
import type { Network } from '../../network/network.ts';
import { CHUNKS, type Fetch, loadChunk } from '../../training/chunks.ts';
import type { Lesion, Summary } from '../lesions.ts';
import { LesionDesk } from './lesion-desk.ts';
import { type BenchResult, measureBench } from './measure.ts';
import { type Answers, answersOf, DIGITS } from './scored.ts';

/** Scores one network on all test digits. */
export interface TestOrder {
  /** Comes back with what it brought about. */
  readonly id: number;
  /** With 784 inputs and ten outputs. */
  readonly network: Network;
}

/** Asks how one network reads all test digits with neurons taken out. */
export interface LesionOrder extends TestOrder {
  /** Another one for each network: what was worked out of the last one is kept. */
  readonly key: number;
  readonly lesions: readonly Lesion[];
}

/** What the worker says. */
export type TestReport =
  /** Once, before the first scores. */
  | { readonly kind: 'digits'; readonly digits: PackedDigits }
  /** All that was measured; scores are (count, 10) row-major; and how long that took, in seconds. */
  | {
      readonly kind: 'scores';
      readonly id: number;
      readonly scores: Float32Array | Float64Array;
      readonly answers: Answers;
      readonly result: BenchResult;
      readonly seconds: number;
    }
  /** A summary of each lesion that was asked for, in their order; and of the whole network. */
  | {
      readonly kind: 'lesions';
      readonly id: number;
      readonly whole: Summary;
      readonly lesioned: readonly Summary[];
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
  /** @param transfer what need not be copied on its way, and is gone here afterwards */
  readonly post: (report: TestReport, transfer?: ArrayBuffer[]) => void;
}

/** What there is once the digits have come. */
interface Loaded {
  readonly score: Scorer;
  readonly labels: Uint8Array;
  readonly lesions: LesionDesk;
}

/**
 * The worker's side of the test bench: fetches the 10,000 test digits once, and scores a network on them, or reads them without some of
 * its neurons, as often as it is asked to.
 */
export class TestServer {
  readonly #tools: TestTools;
  #loaded: Loaded | null = null;
  #orders = Promise.resolve();

  constructor(tools: TestTools) {
    this.#tools = tools;
  }

  /** Carries orders out one after the other. */
  take(order: TestOrder | LesionOrder): void {
    this.#orders = this.#orders.then(() => this.#carryOut(order));
  }

  async #carryOut(order: TestOrder | LesionOrder): Promise<void> {
    const { id, network } = order;
    const { now, post } = this.#tools;
    try {
      checkReader(network);
      this.#loaded ??= await this.#load();
      const { score, labels, lesions } = this.#loaded;
      if ('lesions' in order) {
        post({ kind: 'lesions', id, ...lesions.read(order.key, network, order.lesions) });
        return;
      }
      const begun = now();
      const scores = score(network);
      const scored = { count: labels.length, scores, labels };
      const answers = answersOf(scored);
      const result = measureBench(scored, answers);
      post({ kind: 'scores', id, scores, answers, result, seconds: (now() - begun) / 1000 });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: 'failed', id, message });
    }
  }

  async #load(): Promise<Loaded> {
    const { fetch, folder, createScorer, post } = this.#tools;
    const { signal } = new AbortController();
    const digits = await loadChunk(fetch, folder, CHUNKS.test, signal, () => undefined);
    const score = await createScorer(digits);
    // A copy made here and handed over whole: the page would be eight million bytes busy with one of its own.
    const inputs = digits.inputs.slice();
    post({ kind: 'digits', digits: { ...digits, inputs } }, [inputs.buffer]);
    return { score, labels: digits.labels, lesions: new LesionDesk(digits) };
  }
}

/** @throws Error in words for the reader, where a network reads no digits */
export function checkReader({ sizes }: Network): void {
  if (sizes[0] === PIXELS && sizes[sizes.length - 1] === DIGITS) return;
  throw new Error(
    `A network that reads digits takes ${PIXELS} numbers and gives ${DIGITS}; this one is ${sizes.join('-')}.`,
  );
}

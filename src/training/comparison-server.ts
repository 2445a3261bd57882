import { CHUNKS, type Fetch, loadChunk } from './chunks.ts';
import { COMPARISON, compare, type ComparisonPoint, firstOf } from './comparison.ts';
import type { Engine } from './engine.ts';

/** Trains three networks from this seed. */
export interface ComparisonOrder {
  readonly seed: number;
}

/** What the worker says as it goes. */
export type ComparisonReport =
  | { readonly kind: 'digits' }
  | { readonly kind: 'point'; readonly point: ComparisonPoint }
  | { readonly kind: 'done'; readonly seconds: number; readonly engine: Engine['name'] }
  | { readonly kind: 'failed'; readonly message: string };

/** What the worker lends. */
export interface ComparisonTools {
  readonly fetch: Fetch;
  /** Where the digits lie, with a slash at its end. */
  readonly folder: string;
  readonly createEngine: () => Promise<Engine>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly post: (report: ComparisonReport) => void;
}

/** The worker's side of the comparison: fetches the digits once, and trains as often as it is told to. */
export class ComparisonServer {
  readonly #tools: ComparisonTools;
  #engines: readonly Engine[] | null = null;
  #orders = Promise.resolve();

  constructor(tools: ComparisonTools) {
    this.#tools = tools;
  }

  /** Carries orders out one after the other. */
  take(order: ComparisonOrder): void {
    this.#orders = this.#orders.then(() => this.#carryOut(order));
  }

  async #carryOut({ seed }: ComparisonOrder): Promise<void> {
    const { now, post } = this.#tools;
    try {
      this.#engines ??= await this.#load();
      post({ kind: 'digits' });
      const begun = now();
      for (const point of compare(this.#engines, seed)) post({ kind: 'point', point });
      post({ kind: 'done', seconds: (now() - begun) / 1000, engine: this.#engines[0].name });
    } catch (error) {
      post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** An engine for each run, for an engine tests on the digits that it learns from. */
  async #load(): Promise<readonly Engine[]> {
    const { fetch, folder, createEngine } = this.#tools;
    const { signal } = new AbortController();
    const [train, test] = await Promise.all(
      [CHUNKS.train[0], CHUNKS.test].map((chunk) =>
        loadChunk(fetch, folder, chunk, signal, () => undefined),
      ),
    );
    return Promise.all(
      COMPARISON.counts.map(async (count) => {
        const engine = await createEngine();
        engine.add('train', firstOf(train, count));
        engine.add('test', test);
        return engine;
      }),
    );
  }
}

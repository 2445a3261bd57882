import type { DigitSet } from './engine.ts';
import { type Chunk, ChunkError, type Chunks, type Fetch, loadChunk, neededFor } from './chunks.ts';

/** What the supply needs, and whom it tells. */
export interface SupplyTools {
  readonly fetch: Fetch;
  readonly chunks: Chunks;
  /** Where the files lie, with a slash at its end. */
  readonly folder: string;
  /** Takes digits over; may throw where it has no room for them. */
  readonly take: (set: 'train' | 'test', digits: DigitSet) => void;
  /** Called when digits have come, or have failed to. */
  readonly tell: () => void;
}

/**
 * Fetches the digits chunk by chunk, each once: those to test on first, then those to learn from, as many as are wanted. When one
 * fails it stops, and says why, until it is asked again.
 */
export class Supply {
  readonly #tools: SupplyTools;
  readonly #has = new Set<Chunk>();
  #wanted = 0;
  #loading: AbortController | null = null;
  /** Why no more digits come; null where they do, or all are here. */
  trouble: string | null = null;
  /** Whether bytes are here that are not digits yet: a moment's work, which should not be kept waiting. */
  isUnpacking = false;

  constructor(tools: SupplyTools) {
    this.#tools = tools;
  }

  /** Whether something is on its way. */
  get isLoading(): boolean {
    return this.#loading !== null;
  }

  /** Fetches what is missing of the first `count` digits to learn from, and of those to test on. */
  load(count: number): void {
    this.#wanted = count;
    if (this.#loading) return;
    this.trouble = null;
    this.#loading = new AbortController();
    void this.#loadAll(this.#loading);
  }

  /** Ends what is being fetched. What has come stays. */
  stop(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.isUnpacking = false;
  }

  async #loadAll(loading: AbortController): Promise<void> {
    const { fetch, folder, chunks, take, tell } = this.#tools;
    const { signal } = loading;
    for (let chunk = this.#next(); chunk; chunk = this.#next()) {
      try {
        const digits = await loadChunk(fetch, folder, chunk, signal, () => {
          if (!signal.aborted) this.isUnpacking = true;
        });
        if (signal.aborted) return;
        take(chunk === chunks.test ? 'test' : 'train', digits);
        this.#has.add(chunk);
      } catch (error) {
        if (signal.aborted) return;
        this.trouble = messageOf(error);
      }
      this.isUnpacking = false;
      if (this.trouble !== null || !this.#next()) this.#loading = null;
      tell();
      if (this.#loading !== loading) return;
    }
    this.#loading = null;
  }

  /** The next chunk to fetch; undefined when all that is wanted is here. */
  #next(): Chunk | undefined {
    return neededFor(this.#tools.chunks, this.#wanted).find((chunk) => !this.#has.has(chunk));
  }
}

function messageOf(error: unknown): string {
  if (error instanceof ChunkError) return error.message;
  return `There is no room for them. ${error instanceof Error ? error.message : ''}`.trim();
}

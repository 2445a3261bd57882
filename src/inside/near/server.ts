import { type PackedDigits, picture } from '../../digits/packed.ts';
import { type Chunk, CHUNKS, type Fetch, loadChunk } from '../../training/chunks.ts';
import { nearestExamples } from '../nearest.ts';

/** Asks for the training digits that look most like a picture. */
export interface NearOrder {
  /** Comes back with what it brought about. */
  readonly id: number;
  /** (28, 28) row-major, 0 to 1. */
  readonly picture: Float64Array;
  /** How many. */
  readonly many: number;
}

/** A digit of a set that looks like a picture. */
export interface NearDigit {
  /** Its place in the set, from 0. */
  readonly index: number;
  /** What its writer meant, 0 to 9. */
  readonly label: number;
  /** (28, 28) row-major, 0 to 1. */
  readonly pixels: Float64Array;
  /** From the picture, in pixels of full ink. */
  readonly distance: number;
}

/** What the worker says. */
export type NearReport =
  /** After each file of digits: how many are here of how many. */
  | { readonly kind: 'loaded'; readonly count: number; readonly of: number }
  /** The nearest first, and how long the search took, in milliseconds. */
  | {
      readonly kind: 'near';
      readonly id: number;
      readonly digits: readonly NearDigit[];
      readonly among: number;
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** What the worker lends. */
export interface NearTools {
  readonly fetch: Fetch;
  /** Where the digits lie, with a slash at its end. */
  readonly folder: string;
  /** Those of MNIST, if left out. */
  readonly chunks?: readonly Chunk[];
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly post: (report: NearReport) => void;
}

/** The worker's side: fetches the training digits, each file once, and looks through all of them as often as it is asked to. */
export class NearServer {
  readonly #tools: NearTools;
  readonly #chunks: readonly Chunk[];
  readonly #loaded: PackedDigits[] = [];
  #orders = Promise.resolve();
  /** The newest order: one that was overtaken is not worth the search. */
  #newest = 0;

  constructor(tools: NearTools) {
    this.#tools = tools;
    this.#chunks = tools.chunks ?? CHUNKS.train;
  }

  /** Carries orders out one after the other. */
  take(order: NearOrder): void {
    this.#newest = order.id;
    this.#orders = this.#orders.then(() => this.#carryOut(order));
  }

  async #carryOut({ id, picture: x, many }: NearOrder): Promise<void> {
    const { now, post } = this.#tools;
    try {
      await this.#load();
      if (id !== this.#newest) return;
      const begun = now();
      const digits = nearestIn(this.#loaded, x, many);
      const among = this.#loaded.reduce((sum, { count }) => sum + count, 0);
      post({ kind: 'near', id, digits, among, milliseconds: now() - begun });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: 'failed', id, message });
    }
  }

  async #load(): Promise<void> {
    const { fetch, folder, post } = this.#tools;
    const { signal } = new AbortController();
    const of = this.#chunks.reduce((sum, { count }) => sum + count, 0);
    while (this.#loaded.length < this.#chunks.length) {
      const chunk = this.#chunks[this.#loaded.length];
      this.#loaded.push(await loadChunk(fetch, folder, chunk, signal, () => undefined));
      const count = this.#loaded.reduce((sum, digits) => sum + digits.count, 0);
      post({ kind: 'loaded', count, of });
    }
  }
}

/** The nearest of several files of digits, the nearest first; of equals the earlier one. */
export function nearestIn(
  files: readonly PackedDigits[],
  x: Float64Array,
  many: number,
): NearDigit[] {
  const found = files.flatMap((digits) =>
    nearestExamples(x, digits, many).map(({ example, distance }) => ({
      index: digits.indices[example],
      label: digits.labels[example],
      distance,
      pixels: () => picture(digits, example),
    })),
  );
  return found
    .sort((one, other) => one.distance - other.distance || one.index - other.index)
    .slice(0, many)
    .map((digit) => ({ ...digit, pixels: digit.pixels() }));
}

import type { Drawing } from '@/digits/strokes.ts';
import type { Network } from '@/network/network.ts';
import type { DrawingsDisk } from '@/reader/drawings/disk.ts';
import { ReaderDrawings } from '@/reader/drawings/drawings.svelte.ts';
import type { KeptDrawing } from '@/reader/drawings/kept.ts';
import { MEASURED, type Measured } from './preprocess-lab.svelte.ts';

/** How many of the reader's own drawings are read rightly. */
export interface OwnMeasure {
  /** By the settings of digits/steps.ts. */
  readonly right: Readonly<Record<Measured, readonly number[]>>;
  /** Of how many. */
  readonly drawings: number;
}

/** Counts in the page, and breathes: of each network, by setting, how many drawings it reads rightly. @param tell hears the share that is done */
export type CountLab = (
  networks: readonly Network[],
  drawings: readonly Drawing[],
  labels: readonly number[],
  tell: (share: number) => void,
) => Promise<readonly (readonly number[])[]>;

/** The drawings that the reader kept on this device and said the digits of, measured with all 32 settings when the reader asks. */
export class OwnDrawings {
  readonly drawings: ReaderDrawings;
  readonly #networks: Readonly<Record<Measured, Network>>;
  readonly #count: CountLab;
  #found = $state.raw<{ of: readonly KeptDrawing[]; measure: OwnMeasure } | null>(null);
  /** The share that is done, 0 to 1; null while nothing is measured. */
  done = $state<number | null>(null);
  /** Why it was not measured, in words for the reader; null where nothing went wrong. */
  trouble = $state<string | null>(null);
  #asked = 0;

  constructor(disk: DrawingsDisk, networks: Readonly<Record<Measured, Network>>, count: CountLab) {
    this.drawings = new ReaderDrawings(disk);
    this.#networks = networks;
    this.#count = count;
  }

  /** Those that can be measured: the reader has said what they are. */
  readonly known: readonly (KeptDrawing & { readonly label: number })[] = $derived.by(() =>
    this.drawings.kept.flatMap(({ label, ...one }) => (label === null ? [] : [{ ...one, label }])),
  );

  /** Null until they are measured, and again once there are others. */
  get measure(): OwnMeasure | null {
    return this.#found?.of === this.drawings.kept ? this.#found.measure : null;
  }

  /** Measures those that are kept now. What is changed meanwhile is not among them: then nothing is shown, and one may ask again. */
  async run(): Promise<void> {
    const { known } = this;
    if (known.length === 0 || this.done !== null) return;
    const asked = ++this.#asked;
    const of = this.drawings.kept;
    this.trouble = null;
    this.done = 0;
    try {
      const right = await this.#count(
        MEASURED.map((name) => this.#networks[name]),
        known.map(({ strokes }) => strokes),
        known.map(({ label }) => label),
        (share) => {
          if (asked === this.#asked) this.done = share;
        },
      );
      if (asked !== this.#asked) return;
      const byName = Object.fromEntries(MEASURED.map((name, i) => [name, right[i]]));
      const measure = { right: byName as OwnMeasure['right'], drawings: known.length };
      this.#found = { of, measure };
      this.done = null;
    } catch {
      if (asked !== this.#asked) return;
      this.done = null;
      this.trouble = 'What measures did not load. The connection may be lost; press again.';
    }
  }

  get canReset(): boolean {
    return this.measure !== null || this.done !== null || this.trouble !== null;
  }

  /** What was measured is gone; the drawings stay. */
  reset(): void {
    this.#asked++;
    this.#found = null;
    this.done = null;
    this.trouble = null;
  }
}

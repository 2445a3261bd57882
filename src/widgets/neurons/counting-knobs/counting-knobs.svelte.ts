import { whole, wholes } from '@/reader/codec.ts';
/** Neurons in the hidden layers that a reader may try. */
export const LEAST = 1;
export const MOST = 100;
/** As the explainer network has them. */
export const OURS = 16;

/** Counting block by block, with the cell that is pointed at, and another network to count. */
export class CountingKnobs {
  /** The last block that is counted, from 0. */
  step = $state(0);
  isPlaying = $state(false);
  /** Cells pointed at, block by block; null where none is. */
  cells = $state<(number | null)[]>([]);
  /** Neurons of the hidden layers of the network to try. */
  first = $state(OURS);
  second = $state(OURS);

  readonly #blocks: number;
  readonly #begin: number;

  /** @param begin the step to begin with; all blocks counted if it is the last */
  constructor(blocks: number, begin: number = blocks - 1) {
    this.#blocks = blocks;
    this.#begin = Math.min(blocks - 1, Math.max(0, begin));
    this.reset();
  }

  /** Whether anything is not as the figure began. */
  get canReset(): boolean {
    return (
      this.step !== this.#begin ||
      this.isPlaying ||
      this.first !== OURS ||
      this.second !== OURS ||
      this.cells.some((cell) => cell !== null)
    );
  }

  reset(): void {
    this.step = this.#begin;
    this.isPlaying = false;
    this.cells = Array<null>(this.#blocks).fill(null);
    this.first = OURS;
    this.second = OURS;
  }

  /** Points at one cell; those of the other blocks are let go. */
  point(block: number, cell: number | null): void {
    this.cells = this.cells.map((_, i) => (i === block ? cell : null));
  }

  toLink(): Record<string, string> {
    const sizes = `${this.first}-${this.second}`;
    return {
      ...(sizes === `${OURS}-${OURS}` ? {} : { sizes }),
      ...(this.step === this.#begin ? {} : { step: String(this.step + 1) }),
    };
  }

  /** Takes sizes such as "30-10" and a block from 1; anything else is left alone. */
  fromLink({ sizes = '', step }: Readonly<Record<string, string>>): void {
    const block = whole(step, 1, this.#blocks);
    if (block !== null) this.step = block - 1;
    const [first, second] = wholes(sizes, '-', [LEAST, MOST], [LEAST, MOST]) ?? [];
    if (first === undefined || second === undefined) return;
    this.first = first;
    this.second = second;
  }
}

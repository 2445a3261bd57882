import { isSamePart, type Part } from '@/explain/explain.ts';

/** How far back one can go: a reader who walks further has forgotten where they began. */
const LONGEST_TRAIL = 100;

/**
 * Which part of the network a figure has open, and the way that led there: from an output down to a pixel, and back.
 */
export class Inspector {
  /** What is open; null when nothing is. */
  part: Part | null = $state.raw(null);
  /** What was open before, the newest last. */
  #trail: readonly Part[] = $state.raw([]);

  /** How often it was reset: what is shown of the part, such as a sum that was unfolded, begins anew each time. */
  resets = $state(0);

  readonly #first: Part | null;

  /** @param first what is open at the start, and again after a reset */
  constructor(first: Part | null = null) {
    this.#first = first;
    this.part = first;
  }

  get canGoBack(): boolean {
    return this.#trail.length > 0;
  }

  /** Whether anything else is open than at the start. */
  get isChanged(): boolean {
    if (this.part === null || this.#first === null) return this.part !== this.#first;
    return !isSamePart(this.part, this.#first);
  }

  /** Opens what was pointed at in the picture: a new walk starts here. */
  open(part: Part): void {
    this.part = part;
    this.#trail = [];
  }

  /** Goes on to what a number came from. */
  follow(part: Part): void {
    if (this.part !== null) {
      if (isSamePart(this.part, part)) return;
      this.#trail = [...this.#trail, this.part].slice(-LONGEST_TRAIL);
    }
    this.part = part;
  }

  /** Returns to what was open before. Nothing happens where the walk began. */
  back(): void {
    const before = this.#trail.at(-1);
    if (before === undefined) return;
    this.part = before;
    this.#trail = this.#trail.slice(0, -1);
  }

  close(): void {
    this.part = null;
    this.#trail = [];
  }

  reset(): void {
    this.resets++;
    this.part = this.#first;
    this.#trail = [];
  }
}

import type { PaintPhase } from '@/controls/cells/cell-cursor.svelte.ts';
import { formatNumber } from '@/words/numbers.ts';
import { whole } from '@/reader/codec.ts';
import { PEN, PixelSheet, rubber, SIDE } from '../pixel-sheet.svelte.ts';

/** Row 12, column 14: input 322, in the midst of most digits. */
export const FIRST_PIXEL = 11 * SIDE + 13;
export const INPUTS = SIDE * SIDE;
/** The rubber reaches this far, in pixels. */
const RUBBER = 1.5;
/** How many inputs are listed to either side of the chosen one. */
export const AROUND = 6;

/** What the reader may take for the input right below the first pixel: one along, ten along, and a row along. */
export const GUESSES = [FIRST_PIXEL + 2, FIRST_PIXEL + 11, FIRST_PIXEL + 1 + SIDE] as const;

export type Tool = 'point' | 'pen' | 'rubber';

/** A pixel, its place in the picture and in the column. Rows, columns and inputs count from 1, as on the page. */
export interface Input {
  /** From 0: where it is in arrays. */
  readonly at: number;
  readonly k: number;
  readonly row: number;
  readonly column: number;
  /** 0 to 1. */
  readonly value: number;
}

/** How the figure begins, and what Reset leads back to. */
export interface Start {
  /** The pixel pointed at, row by row from 0. */
  readonly pixel?: number;
  /** How many rows are laid. */
  readonly laid?: number;
}

/** A line of the list: an input, or nothing beyond the column's ends. */
export interface ListLine {
  /** From the chosen one: 0 is itself. */
  readonly offset: number;
  readonly input: Input | null;
}

/** The picture of 28 x 28, how far it is unrolled, and the pixel that is pointed at. */
export class PixelsToInputs {
  readonly sheet: PixelSheet;
  tool = $state<Tool>('point');
  isPlaying = $state(false);
  /** The input that the reader says lies right below the first pixel, from 1; null while nothing was said. */
  guess = $state<number | null>(null);
  #cell = $state(FIRST_PIXEL);
  #laid = $state(SIDE);
  readonly #start: Start;
  /** Where it stood at first. */
  #from = { cell: FIRST_PIXEL, laid: SIDE };

  readonly chosen: Input = $derived.by(() => this.input(this.#cell));
  readonly list: readonly ListLine[] = $derived.by(() =>
    Array.from({ length: 2 * AROUND + 1 }, (_, i) => {
      const offset = i - AROUND;
      const at = this.#cell + offset;
      const isThere = at >= 0 && at < this.#laid * SIDE;
      return { offset, input: isThere ? this.input(at) : null };
    }),
  );
  /** The part of the column that is laid so far: 28 numbers for each row. */
  readonly column: Float64Array = $derived.by(() =>
    this.sheet.pixels.subarray(0, this.#laid * SIDE),
  );

  /** @param picture what is unrolled, (28, 28) row-major, 0 to 1 */
  constructor(picture: () => Float64Array, start: Start = {}) {
    this.sheet = new PixelSheet(picture);
    this.#start = start;
    this.#begin();
  }

  /** The pixel that is pointed at, row by row from 0. */
  get cell(): number {
    return this.#cell;
  }
  /** How many rows are laid one below the other: 0 to 28. */
  get laid(): number {
    return this.#laid;
  }
  get canReset(): boolean {
    return (
      this.#cell !== this.#from.cell ||
      this.#laid !== this.#from.laid ||
      this.tool !== 'point' ||
      this.guess !== null ||
      this.sheet.isChanged ||
      this.sheet.canUndo ||
      this.sheet.canRedo ||
      this.isPlaying
    );
  }

  /** What is the case, in words. */
  get words(): string {
    const { k, row, column, value } = this.chosen;
    if (this.#laid < SIDE) {
      if (this.#laid === 0) return 'Still a square: 28 rows of 28 pixels, none of them laid yet.';
      const rows = this.#laid === 1 ? 'Row 1 is' : `Rows 1 to ${this.#laid} are`;
      return `${rows} laid: ${this.#laid * SIDE} inputs so far. Row ${this.#laid} became inputs ${(this.#laid - 1) * SIDE + 1} to ${this.#laid * SIDE}.`;
    }
    return `The pixel in row ${row}, column ${column} is input ${k} of ${INPUTS}. Its value is ${formatNumber(value, 2)}: ${inkWords(value)}.`;
  }

  /** Whether the guess was right, and why, in words. */
  get outcome(): string {
    const below = FIRST_PIXEL + 1 + SIDE;
    if (this.guess === null) return '';
    const start = this.guess === below ? 'It is' : `Not ${this.guess} but`;
    return `${start} input ${below}: the rest of its row and the start of the next come first, ${SIDE} places in all.`;
  }

  input(at: number): Input {
    const [row, column] = [Math.floor(at / SIDE) + 1, (at % SIDE) + 1];
    return { at, k: at + 1, row, column, value: this.sheet.pixels[at] };
  }

  /** Points at a pixel, and the question is open again: it shows where things are. One that is not laid yet has the rest laid too. Nothing happens where there is no such pixel. */
  point(cell: number | null): void {
    if (cell === null || !Number.isInteger(cell) || cell < 0 || cell >= INPUTS) return;
    if (cell !== this.#cell) this.guess = null;
    this.#cell = cell;
    if (cell >= this.#laid * SIDE) this.lay(SIDE);
  }

  /** Lays so many rows. What is pointed at goes with the row that was laid last. */
  lay(rows: number): void {
    if (!Number.isFinite(rows)) return;
    this.guess = null;
    this.#laid = Math.min(SIDE, Math.max(0, Math.round(rows)));
    if (this.#laid > 0 && (this.#laid < SIDE || this.isPlaying)) {
      this.#cell = (this.#laid - 1) * SIDE + (this.#cell % SIDE);
    }
  }

  /** What the hand paints on a cell; nothing where it only points. */
  get brushStroke(): ((cell: number, phase: PaintPhase) => void) | undefined {
    return this.tool === 'point' ? undefined : (cell, phase) => this.paint(cell, phase);
  }
  paint(cell: number, phase: PaintPhase): void {
    this.sheet.stroke(cell, phase, this.tool === 'rubber' ? rubber(RUBBER) : PEN);
  }

  /** Does what a key asks for on the column. @returns whether it asked for anything */
  press(key: string): boolean {
    const to = destination(key, this.#cell);
    if (to === undefined) return false;
    this.point(Math.min(INPUTS - 1, Math.max(0, to)));
    return true;
  }

  describe(cell: number): string {
    const { k, row, column, value } = this.input(cell);
    return `row ${row}, column ${column}: input ${k}, value ${formatNumber(value, 2)}`;
  }

  toLink(): Record<string, string> {
    return {
      ...(this.#cell === this.#from.cell ? {} : { input: String(this.#cell + 1) }),
      ...(this.#laid === this.#from.laid ? {} : { rows: String(this.#laid) }),
      ...this.sheet.toLink(),
    };
  }

  fromLink(params: Readonly<Record<string, string>>): void {
    const input = whole(params['input'], 0, 999);
    const rows = whole(params['rows'], 0, SIDE);
    if (rows !== null) this.lay(rows);
    if (input !== null) this.point(input - 1);
    this.sheet.fromLink(params);
  }

  reset(): void {
    this.sheet.reset();
    this.tool = 'point';
    this.guess = null;
    this.isPlaying = false;
    this.#cell = FIRST_PIXEL;
    this.#laid = SIDE;
    this.#begin();
  }

  #begin(): void {
    const { pixel, laid } = this.#start;
    if (pixel !== undefined) this.point(pixel);
    if (laid !== undefined) this.lay(laid);
    this.#from = { cell: this.#cell, laid: this.#laid };
  }
}

/** Where a key leads to from an input, as a list has it; a page is a row of the picture. */
function destination(key: string, from: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return from - 1;
    case 'ArrowDown':
      return from + 1;
    case 'PageUp':
      return from - SIDE;
    case 'PageDown':
      return from + SIDE;
    case 'Home':
      return 0;
    case 'End':
      return INPUTS - 1;
    default:
      return undefined;
  }
}

function inkWords(value: number): string {
  if (value === 0) return 'no ink, the background';
  if (value === 1) return 'full ink';
  if (value < 0.35) return 'a trace of ink';
  return value < 0.75 ? 'half-covered with ink' : 'nearly full ink';
}

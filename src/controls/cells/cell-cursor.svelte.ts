import { arrowOf, type Key } from '@/plot/arrow-keys.ts';

/** When paint is put on: where it goes down, where it goes on to, and that it was lifted. */
export type PaintPhase = 'start' | 'move' | 'end';

/** The grid that a cursor walks on, read anew whenever it is needed. */
export interface CellField {
  readonly columns: number;
  readonly rows: number;
  /** The cell selected, row by row from 0; null when none is. May be out of range. */
  readonly cell: number | null;
}

/** Told what the reader does. */
export interface CellHand {
  readonly go: (cell: number | null) => void;
  readonly pick?: ((cell: number) => void) | undefined;
  /** Where it is there, the pointer and the keys put paint on. */
  readonly paint?: ((cell: number, phase: PaintPhase) => void) | undefined;
}

/** How many cells a step with the Shift key is. */
const LONG_STEP = 4;

/** One cell among many: by arrow keys, by pointer, and with paint. It knows no DOM. */
export class CellCursor {
  /** Whether paint is being put on. */
  isDown = $state(false);
  readonly #field: () => CellField;
  readonly #hand: () => CellHand;

  constructor(field: () => CellField, hand: () => CellHand) {
    this.#field = field;
    this.#hand = hand;
  }

  /** The cell it is on, if there is such a cell. */
  get cell(): number | null {
    const { columns, rows, cell } = this.#field();
    return cell !== null && Number.isInteger(cell) && cell >= 0 && cell < columns * rows
      ? cell
      : null;
  }

  /** The cell at a place given in parts of the grid's width and height; the nearest for places outside, null where it has no size. */
  cellAt(x: number, y: number): number | null {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    const { columns, rows } = this.#field();
    const [column, row] = [within(x * columns, columns), within(y * rows, rows)];
    return row * columns + column;
  }

  /** Does what the key asks for. @returns whether it asked for anything: if not, the page gets the key */
  press(pressed: Key): boolean {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
    if (ctrlKey || metaKey || altKey) return false;
    const { columns, rows } = this.#field();
    const at = this.cell;
    const arrow = arrowOf(pressed);
    if (arrow !== null || key === 'Home' || key === 'End') {
      if (at === null) {
        this.#go(Math.floor(rows / 2) * columns + Math.floor(columns / 2));
        return true;
      }
      const [column, row] = [at % columns, Math.floor(at / columns)];
      if (arrow === null) this.#go(row * columns + (key === 'Home' ? 0 : columns - 1));
      else {
        const length = shiftKey ? LONG_STEP : 1;
        const to = within(row - arrow[1] * length, rows) * columns;
        this.#go(to + within(column + arrow[0] * length, columns));
      }
      return true;
    }
    if (key === ' ' || key === 'Enter') return this.#act(at);
    if (key === 'Escape' && (this.isDown || at !== null)) {
      if (this.isDown) this.lift();
      else this.#hand().go(null);
      return true;
    }
    return false;
  }

  /** Goes to a cell, and paints on the way there when paint is on. */
  move(cell: number): void {
    this.#go(cell);
  }

  /** Starts to paint at a cell. Nothing but a move where nothing can be painted. */
  down(cell: number): void {
    this.lift();
    this.#hand().go(cell);
    const { paint } = this.#hand();
    if (paint === undefined) return;
    this.isDown = true;
    paint(cell, 'start');
  }

  lift(): void {
    if (!this.isDown) return;
    this.isDown = false;
    const at = this.cell;
    if (at !== null) this.#hand().paint?.(at, 'end');
  }

  /** Space and Enter: with paint they put it down and lift it, as on the drawing pad; else they pick. */
  #act(at: number | null): boolean {
    if (at === null) return false;
    const { paint, pick } = this.#hand();
    if (paint !== undefined) {
      if (this.isDown) this.lift();
      else this.down(at);
    } else if (pick !== undefined) pick(at);
    else return false;
    return true;
  }

  #go(to: number): void {
    const from = this.cell;
    const { go, paint } = this.#hand();
    go(to);
    if (!this.isDown || from === to) return;
    for (const cell of this.#between(from ?? to, to)) paint?.(cell, 'move');
  }

  /** The cells on the straight way from one to another, without the first: a quick hand leaves no gaps. */
  #between(from: number, to: number): number[] {
    const { columns } = this.#field();
    const [x0, y0] = [from % columns, Math.floor(from / columns)];
    const [x1, y1] = [to % columns, Math.floor(to / columns)];
    const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    return Array.from({ length: steps }, (_, i) => {
      const part = (i + 1) / steps;
      return Math.round(y0 + part * (y1 - y0)) * columns + Math.round(x0 + part * (x1 - x0));
    });
  }
}

/** The whole number below, kept from 0 to count - 1. */
function within(value: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(value)));
}

import { type Arrow, arrowOf, type Key } from '@/plot/arrow-keys.ts';
import type { Sketch } from './pad/sketch.svelte.ts';
import { rowAndColumn } from '@/words/pixels.ts';

/** The cursor walks on a grid as fine as the network's own picture. */
export const CELLS = 28;
/** The cell it starts from and comes back to: the one where MNIST puts the centre of mass. */
const MIDDLE = 14;
/** How many cells a step with the Shift key is. */
const LONG_STEP = 4;

/** Drawing by keyboard: a cursor on the grid that carries the pen of a sketch. */
export class GridCursor {
  /** The cell it is on, from 0. */
  column = $state(MIDDLE);
  row = $state(MIDDLE);
  /** Shown once a key was used, hidden again when a pointer draws. */
  isShown = $state(false);

  readonly #sketch: Sketch;
  /** The cells that the stroke under way went through: [column, row], the newest last. */
  #trail: (readonly [number, number])[] = [];

  constructor(sketch: Sketch) {
    this.#sketch = sketch;
    this.row = this.#middleRow;
  }

  /** A pad that is lower than it is wide has fewer rows. */
  get #rows(): number {
    return Math.round(CELLS * this.#sketch.height);
  }
  get #middleRow(): number {
    return Math.round(MIDDLE * this.#sketch.height);
  }

  /** The middle of its cell, in pad units. */
  get x(): number {
    return (this.column + 0.5) / CELLS;
  }
  get y(): number {
    return (this.row + 0.5) / CELLS;
  }
  /** Where it is and what it holds, for someone who cannot see it. Empty until it is first used. */
  get words(): string {
    if (!this.isShown) return '';
    const tool = this.#sketch.tool === 'pen' ? 'Pen' : 'Eraser';
    const place = rowAndColumn(this.row, this.column);
    return `${tool} ${this.#sketch.isDrawing ? 'down' : 'up'}, ${place}.`;
  }

  /** Does what the key asks for. @returns whether it asked for anything: if not, the page gets the key */
  press(pressed: Key): boolean {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
    const sketch = this.#sketch;
    if (ctrlKey || metaKey) return this.pressBeside(pressed);
    if (altKey) return false;
    const arrow = arrowOf(pressed);
    if (arrow) this.#step(arrow, shiftKey ? LONG_STEP : 1);
    else if (key === ' ' || key === 'Enter') this.#toggle();
    else if (letterOf(pressed) === 'e') this.#changeTool();
    else if (key === 'Home') this.#goHome();
    else if (key === 'Backspace') sketch.undo();
    else if (key === 'Delete') sketch.clear();
    else if (key === 'Escape' && sketch.isDrawing) sketch.lift();
    else return false;
    this.isShown = true;
    return true;
  }

  /** Undoes or redoes, which the keys do on the pad's buttons too. @returns whether the key asked for it */
  pressBeside(pressed: Key): boolean {
    const { shiftKey, ctrlKey, metaKey, altKey } = pressed;
    if (altKey || !(ctrlKey || metaKey)) return false;
    const letter = letterOf(pressed);
    if (letter === 'z' && shiftKey) this.#sketch.redo();
    else if (letter === 'z') this.#sketch.undo();
    else if (letter === 'y' && !shiftKey) this.#sketch.redo();
    else return false;
    return true;
  }

  #toggle(): void {
    if (this.#sketch.isDrawing) {
      this.#sketch.lift();
      return;
    }
    this.#sketch.down(this.x, this.y);
    this.#trail = [[this.column, this.row]];
  }

  #goHome(): void {
    this.#sketch.lift();
    this.column = MIDDLE;
    this.row = this.#middleRow;
  }

  #changeTool(): void {
    this.#sketch.lift();
    this.#sketch.tool = this.#sketch.tool === 'pen' ? 'eraser' : 'pen';
  }

  #step([right, up]: Arrow, length: number): void {
    const column = Math.min(CELLS - 1, Math.max(0, this.column + right * length));
    const row = Math.min(this.#rows - 1, Math.max(0, this.row - up * length));
    if (column === this.column && row === this.row) return;
    this.column = column;
    this.row = row;
    if (!this.#sketch.isDrawing) return;
    if (this.#endsStair(column, row)) {
      this.#trail.pop();
      this.#sketch.cutCorner(this.x, this.y);
    } else this.#sketch.move([this.x, this.y]);
    this.#trail.push([column, row]);
  }

  /** Whether the newest two cells and this one make a stair of single steps: its corner is cut, and stairs become slopes. */
  #endsStair(column: number, row: number): boolean {
    const [before, corner] = this.#trail.slice(-2);
    if (corner === undefined) return false;
    const first = Math.abs(corner[0] - before[0]) + Math.abs(corner[1] - before[1]);
    const second = Math.abs(column - corner[0]) + Math.abs(row - corner[1]);
    const diagonal = Math.abs(column - before[0]) === 1 && Math.abs(row - before[1]) === 1;
    return first === 1 && second === 1 && diagonal;
  }
}

/** The Latin letter of a key; on a layout that has none there (Cyrillic, Greek, Hebrew), the one that a Latin layout has in its place. */
function letterOf({ key, code = '' }: Key): string {
  const letter = key.toLowerCase();
  const isOther = key.length === 1 && key.charCodeAt(0) > 127;
  return isOther && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : letter;
}

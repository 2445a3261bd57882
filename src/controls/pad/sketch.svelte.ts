import type { Drawing, Stroke } from '@/digits/strokes.ts';
import { clamp, clipToPad } from './clip.ts';
import {
  BLANK,
  type GivenDigit,
  type RubOut,
  type Sheet,
  countPoints,
  ink,
  isBlank,
  rub,
} from './sheet.ts';

export type Tool = 'pen' | 'eraser';

/** How thick the pen may be, in pad units. */
export const PEN_WIDTHS = [0.05, 0.07, 0.09] as const;
export type PenWidth = (typeof PEN_WIDTHS)[number];

/** The eraser is this many times as wide as the pen. */
const ERASER_FACTOR = 1.5;
/** Points closer than this to the one before, in pad units, are left out: nobody sees them, and an hour of scribbling has many. */
const CLOSE = 0.004;
/** How many steps back undo remembers: more than anybody goes, and few enough that an hour of drawing takes no more room than a minute. */
const MOST_STEPS = 100;
/** How many points one sheet takes. A digit has some hundred; much more black only slows the reading down. */
export const MOST_POINTS = 4000;

/** The stroke under the pen, and where it was put down. */
interface Running {
  readonly width: number;
  readonly erase: boolean;
  /** Ink so far, in as many pieces as the edge of the pad cut it into. Empty for an eraser. */
  readonly pieces: Drawing;
  /** Whether the newest piece goes on with the next point, or another starts where the pen comes back onto the pad. */
  readonly open: boolean;
  /** Where the pen is, on the pad or beside it. */
  readonly x: number;
  readonly y: number;
  /** The sheet with this stroke on it. */
  readonly sheet: Sheet;
}

/**
 * What someone draws: the sheet, the stroke under the pen, the tool in hand, and every sheet before, for undo. Knows no DOM: where the
 * points come from is for others to say. Points are in pad units: the pad is 1 wide and, unless told otherwise, 1 high, y points down.
 */
export class Sketch {
  tool = $state<Tool>('pen');
  /** Of the pad, in pad units. */
  readonly height: number;

  #penWidth = $state<PenWidth>(0.07);
  #sheet = $state.raw<Sheet>(BLANK);
  #past = $state.raw<readonly Sheet[]>([]);
  #future = $state.raw<readonly Sheet[]>([]);
  #running = $state.raw<Running | null>(null);
  readonly #rubOut: RubOut;

  /**
   * @param rubOut carries out erase strokes
   * @param first what lies on the pad at the start; undo never goes behind it
   * @param height of the pad, in pad units
   */
  constructor(rubOut: RubOut, first: Sheet = BLANK, height = 1) {
    this.height = height;
    this.#rubOut = rubOut;
    this.#sheet = first;
  }

  /** All that is on the pad now, the stroke under the pen included. */
  get sheet(): Sheet {
    return this.#running?.sheet ?? this.#sheet;
  }
  get isBlank(): boolean {
    return isBlank(this.sheet);
  }
  get isDrawing(): boolean {
    return this.#running !== null;
  }
  get canUndo(): boolean {
    return this.#past.length > 0 || this.isDrawing;
  }
  get canRedo(): boolean {
    return this.#future.length > 0 && !this.isDrawing;
  }
  get isFull(): boolean {
    return countPoints(this.sheet) >= MOST_POINTS;
  }
  /** Where an eraser is at work, for a ring round it; null while none is. */
  get eraserAt(): { x: number; y: number; width: number } | null {
    return this.#running?.erase ? this.#running : null;
  }

  get penWidth(): PenWidth {
    return this.#penWidth;
  }
  /** Who chooses a pen means to draw with it. */
  set penWidth(width: PenWidth) {
    this.#penWidth = width;
    this.tool = 'pen';
  }

  /** Puts the pen down. A stroke that was still under way ends first. @param erase for a stylus turned round, whatever the tool */
  down(x: number, y: number, erase = this.tool === 'eraser'): void {
    this.lift();
    if (!Number.isFinite(x) || !Number.isFinite(y) || (!erase && this.isFull)) return;
    const width = erase ? this.penWidth * ERASER_FACTOR : this.penWidth;
    const start = { width, erase, open: true, x: clamp(x), y: clamp(y, this.height) };
    const dot: Stroke = { points: [start.x, start.y], width, erase };
    this.#running = erase
      ? { ...start, pieces: [], sheet: rub(this.#sheet, dot, this.#rubOut) }
      : { ...start, pieces: [dot], sheet: ink(this.#sheet, [dot]) };
  }

  /** Draws on through x0, y0, x1, y1, ... Does nothing while the pen is up. Ink ends at the edge of the pad and may come back. */
  move(points: readonly number[]): void {
    const before = this.#running;
    if (before === null) return;
    const { width, erase } = before;
    let { open, x, y } = before;
    const pieces = [...before.pieces];
    const fresh: number[][] = []; // what these points add: the first of them goes on with the newest piece if that is open
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x1, y1] = [points[i], points[i + 1]];
      if (!Number.isFinite(x1) || !Number.isFinite(y1)) continue;
      if (Math.hypot(x1 - x, y1 - y) < CLOSE) continue;
      const cut = clipToPad(x, y, x1, y1, this.height);
      [x, y] = [x1, y1];
      if (cut === null) continue;
      if (!open || fresh.length === 0) fresh.push([cut.ax, cut.ay]);
      fresh.at(-1)?.push(cut.bx, cut.by);
      open = cut.bx === x1 && cut.by === y1;
    }
    if (erase) {
      const sheet = fresh.reduce(
        (rubbed, path) => rub(rubbed, { points: path, width, erase }, this.#rubOut),
        before.sheet,
      );
      this.#running = { ...before, open, x, y, sheet };
      return;
    }
    if (this.isFull) return;
    for (const [i, path] of fresh.entries()) {
      const newest = i === 0 && before.open ? pieces.pop() : undefined;
      pieces.push({ width, erase, points: newest ? [...newest.points, ...path.slice(2)] : path });
    }
    this.#running = { ...before, pieces, open, x, y, sheet: ink(this.#sheet, pieces) };
  }

  /** As move to one point, which takes the place of the newest one: how a cursor cuts the corner of a stair. */
  cutCorner(x: number, y: number): void {
    const before = this.#running;
    const newest = before?.pieces.at(-1);
    if (!before || before.erase || !before.open || !newest || newest.points.length < 4) {
      this.move([x, y]);
      return;
    }
    const end = { x: clamp(x), y: clamp(y, this.height) };
    const points = [...newest.points.slice(0, -2), end.x, end.y];
    const pieces = [...before.pieces.slice(0, -1), { ...newest, points }];
    this.#running = { ...before, ...end, pieces, sheet: ink(this.#sheet, pieces) };
  }

  /** Lifts the pen: the stroke becomes part of the sheet, one step for undo. */
  lift(): void {
    const { sheet } = this;
    this.#running = null;
    this.#replace(sheet);
  }

  /** Takes the stroke under the pen back, as if it had never begun. */
  takeBack(): void {
    this.#running = null;
  }

  /** Takes all ink away; the pen is in hand again, for a blank pad has nothing to rub out. */
  clear(): void {
    this.lift();
    this.tool = 'pen';
    if (!isBlank(this.#sheet)) this.#replace(BLANK);
  }

  /** Puts a digit in place of whatever lies on the pad. */
  give(digit: GivenDigit): void {
    this.lift();
    this.#replace({ digit, strokes: [] });
  }

  /** Shows a drawing in place of whatever lies on the pad, as if a pen were drawing it: `lift` leaves it there, `takeBack` does not. */
  draft(strokes: Drawing): void {
    const pen = { width: this.penWidth, erase: false, open: false, x: 0, y: 0 };
    this.#running = { ...pen, pieces: [], sheet: { digit: null, strokes } };
  }

  undo(): void {
    this.lift();
    [this.#past, this.#future] = this.#goTo(this.#past, this.#future);
  }

  redo(): void {
    this.lift();
    [this.#future, this.#past] = this.#goTo(this.#future, this.#past);
  }

  /** Goes to the last of some sheets. @returns those before it, and the others with the sheet that it takes the place of */
  #goTo(some: readonly Sheet[], others: readonly Sheet[]): [readonly Sheet[], readonly Sheet[]] {
    const here = this.#sheet;
    const there = some.at(-1);
    if (there === undefined) return [some, others];
    this.#sheet = there;
    return [some.slice(0, -1), [...others, here]];
  }

  #replace(sheet: Sheet): void {
    if (sheet === this.#sheet) return;
    this.#past = [...this.#past, this.#sheet].slice(-MOST_STEPS);
    this.#future = [];
    this.#sheet = sheet;
  }
}

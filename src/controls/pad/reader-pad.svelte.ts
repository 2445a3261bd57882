import { untrack } from 'svelte';
import { Pad } from './pad.svelte.ts';
import { BLANK, type GivenDigit, isBlank, type RubOut, type Sheet } from './sheet.ts';

/** What a pad needs of the reader (`reader/reader.svelte.ts`): what is in force, and how to put something in force. */
export interface Drawer {
  readonly digit: GivenDigit;
  readonly source: 'digit' | 'drawing';
  /** In force or not. */
  readonly lastDrawing: Sheet | null;
  readonly chooseDigit: (digit: GivenDigit) => void;
  /** Null goes back to the digit. */
  readonly useDrawing: (sheet: Sheet | null) => void;
}

/**
 * The pad that a figure opens for the reader. What it shows is in force, stroke by stroke, for as long as it is open; while there is no
 * ink, the digit is. Closed, it lets the drawing go, and opened again it has it back.
 */
export class ReaderPad {
  /** The one that is open: two pads on a page would show two drawings, of which one is not read. */
  static #opened: ReaderPad | null = null;
  #pad = $state.raw<Pad | null>(null);
  readonly #drawer: Drawer;
  readonly #rubOut: RubOut;
  /** What was put in force last. */
  #sent: Sheet | null = null;

  /** @param rubOut carries out erase strokes */
  constructor(drawer: Drawer, rubOut: RubOut) {
    this.#drawer = drawer;
    this.#rubOut = rubOut;
  }

  /** Null while it is closed. */
  get pad(): Pad | null {
    return this.#pad;
  }
  get isOpen(): boolean {
    return this.#pad !== null;
  }
  /** Whether a drawing stands in for the digit, or is about to. */
  get isDrawing(): boolean {
    return this.isOpen || this.#drawer.source === 'drawing';
  }
  get digit(): GivenDigit {
    return this.#drawer.digit;
  }

  /** Opens it with what the reader drew last; another one that is open gives way, and hands the drawing on. */
  open(): void {
    if (ReaderPad.#opened !== this) ReaderPad.#opened?.leave();
    ReaderPad.#opened = this;
    this.#sent = null;
    this.#pad = new Pad(this.#rubOut, this.#drawer.lastDrawing ?? BLANK);
    this.send();
  }

  /** Closes it and lets the drawing go. Closed already, it leaves what another figure draws alone. */
  close(): void {
    if (!this.isOpen) return;
    this.leave();
    this.#drawer.useDrawing(null);
  }

  /** Closes it and leaves the drawing in force: another pad shows it, or its figure is gone. */
  leave(): void {
    this.#pad?.sketch.lift();
    this.#pad = null;
    if (ReaderPad.#opened === this) ReaderPad.#opened = null;
  }

  readonly choose = (digit: GivenDigit): void => {
    this.leave();
    this.#drawer.chooseDigit(digit);
  };

  /**
   * To be called anew whenever there is another sheet or another source: puts what is drawn in force, and closes the pad where somebody
   * else has put a digit in its place.
   */
  send(): void {
    const sheet = this.#pad?.sketch.sheet;
    const { source } = this.#drawer;
    if (sheet === undefined) return;
    if (sheet === this.#sent) {
      if (source === 'digit' && !isBlank(sheet)) this.leave();
      return;
    }
    this.#sent = sheet;
    untrack(() => this.#drawer.useDrawing(isBlank(sheet) ? null : sheet));
  }
}

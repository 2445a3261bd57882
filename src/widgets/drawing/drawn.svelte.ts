import { ReaderPad } from '@/controls/pad/reader-pad.svelte.ts';
import { applyErasers } from '@/digits/eraser.ts';
import type { Drawing } from '@/digits/strokes.ts';
import type { Reader } from '@/reader/reader.svelte.ts';

/** What a figure shows the way of: the reader's drawing, while it is in use, or one of ours; and the pad to draw another on. */
export class Drawn {
  readonly pad: ReaderPad;
  readonly #reader: Reader;
  readonly #ours: Drawing;

  /** @param ours what it begins with */
  constructor(reader: Reader, ours: Drawing) {
    this.#reader = reader;
    this.#ours = ours;
    this.pad = new ReaderPad(reader, applyErasers);
  }

  /** Whether what is shown is not the reader's. */
  get isOurs(): boolean {
    return !this.pad.isOpen && this.#strokes === null;
  }
  /** Empty while the pad is open and blank. */
  get strokes(): Drawing {
    return this.pad.isOpen ? (this.#strokes ?? NONE) : (this.#strokes ?? this.#ours);
  }
  get #strokes(): Drawing | null {
    const sheet = this.#reader.drawing;
    return sheet?.digit === null ? sheet.strokes : null;
  }

  /** Opens the pad, or closes it and leaves the drawing in use. */
  toggle(): void {
    if (this.pad.isOpen) this.pad.leave();
    else this.pad.open();
  }
}

const NONE: Drawing = [];

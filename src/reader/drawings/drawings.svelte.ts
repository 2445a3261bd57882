/** The reader's drawings, as a page has them: what is kept on the device, and what could not be kept and lasts as long as the page. */
import { inTurns, whyNotKept } from '../keeping.ts';
import type { DrawingsDisk } from './disk.ts';
import { type KeptDrawing, type NewDrawing, wasRight } from './kept.ts';

/** So many are kept: a digit takes some hundred bytes, and a list of more nobody looks through. */
export const MOST_DRAWINGS = 1000;

/** Why a drawing is not kept on the device, in words for the reader. */
export const NOT_KEPT = {
  full: 'This device has no more room: what you draw now lasts as long as this page. Save it as a file, if you want it.',
  denied: 'Your browser lets this site keep nothing: your drawings last as long as this page.',
  many: `${MOST_DRAWINGS} drawings are kept, and no more than that. Save them as a file and forget them, and there is room again.`,
} as const;

export class ReaderDrawings {
  /** The newest first. */
  kept = $state.raw<readonly KeptDrawing[]>([]);
  /** What the reader must know: something lasts only as long as the page, or is not kept at all. Null where all is kept. */
  trouble = $state<string | null>(null);
  /** Whether what the device kept is here. */
  isRead = $state(false);

  readonly #disk: DrawingsDisk;
  /** What could not be kept; their serials are below 0. */
  #unkept: readonly KeptDrawing[] = [];
  #end: (() => void) | null = null;
  /** Changes are made one after the other. */
  readonly #inTurn = inTurns();
  #lowest = 0;

  constructor(disk: DrawingsDisk) {
    this.#disk = disk;
  }

  /** How many were read rightly, and of how many one knows. */
  readonly count: { readonly right: number; readonly known: number } = $derived.by(() => {
    const known = this.kept.map(wasRight).filter((right) => right !== null);
    return { right: known.filter((right) => right).length, known: known.length };
  });

  /** Reads what the device kept, and follows what other pages of the site do to it. @returns ends it */
  begin(): () => void {
    this.#end ??= this.#disk.listen((wasForgotten) => {
      if (wasForgotten) {
        this.#unkept = [];
        this.kept = [];
      } else void this.#inTurn(() => this.#take());
    });
    void this.#inTurn(() => this.#take());
    return () => {
      this.#end?.();
      this.#end = null;
    };
  }

  /** Keeps a drawing; where the device does not, it lasts as long as the page. @returns its serial; null where there are too many */
  keep(drawing: NewDrawing): Promise<number | null> {
    return this.#inTurn(async () => {
      if (this.kept.length >= MOST_DRAWINGS) {
        this.trouble = NOT_KEPT.many;
        return null;
      }
      let serial: number;
      try {
        serial = await this.#disk.add(drawing);
      } catch (error) {
        this.#fail(error);
        serial = --this.#lowest;
        this.#unkept = [{ ...drawing, serial }, ...this.#unkept];
      }
      this.kept = [{ ...drawing, serial }, ...this.kept];
      return serial;
    });
  }

  /** The reader says what one is, 0 to 9, or says otherwise. */
  say(serial: number, label: number): Promise<void> {
    return this.#inTurn(async () => {
      const say = (some: readonly KeptDrawing[]): readonly KeptDrawing[] =>
        some.map((one) => (one.serial === serial ? { ...one, label } : one));
      this.kept = say(this.kept);
      this.#unkept = say(this.#unkept);
      await this.#try(() => this.#disk.label(serial, label), serial);
    });
  }

  /** Forgets one. */
  forget(serial: number): Promise<void> {
    return this.#inTurn(async () => {
      this.kept = this.kept.filter((one) => one.serial !== serial);
      this.#unkept = this.#unkept.filter((one) => one.serial !== serial);
      await this.#try(() => this.#disk.remove([serial]), serial);
    });
  }

  /** Forgets all of them, on all pages. */
  forgetAll(): Promise<void> {
    return this.#inTurn(async () => {
      this.kept = [];
      this.#unkept = [];
      this.trouble = null;
      await this.#try(() => this.#disk.remove('all'));
    });
  }

  async #try(act: () => Promise<void>, serial = 0): Promise<void> {
    if (serial < 0) return;
    try {
      await act();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes over what the device keeps, beside what it does not. */
  async #take(): Promise<void> {
    try {
      const kept = await this.#disk.read();
      this.kept = [...this.#unkept, ...[...kept].reverse()];
    } catch (error) {
      this.#fail(error);
    }
    this.isRead = true;
  }

  #fail(error: unknown): void {
    this.trouble = NOT_KEPT[whyNotKept(error)];
  }
}

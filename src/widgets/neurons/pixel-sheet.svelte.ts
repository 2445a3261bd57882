import type { PaintPhase } from '@/controls/cells/cell-cursor.svelte.ts';
import { readInk, writeInk } from './ink-text.ts';

/** The side of a picture that the network reads, in pixels. */
export const SIDE = 28;
/** How many steps back undo remembers. */
const MOST_STEPS = 200;

/** What a brush does to the pixels around the cell that it is on. */
export interface Brush {
  /** It touches the pixels whose middles are no further from its own, in pixels. */
  readonly reach: number;
  /** What a pixel becomes. @param now what it is @param given what it was at first @param distance from the brush's middle, in pixels */
  readonly apply: (now: number, given: number, distance: number) => number;
}

/** Full ink where it is, half of it beside: a line that the network's own digits could have. */
export const PEN: Brush = {
  reach: 1,
  apply: (now, _, distance) => Math.max(now, distance ? 0.5 : 1),
};

/** Rubs out all ink within its reach. */
export const rubber = (reach: number): Brush => ({ reach, apply: () => 0 });

/** Gives back what was there at first. */
export const restorer = (reach: number): Brush => ({ reach, apply: (_, given) => given });

/** What was done to a given picture. Never changed, only replaced. */
interface Work {
  readonly given: Float64Array;
  readonly pixels: Float64Array;
  readonly past: readonly Float64Array[];
  readonly future: readonly Float64Array[];
}

/**
 * A picture of 28 x 28 under the reader's hand: pixels are painted, rubbed out and given back, and every stroke can be undone. When
 * another picture is given, it starts afresh with that one.
 */
export class PixelSheet {
  readonly #given: () => Float64Array;
  #done = $state.raw<Work | null>(null);
  /** What goes on with the step before instead of being one of its own: a stroke under way, or a slider on the same pixel. */
  #goesOn: 'stroke' | number | null = null;

  /** @param given the picture to begin with, (28, 28) row-major, 0 to 1 */
  constructor(given: () => Float64Array) {
    this.#given = given;
  }

  /** A getter, for on the server a `$derived` would keep what it was when first asked, before anything was done. */
  get #work(): Work {
    const given = this.#given();
    return this.#done?.given === given
      ? this.#done
      : { given, pixels: given, past: [], future: [] };
  }
  /** What is there now, (28, 28) row-major, 0 to 1. */
  get pixels(): Float64Array {
    return this.#work.pixels;
  }
  /** What was there at first. */
  get given(): Float64Array {
    return this.#work.given;
  }
  get isChanged(): boolean {
    return this.pixels !== this.given;
  }
  get canUndo(): boolean {
    return this.#work.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#work.future.length > 0;
  }

  /** A brush goes down on a cell, moves on to one, or is lifted; one stroke is one step for undo. */
  stroke(cell: number, phase: PaintPhase, { reach, apply }: Brush): void {
    if (phase === 'start') this.#goesOn = null;
    if (phase === 'end') {
      this.#goesOn = null;
      return;
    }
    const [x, y] = [cell % SIDE, Math.floor(cell / SIDE)];
    const { given } = this;
    const changed = this.pixels.map((now, i) => {
      const distance = Math.hypot((i % SIDE) - x, Math.floor(i / SIDE) - y);
      return distance <= reach ? apply(now, given[i], distance) : now;
    });
    this.#put(changed, 'stroke');
  }

  /** Sets one pixel. Setting it again goes on with the same step. @param value 0 to 1; what is beyond is brought back */
  set(cell: number, value: number): void {
    if (!(cell in this.pixels) || !Number.isFinite(value)) return;
    const ink = Math.min(1, Math.max(0, value));
    this.#put(this.pixels.with(cell, ink), cell);
  }

  /** Puts a whole picture in place of this one. @param pixels (28, 28) row-major, 0 to 1 */
  put(pixels: Float64Array): void {
    this.#goesOn = null;
    this.#put(pixels, null);
  }

  undo(): void {
    this.#goesOn = null;
    const { past, future, given, pixels } = this.#work;
    const before = past.at(-1);
    if (before === undefined) return;
    this.#done = { given, pixels: before, past: past.slice(0, -1), future: [...future, pixels] };
  }

  redo(): void {
    this.#goesOn = null;
    const { past, future, given, pixels } = this.#work;
    const next = future.at(-1);
    if (next === undefined) return;
    this.#done = { given, pixels: next, past: [...past, pixels], future: future.slice(0, -1) };
  }

  /** What was painted, for a link: nothing where the picture is as it was given. */
  toLink(): { readonly ink?: string } {
    return this.isChanged ? { ink: writeInk(this.pixels, this.given) } : {};
  }
  /** Anybody may have written it: what makes no sense is left out. */
  fromLink({ ink }: Readonly<Record<string, string | undefined>>): void {
    const painted = readInk(ink, this.given);
    if (painted !== null) this.put(painted);
  }

  /** Back to the picture that was given, with nothing to undo. */
  reset(): void {
    this.#goesOn = null;
    this.#done = null;
  }

  #put(changed: Float64Array, as: 'stroke' | number | null): void {
    const { given, pixels, past } = this.#work;
    if (changed.every((value, i) => value === pixels[i])) return;
    // What is as it was given is the given picture itself, so that `isChanged` can tell.
    const next = changed.every((value, i) => value === given[i]) ? given : changed;
    const isNew = as === null || this.#goesOn !== as;
    this.#goesOn = as;
    const steps = isNew ? [...past, pixels].slice(-MOST_STEPS) : past;
    this.#done = { given, pixels: next, past: steps, future: [] };
  }
}

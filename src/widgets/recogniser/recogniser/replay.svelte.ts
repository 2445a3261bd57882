import type { Sketch } from '@/controls/pad/sketch.svelte.ts';
import { drawnUpTo, lengthOf } from '@/digits/pen-way.ts';
import type { Drawing } from '@/digits/strokes.ts';

/** Pad units a second: a hand that takes its time. */
const SPEED = 1.5;
/** A replay takes no longer than this, in seconds, however much was scribbled. */
const LONGEST = 6;

/** What a replay needs of the page; it calls back with milliseconds since some moment, once a frame, until what it returns is called. */
export type EachFrame = (call: (now: number) => void) => () => void;

/** Draws strokes again on the pad, as fast as a hand would. A pen that is put down meanwhile ends it. */
export class Replay {
  isRunning = $state(false);
  readonly #sketch: Sketch;
  readonly #eachFrame: EachFrame;
  readonly #begin: () => void;
  #stop: (() => void) | null = null;

  /** @param begin called when one begins: the pad may be out of sight */
  constructor(sketch: Sketch, eachFrame: EachFrame, begin: () => void = () => undefined) {
    this.#begin = begin;
    this.#sketch = sketch;
    this.#eachFrame = eachFrame;
  }

  /** Draws what lies on the pad again; afterwards the pad is as it was. */
  again(): void {
    this.#run(this.#sketch.sheet.strokes, () => this.#sketch.takeBack());
  }

  /** Draws another drawing in place of what lies on the pad; undo brings that back. */
  show(strokes: Drawing): void {
    this.#run(strokes, () => {
      this.#sketch.draft(strokes);
      this.#sketch.lift();
    });
  }

  /** Ends it; the pad is as it was before. */
  stop(): void {
    if (this.#stop === null) return;
    this.#end();
    this.#sketch.takeBack();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = null;
    this.isRunning = false;
  }

  #run(strokes: Drawing, done: () => void): void {
    if (this.isRunning || strokes.length === 0) return;
    const sketch = this.#sketch;
    sketch.lift();
    const length = lengthOf(strokes);
    const speed = Math.max(SPEED, length / LONGEST);
    let began: number | null = null;
    // At once, so that whoever clears a blank pad before the first frame ends it, too.
    sketch.draft(drawnUpTo(strokes, 0));
    /** What lies on the pad unless somebody else has put something there. */
    let expected = sketch.sheet;
    this.isRunning = true;
    this.#begin();
    this.#stop = this.#eachFrame((now) => {
      began ??= now;
      if (sketch.sheet !== expected) {
        this.#end();
        return;
      }
      const gone = (speed * (now - began)) / 1000;
      if (gone >= length) {
        this.#end();
        done();
        return;
      }
      sketch.draft(drawnUpTo(strokes, gone));
      expected = sketch.sheet;
    });
  }
}

/** The page's frames. */
export const eachFrame: EachFrame = (call) => {
  let frame = requestAnimationFrame(function again(now) {
    frame = requestAnimationFrame(again);
    call(now);
  });
  return () => cancelAnimationFrame(frame);
};

import type { Drawing } from './strokes.ts';

/** A digit of a set, as it lies in the set: a picture without strokes. */
export interface GivenDigit {
  /** Its place in the set it was taken from, from 0. */
  readonly index: number;
  /** What its writer meant, 0 to 9. */
  readonly label: number;
  /** 28 x 28 numbers from 0 (ground) to 1 (ink), row by row. */
  readonly pixels: Float64Array;
}

/** What lies on the pad: a given digit, or ink, or a picture of the reader's own, or (all empty) nothing. Never two. Sheets are never changed, only replaced. */
export interface Sheet {
  readonly digit: GivenDigit | null;
  /** Strokes of ink; what an eraser did to them is done. */
  readonly strokes: Drawing;
  /** A picture that has no strokes: 28 x 28 numbers from 0 (ground) to 1 (ink), row by row. */
  readonly picture?: Float64Array;
}

/** A link that carries the drawing on the pad, as vectors. Whoever opens it gets the same 784 numbers. */
import type { Sketch } from '@/controls/pad/sketch.svelte.ts';
import { type Limits, readDrawing, writeDrawing } from '@/reader/drawing-text.ts';

const KEY = 'drawing';
/** With the address before it a link stays under 1,500 characters. */
export const LIMITS: Limits = { characters: 1400, strokes: 40 };

/**
 * The address that opens a page with the drawing on it. A link rounds points to a grid: the pad shows the rounded ones from now on, so that
 * both read the same.
 * @returns null where there is no drawing, or it is too much for a link
 */
export function linkTo(sketch: Sketch, page: string): string | null {
  const text = writeDrawing(sketch.sheet.strokes, LIMITS);
  const rounded = text === null ? null : readDrawing(text, LIMITS);
  if (text === null || rounded === null) return null;
  sketch.draft(rounded);
  sketch.lift();
  const url = new URL(page);
  url.search = '';
  url.hash = '';
  url.searchParams.set(KEY, text);
  return url.href;
}

/** Puts the drawing of a link on the pad; a bad one leaves an empty pad. @returns what is wrong with it, for the reader; null where nothing is */
export function openLink(sketch: Sketch, page: string): string | null {
  const text = new URL(page).searchParams.get(KEY);
  if (text === null) return null;
  const drawing = readDrawing(text, LIMITS);
  if (drawing === null) {
    sketch.clear();
    return 'The link that led here holds no drawing that can be read.';
  }
  sketch.draft(drawing);
  sketch.lift();
  return null;
}

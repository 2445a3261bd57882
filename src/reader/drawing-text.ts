/**
 * A drawing as text, for links and for the device: strokes with dots between; in each the width in thousandths of the pad, the first
 * point, and the steps to the others, in 512ths of the pad. Every number is some letters of five bits, the lowest first; 32 is added to
 * all but the last. Steps are folded: 0, -1, 1, -2, 2 … are 0, 1, 2, 3, 4 …
 */
import type { Drawing, Stroke } from '@/digits/strokes.ts';

/** How much is taken, and handed out. */
export interface Limits {
  readonly characters: number;
  readonly strokes: number;
}

/** Links stay short enough for chats and mails; a digit takes two hundred characters or so. */
export const LINK_LIMITS: Limits = { characters: 2000, strokes: 40 };
/** The fullest sheet that the pad allows fits. */
export const DEVICE_LIMITS: Limits = { characters: 20_000, strokes: 1000 };

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Steps a pad: rounding to them moves a point by at most .0014 of the pad. */
const GRID = 512;
const THINNEST = 10;
const THICKEST = 200;
/** No number of ours takes more letters. */
const MOST_LETTERS = 3;

/** @returns null for a drawing with no ink, or more than the limits allow */
export function writeDrawing(drawing: Drawing, limits: Limits): string | null {
  const inked = drawing.filter(({ points, erase }) => points.length > 1 && !erase);
  if (inked.length === 0 || inked.length > limits.strokes) return null;
  const text = inked.map(writeStroke).join('.');
  return text.length <= limits.characters ? text : null;
}

/** @returns null for what is no drawing, or more than the limits allow: a link is never half believed */
export function readDrawing(text: string, limits: Limits): Drawing | null {
  if (text.length > limits.characters) return null;
  const parts = text.split('.');
  if (parts.length > limits.strokes) return null;
  const drawing: Stroke[] = [];
  for (const part of parts) {
    const stroke = readStroke(part);
    if (stroke === null) return null;
    drawing.push(stroke);
  }
  return drawing;
}

function writeStroke({ points, width }: Stroke): string {
  let text = writeNumber(Math.min(THICKEST, Math.max(THINNEST, Math.round(width * 1000))));
  const at = [0, 0];
  for (let i = 0; i + 1 < points.length; i += 2) {
    for (const axis of [0, 1]) {
      const place = Math.round(Math.min(1, Math.max(0, points[i + axis])) * GRID);
      const step = place - at[axis];
      text += writeNumber(step < 0 ? -2 * step - 1 : 2 * step);
      at[axis] = place;
    }
  }
  return text;
}

function readStroke(text: string): Stroke | null {
  const numbers = readNumbers(text);
  if (numbers === null || numbers.length < 3 || numbers.length % 2 === 0) return null;
  const [width, ...steps] = numbers;
  if (width < THINNEST || width > THICKEST) return null;
  const at = [0, 0];
  const points: number[] = [];
  for (const [i, folded] of steps.entries()) {
    const axis = i % 2;
    at[axis] += folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
    if (at[axis] < 0 || at[axis] > GRID) return null;
    points.push(at[axis] / GRID);
  }
  return { points, width: width / 1000, erase: false };
}

/** @param value whole, 0 to 32767 */
function writeNumber(value: number): string {
  let text = '';
  let rest = value;
  for (; rest >= 32; rest = Math.floor(rest / 32)) text += LETTERS[32 + (rest % 32)];
  return text + LETTERS[rest];
}

function readNumbers(text: string): number[] | null {
  const numbers: number[] = [];
  let value = 0;
  let letters = 0;
  for (const letter of text) {
    const bits = LETTERS.indexOf(letter);
    if (bits < 0 || letters === MOST_LETTERS) return null;
    value += (bits % 32) * 32 ** letters;
    letters++;
    if (bits >= 32) continue;
    numbers.push(value);
    value = 0;
    letters = 0;
  }
  return letters === 0 ? numbers : null;
}

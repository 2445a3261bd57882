/** A drawing of the reader's, kept with what the network said of it and what the reader said it was. */
import type { Drawing } from '@/digits/strokes.ts';
import { isRecord } from '../record.ts';
import { DEVICE_LIMITS, readDrawing, writeDrawing } from '../drawing-text.ts';

/** A drawing about to be kept. */
export interface NewDrawing {
  readonly strokes: Drawing;
  /** What it was meant to be, 0 to 9; null where the reader has only said what it is not. */
  readonly label: number | null;
  /** What the page read, 0 to 9; null where it was not sure, or took it for no digit. */
  readonly said: number | null;
}

export interface KeptDrawing extends NewDrawing {
  /** Higher for what came later; no two are the same. */
  readonly serial: number;
}

/** As the device has it; without a serial it is given one there. */
export interface WrittenDrawing {
  readonly serial?: number;
  readonly strokes: string;
  readonly label: number | null;
  readonly said: number | null;
}

/** @returns null for one with no ink, or more than any pad takes */
export function writeKept({ strokes, label, said }: NewDrawing): WrittenDrawing | null {
  const text = writeDrawing(strokes, DEVICE_LIMITS);
  return text === null ? null : { strokes: text, label, said };
}

/** @returns null for what is no such thing */
export function readKept(value: unknown): KeptDrawing | null {
  if (!isRecord(value)) return null;
  const { serial, strokes: text, label, said } = value;
  if (!Number.isInteger(serial) || typeof text !== 'string') return null;
  if (!isDigit(label) || !isDigit(said)) return null;
  const strokes = readDrawing(text, DEVICE_LIMITS);
  return strokes && { serial: Number(serial), strokes, label, said };
}

function isDigit(value: unknown): value is number | null {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9);
}

/** Whether the page read a drawing as what it was meant to be; null where nobody knows, for the reader has not said. */
export function wasRight({ label, said }: Pick<NewDrawing, 'label' | 'said'>): boolean | null {
  if (label === null) return said === null ? null : false;
  return said === label;
}

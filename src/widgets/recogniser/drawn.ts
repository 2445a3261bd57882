/** Drawings for the specimens of this room. */
import type { Sheet } from '@/controls/pad/sheet.ts';
import type { Line } from '@/digits/strokes.ts';

function sheet(...lines: Line[]): Sheet {
  return { digit: null, strokes: lines.map((points) => ({ points, width: 0.07, erase: false })) };
}

export const FOUR = sheet(
  [0.36, 0.2, 0.33, 0.32, 0.29, 0.44, 0.27, 0.52, 0.4, 0.53, 0.55, 0.52, 0.72, 0.5],
  [0.6, 0.18, 0.6, 0.35, 0.59, 0.55, 0.58, 0.82],
);

/** An open 4 whose arms lean towards each other, nearly as far as a 9's. */
export const FOUR_OR_NINE = sheet(
  [0.5, 0.2, 0.45, 0.23, 0.33, 0.34, 0.33, 0.46, 0.42, 0.52, 0.55, 0.5, 0.64, 0.42],
  [0.65, 0.18, 0.64, 0.4, 0.63, 0.6, 0.62, 0.82],
);

export const SCRIBBLE = sheet([
  ...[0.2, 0.25, 0.8, 0.3, 0.22, 0.4, 0.78, 0.45, 0.2, 0.55, 0.8, 0.6, 0.22, 0.7, 0.75, 0.78],
  ...[0.3, 0.2, 0.35, 0.8, 0.45, 0.2, 0.52, 0.8, 0.6, 0.2, 0.7, 0.8],
]);

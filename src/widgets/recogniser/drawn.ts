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

/** Four digits in a row, on the pad for rows. */
export const ROW = sheet(
  [0.12, 0.2, 0.11, 0.32, 0.1, 0.38, 0.16, 0.39, 0.24, 0.38],
  [0.19, 0.2, 0.19, 0.32, 0.18, 0.55],
  [
    0.31, 0.26, 0.34, 0.21, 0.39, 0.21, 0.42, 0.26, 0.4, 0.34, 0.35, 0.44, 0.3, 0.53, 0.37, 0.53,
    0.44, 0.53,
  ],
  [0.52, 0.22, 0.59, 0.22, 0.65, 0.22, 0.61, 0.34, 0.58, 0.45, 0.56, 0.55],
  [
    0.78, 0.22, 0.73, 0.26, 0.71, 0.36, 0.72, 0.48, 0.77, 0.54, 0.83, 0.5, 0.85, 0.38, 0.83, 0.26,
    0.78, 0.22,
  ],
);

export const SCRIBBLE = sheet([
  ...[0.2, 0.25, 0.8, 0.3, 0.22, 0.4, 0.78, 0.45, 0.2, 0.55, 0.8, 0.6, 0.22, 0.7, 0.75, 0.78],
  ...[0.3, 0.2, 0.35, 0.8, 0.45, 0.2, 0.52, 0.8, 0.6, 0.2, 0.7, 0.8],
]);

/** Drawings of our own that the figures of this room begin with, and their specimens show. */
import type { Sheet } from '@/controls/pad/sheet.ts';
import type { Drawing, Line } from '@/digits/strokes.ts';

function ink(...lines: Line[]): Drawing {
  return lines.map((points) => ({ points, width: 0.07, erase: false }));
}

/** A small 7 in the upper right corner of the pad. */
export const SMALL_SEVEN = ink([
  ...[0.65, 0.17, 0.69, 0.166, 0.74, 0.163, 0.78, 0.16, 0.8, 0.158, 0.79, 0.2, 0.772, 0.26],
  ...[0.756, 0.32, 0.744, 0.38, 0.736, 0.44, 0.732, 0.49],
]);

/** A large 5: its bar is a stroke of its own. */
export const FIVE = ink(
  [
    ...[0.36, 0.16, 0.35, 0.26, 0.335, 0.36, 0.325, 0.44, 0.38, 0.41, 0.46, 0.4, 0.55, 0.42],
    ...[0.62, 0.47, 0.66, 0.55, 0.655, 0.64, 0.61, 0.72, 0.53, 0.775, 0.44, 0.785, 0.35, 0.755],
    ...[0.29, 0.71],
  ],
  [0.36, 0.165, 0.45, 0.16, 0.55, 0.15, 0.645, 0.145],
);

/** A wide 4 that fills the pad. */
export const LARGE_FOUR = ink(
  [0.34, 0.08, 0.3, 0.2, 0.22, 0.36, 0.12, 0.52, 0.3, 0.53, 0.5, 0.52, 0.72, 0.51, 0.88, 0.5],
  [0.62, 0.07, 0.61, 0.3, 0.6, 0.55, 0.59, 0.78, 0.585, 0.92],
);

/** The same as a sheet, for a specimen's reader. */
export const sheetOf = (strokes: Drawing): Sheet => ({ digit: null, strokes });

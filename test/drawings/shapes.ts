import type { Form } from './forms.ts';

/** Shapes that are no digit, by their control points in hundredths of a box. A circle or an oval would be a nought. */
export const SHAPES: readonly Form[] = [
  { name: 'triangle', strokes: [{ line: [50, 8, 8, 90, 92, 90, 50, 8] }] },
  { name: 'square', strokes: [{ line: [10, 10, 10, 90, 90, 90, 90, 10, 10, 10] }] },
  { name: 'rectangle', strokes: [{ line: [4, 28, 96, 28, 96, 74, 4, 74, 4, 28] }] },
  { name: 'diamond', strokes: [{ line: [50, 4, 10, 50, 50, 96, 90, 50, 50, 4] }] },
  { name: 'pentagon', strokes: [{ line: [50, 6, 6, 40, 22, 92, 78, 92, 94, 40, 50, 6] }] },
  { name: 'star', strokes: [{ line: [20, 95, 50, 5, 80, 95, 5, 38, 95, 38, 20, 95] }] },
  {
    name: 'heart',
    strokes: [
      {
        curve: [
          50, 30, 34, 8, 10, 16, 8, 42, 26, 68, 50, 94, 50, 94, 76, 68, 92, 42, 90, 16, 66, 8, 50,
          30,
        ],
      },
    ],
  },
  {
    name: 'house',
    strokes: [
      { line: [14, 44, 14, 94, 86, 94, 86, 44, 14, 44, 50, 6, 86, 44] },
      { line: [42, 94, 42, 66, 60, 66, 60, 94] },
    ],
  },
  { name: 'arrow', strokes: [{ line: [5, 50, 94, 50] }, { line: [66, 24, 95, 50, 66, 78] }] },
  {
    name: 'spiral',
    strokes: [
      {
        curve: [
          50, 50, 58, 46, 60, 56, 48, 62, 38, 52, 44, 36, 62, 34, 74, 50, 66, 72, 44, 78, 24, 64,
          24, 38, 44, 18, 72, 20, 90, 44, 84, 78, 58, 94,
        ],
      },
    ],
  },
  {
    name: 'wave',
    strokes: [{ curve: [4, 54, 16, 34, 28, 54, 40, 70, 52, 52, 64, 34, 76, 52, 88, 68, 96, 52] }],
  },
  { name: 'zigzag', strokes: [{ line: [4, 66, 20, 34, 36, 66, 52, 34, 68, 66, 84, 34, 96, 62] }] },
  {
    name: 'smiley',
    strokes: [
      { curve: [50, 5, 18, 16, 5, 50, 18, 84, 50, 95, 82, 84, 95, 50, 82, 16, 51, 5] },
      { line: [34, 32, 34, 42] },
      { line: [66, 32, 66, 42] },
      { curve: [26, 62, 40, 76, 60, 76, 74, 62] },
    ],
  },
  {
    name: 'flower',
    strokes: [
      {
        curve: [
          50, 38, 36, 20, 50, 4, 64, 20, 50, 38, 70, 30, 84, 42, 68, 54, 50, 40, 60, 62, 48, 72, 38,
          60, 50, 40, 30, 54, 16, 42, 30, 30, 50, 38,
        ],
      },
      { line: [50, 66, 52, 96] },
    ],
  },
  {
    name: 'stick-man',
    strokes: [
      { curve: [50, 5, 40, 12, 42, 24, 52, 28, 60, 20, 58, 9, 50, 5] },
      { line: [50, 28, 50, 64] },
      { line: [24, 44, 78, 42] },
      { line: [28, 95, 50, 64, 74, 95] },
    ],
  },
];

/** Signs that are no digit, in the same way. */
export const SYMBOLS: readonly Form[] = [
  { name: 'cross', strokes: [{ line: [18, 18, 82, 82] }, { line: [82, 18, 18, 82] }] },
  { name: 'plus', strokes: [{ line: [50, 10, 50, 90] }, { line: [10, 50, 90, 50] }] },
  {
    name: 'hash',
    strokes: [
      { line: [36, 5, 28, 95] },
      { line: [72, 5, 64, 95] },
      { line: [6, 34, 94, 34] },
      { line: [6, 66, 94, 66] },
    ],
  },
  { name: 'check-mark', strokes: [{ line: [8, 56, 36, 88, 92, 12] }] },
  {
    name: 'infinity',
    strokes: [
      {
        curve: [
          50, 50, 34, 30, 14, 32, 5, 50, 14, 68, 34, 70, 50, 50, 66, 30, 86, 32, 95, 50, 86, 68, 66,
          70, 50, 51,
        ],
      },
    ],
  },
  { name: 'equals', strokes: [{ line: [10, 36, 90, 36] }, { line: [10, 64, 90, 64] }] },
  {
    name: 'question-mark',
    strokes: [
      { curve: [22, 26, 32, 8, 56, 4, 74, 16, 72, 34, 54, 46, 48, 58, 48, 72] },
      { line: [48, 92, 49, 94] },
    ],
  },
  { name: 'exclamation-mark', strokes: [{ line: [50, 5, 50, 66] }, { line: [50, 90, 50, 94] }] },
  {
    name: 'ampersand',
    strokes: [
      {
        curve: [
          88, 94, 56, 58, 32, 24, 44, 6, 62, 12, 58, 32, 26, 54, 14, 76, 32, 94, 60, 84, 80, 52,
        ],
      },
    ],
  },
  {
    name: 'percent',
    strokes: [
      { line: [82, 8, 18, 92] },
      { curve: [28, 10, 14, 18, 16, 34, 30, 38, 40, 26, 29, 10] },
      { curve: [72, 62, 60, 70, 60, 86, 74, 92, 86, 80, 73, 62] },
    ],
  },
  {
    name: 'division',
    strokes: [{ line: [10, 50, 90, 50] }, { line: [50, 20, 51, 22] }, { line: [50, 78, 51, 80] }],
  },
  {
    name: 'asterisk',
    strokes: [{ line: [50, 8, 50, 92] }, { line: [12, 28, 88, 72] }, { line: [88, 28, 12, 72] }],
  },
  { name: 'less-than', strokes: [{ line: [88, 14, 12, 50, 88, 86] }] },
  {
    name: 'at-sign',
    strokes: [
      {
        curve: [
          64, 36, 46, 32, 36, 50, 46, 66, 60, 58, 66, 36, 66, 36, 68, 62, 84, 62, 94, 40, 76, 10,
          40, 6, 10, 30, 8, 66, 34, 92, 72, 90,
        ],
      },
    ],
  },
  { name: 'lone-dash', strokes: [{ line: [6, 50, 94, 50] }] },
  {
    name: 'three-dashes',
    strokes: [{ line: [5, 50, 26, 50] }, { line: [40, 50, 61, 50] }, { line: [75, 50, 96, 50] }],
  },
];

import type { Form } from './forms.ts';

/**
 * Letters that nobody accepts as a digit, by their control points in hundredths of a box (`forms.ts`).
 * Left out are those that a person could read as one: O o D Q C c U u (0), I i l J j (1), Z z (2), y u (4), S s (5), b G (6),
 * B (8), P g q (9).
 */
export const LETTERS: readonly Form[] = [
  {
    name: 'A',
    strokes: [{ line: [50, 5, 10, 95] }, { line: [50, 5, 90, 95] }, { line: [26, 62, 74, 62] }],
  },
  { name: 'E', strokes: [{ line: [80, 6, 18, 6, 18, 94, 82, 94] }, { line: [18, 50, 70, 50] }] },
  { name: 'F', strokes: [{ line: [20, 95, 20, 6, 82, 6] }, { line: [20, 48, 68, 48] }] },
  {
    name: 'H',
    strokes: [{ line: [15, 5, 15, 95] }, { line: [85, 5, 85, 95] }, { line: [15, 50, 85, 50] }],
  },
  { name: 'K', strokes: [{ line: [18, 5, 18, 95] }, { line: [82, 6, 20, 54, 84, 95] }] },
  { name: 'L', strokes: [{ line: [20, 5, 20, 94, 84, 94] }] },
  { name: 'M', strokes: [{ line: [8, 95, 16, 5, 50, 70, 84, 5, 92, 95] }] },
  { name: 'N', strokes: [{ line: [14, 95, 14, 5, 86, 95, 86, 5] }] },
  {
    name: 'R',
    strokes: [
      { line: [20, 95, 20, 5] },
      { curve: [20, 6, 56, 4, 80, 18, 74, 40, 48, 50, 22, 50, 22, 50, 84, 95] },
    ],
  },
  { name: 'T', strokes: [{ line: [8, 6, 92, 6] }, { line: [50, 6, 50, 95] }] },
  { name: 'V', strokes: [{ line: [10, 5, 50, 95, 90, 5] }] },
  { name: 'W', strokes: [{ line: [4, 6, 26, 94, 50, 30, 74, 94, 96, 6] }] },
  { name: 'X', strokes: [{ line: [12, 5, 88, 95] }, { line: [88, 5, 12, 95] }] },
  { name: 'Y', strokes: [{ line: [8, 5, 50, 46, 92, 5] }, { line: [50, 46, 50, 95] }] },
  {
    name: 'small-a',
    strokes: [
      {
        curve: [
          82, 26, 60, 8, 28, 14, 12, 48, 24, 84, 52, 86, 78, 60, 84, 12, 84, 12, 82, 60, 96, 92,
        ],
      },
    ],
  },
  {
    name: 'small-d',
    strokes: [
      { curve: [74, 56, 54, 44, 28, 52, 18, 74, 34, 94, 60, 92, 76, 72] },
      { line: [78, 4, 78, 95] },
    ],
  },
  {
    name: 'small-e',
    strokes: [
      { curve: [14, 54, 50, 52, 84, 46, 80, 20, 52, 8, 22, 22, 12, 56, 26, 86, 56, 94, 86, 80] },
    ],
  },
  {
    name: 'small-f',
    strokes: [{ curve: [82, 14, 64, 4, 48, 14, 44, 40, 44, 95] }, { line: [18, 44, 74, 42] }],
  },
  {
    name: 'small-h',
    strokes: [{ line: [18, 4, 18, 95] }, { curve: [18, 66, 38, 48, 64, 48, 78, 64, 80, 95] }],
  },
  { name: 'small-k', strokes: [{ line: [22, 4, 22, 95] }, { line: [74, 42, 24, 70, 80, 95] }] },
  {
    name: 'small-m',
    strokes: [
      { line: [8, 24, 8, 90] },
      {
        curve: [
          8, 44, 24, 24, 42, 28, 48, 50, 48, 90, 48, 90, 50, 46, 64, 26, 84, 28, 92, 52, 92, 90,
        ],
      },
    ],
  },
  {
    name: 'small-n',
    strokes: [{ line: [16, 14, 16, 92] }, { curve: [16, 42, 38, 16, 66, 14, 82, 36, 84, 92] }],
  },
  {
    name: 'small-r',
    strokes: [{ line: [28, 10, 28, 94] }, { curve: [28, 42, 44, 18, 64, 10, 82, 18] }],
  },
  {
    name: 'small-t',
    strokes: [{ curve: [46, 4, 46, 50, 46, 78, 56, 93, 78, 88] }, { line: [16, 32, 80, 31] }],
  },
  {
    name: 'small-w',
    strokes: [
      { curve: [6, 20, 10, 66, 26, 86, 44, 66, 50, 30, 50, 30, 56, 70, 74, 86, 90, 62, 94, 18] },
    ],
  },
  {
    name: 'small-x',
    strokes: [
      { curve: [12, 16, 34, 34, 66, 68, 88, 88] },
      { curve: [88, 14, 62, 36, 36, 66, 10, 90] },
    ],
  },
];

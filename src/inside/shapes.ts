/** Drawn shapes that are no digit, as strokes of a pen: read as a drawing of the reader's would be. */
import { preprocess } from '../digits/preprocess.ts';
import type { Line } from '../digits/strokes.ts';

/** The thickness of the pen, in pad units. */
const WIDTH = 0.07;
/** cos and sin of a sixteenth of a turn or so: exact, for 24, 7 and 25 are sides of a right-angled triangle. */
const [COS, SIN] = [24 / 25, 7 / 25];

/** Points on a turn round a middle, each farther out by a factor. @param from the first point, seen from the middle */
function turn(
  [x, y]: readonly [number, number],
  from: readonly [number, number],
  steps: number,
  growth = 1,
): number[] {
  let [dx, dy] = from;
  const points: number[] = [];
  for (let i = 0; i <= steps; i++) {
    points.push(x + dx, y + dy);
    [dx, dy] = [growth * (COS * dx - SIN * dy), growth * (SIN * dx + COS * dy)];
  }
  return points;
}

/** So many steps of `turn` go once round. */
const ROUND = 22;

/** Shapes by name, each as lines in pad units, y down. */
const DRAWN: readonly (readonly [name: string, lines: readonly Line[]])[] = [
  [
    'a house',
    [[0.2, 0.85, 0.2, 0.45, 0.5, 0.15, 0.8, 0.45, 0.8, 0.85, 0.2, 0.85, 0.2, 0.45, 0.8, 0.45]],
  ],
  ['a spiral', [turn([0.5, 0.5], [0.03, 0], 2.6 * ROUND, 1.045)]],
  [
    'a letter A',
    [
      [0.2, 0.9, 0.5, 0.1, 0.8, 0.9],
      [0.32, 0.6, 0.68, 0.6],
    ],
  ],
  [
    'a letter K',
    [
      [0.28, 0.1, 0.28, 0.9],
      [0.75, 0.1, 0.28, 0.55, 0.78, 0.9],
    ],
  ],
  ['a star', [[0.22, 0.9, 0.5, 0.1, 0.78, 0.9, 0.1, 0.4, 0.9, 0.4, 0.22, 0.9]]],
  ['a triangle', [[0.5, 0.15, 0.9, 0.85, 0.1, 0.85, 0.5, 0.15]]],
  [
    'a ladder',
    [
      [0.3, 0.1, 0.3, 0.9],
      [0.7, 0.1, 0.7, 0.9],
      [0.3, 0.3, 0.7, 0.3],
      [0.3, 0.5, 0.7, 0.5],
      [0.3, 0.7, 0.7, 0.7],
    ],
  ],
  [
    'a fish',
    [
      [
        0.1, 0.35, 0.3, 0.5, 0.55, 0.3, 0.8, 0.35, 0.92, 0.5, 0.8, 0.65, 0.55, 0.7, 0.3, 0.5, 0.1,
        0.65, 0.1, 0.35,
      ],
    ],
  ],
  [
    'a face',
    [
      turn([0.5, 0.5], [0.4, 0], ROUND),
      [0.36, 0.4],
      [0.64, 0.4],
      [0.32, 0.62, 0.42, 0.72, 0.58, 0.72, 0.68, 0.62],
    ],
  ],
  [
    'a tree',
    [
      [
        0.5, 0.9, 0.5, 0.7, 0.2, 0.7, 0.5, 0.4, 0.28, 0.4, 0.5, 0.1, 0.72, 0.4, 0.5, 0.4, 0.8, 0.7,
        0.5, 0.7,
      ],
    ],
  ],
  ['a flash', [[0.6, 0.08, 0.3, 0.52, 0.55, 0.5, 0.38, 0.92]]],
  [
    'a cross',
    [
      [0.5, 0.1, 0.5, 0.9],
      [0.12, 0.5, 0.88, 0.5],
    ],
  ],
];

/** What there is, in order: 'a house', … */
export const SHAPE_NAMES: readonly string[] = DRAWN.map(([name]) => name);

const made: Float64Array[] = [];

/** One of the shapes as a network sees it; the list goes round. (784), 0 to 1. The same array each time: not to be changed. */
export function shapePicture(i: number): Float64Array {
  const at = i % DRAWN.length;
  made[at] ??= preprocess(DRAWN[at][1].map((points) => ({ points, width: WIDTH, erase: false })));
  return made[at];
}

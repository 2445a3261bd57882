import { range } from 'd3';
import type { Box, Point } from '@/descent/field.ts';
import type { SurfaceName } from '@/descent/surfaces.ts';

/** Digits that the mean cost of the slice is over: every second of the thousand, so some fifty of each. */
export const SLICE_DIGITS = 500;

export type LandscapeKey = SurfaceName | 'digits';

/** A cost over two numbers, and how its map is drawn. */
export interface Landscape {
  readonly name: string;
  readonly box: Box;
  /** Where the ball lies at first. */
  readonly start: Point;
  /** The learning rate at first, and the range of its slider. */
  readonly eta: number;
  readonly etas: readonly [number, number];
  readonly ticks: readonly number[];
  /** Contours, ascending. */
  readonly levels: readonly number[];
  /** Heights of the surface view are logarithms, where the lowest and the highest are too far apart. */
  readonly isLog: boolean;
  /** Places that coordinates are written with. */
  readonly places: number;
  /** What the landscape is, in a sentence or two. */
  readonly about: string;
}

const SQUARE: Box = { x: [-3, 3], y: [-3, 3] };
const every = (step: number, count: number): number[] =>
  range(1, count + 1).map((i) => Number((step * i).toFixed(6)));
const toy = {
  box: SQUARE,
  etas: [0.01, 10],
  ticks: [0.01, 0.1, 1, 10],
  isLog: false,
  places: 2,
} as const;

export const landscapes: Readonly<Record<LandscapeKey, Landscape>> = {
  bowl: {
    ...toy,
    name: 'Bowl',
    start: { x: 2, y: 1 },
    eta: 0.2,
    levels: every(0.75, 11),
    about:
      'A round bowl made up for this figure: C = ½(x² + y²). From anywhere, straight downhill is straight to the bottom.',
  },
  ravine: {
    ...toy,
    name: 'Ravine',
    start: { x: 2.2, y: 2.6 },
    eta: 0.4,
    // Close along the floor, where the descent spends its time, and far between up the walls.
    levels: [0.05, 0.15, 0.3, 0.5, 1, ...every(2, 17)],
    about:
      'A ravine made up for this figure: across it the cost bends 25 times as strongly as along it.',
  },
  saddle: {
    ...toy,
    name: 'Saddle',
    start: { x: 0.05, y: 2.4 },
    eta: 0.3,
    levels: every(0.5, 12),
    about:
      'A saddle made up for this figure: C = ½y² + (x² − 4)² ÷ 16. In its middle it is flat, and yet that is no bottom.',
  },
  valleys: {
    ...toy,
    name: 'Many valleys',
    start: { x: -0.4, y: 2.7 },
    eta: 0.15,
    levels: every(0.2, 13),
    about:
      'Five hollows of different depths in a shallow bowl, made up for this figure. Where the ball starts decides where it ends.',
  },
  digits: {
    name: 'Digit cost',
    box: { x: [-15, 57.8], y: [-30, 42.8] },
    start: { x: 26.5, y: 36 },
    eta: 60,
    etas: [10, 10_000],
    ticks: [10, 100, 1000, 10_000],
    levels: [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56, 0.8, 1.1, 1.5, 2, 2.6],
    isLog: true,
    places: 1,
    about: `A true slice: C is the mean cost of ${SLICE_DIGITS} test digits, without weight decay. It goes through three sets of the explainer network’s 13,002 weights and biases: untrained, trained (A), and trained from another start (B). A slice is not the space: the arrow is against the gradient’s part in this plane, and all other directions are held still. The mark on η is worked out at a valley’s bottom, where the slice hardly bends; up on the walls, where it is steep, a far smaller η may fling the ball out.`,
  },
};

export const LANDSCAPES = Object.keys(landscapes) as LandscapeKey[];

import { applyErasers } from './eraser.ts';
import { PIXELS, SIDE } from './mnist.ts';
import { BOX, centreOfMass, INK, toCentre } from './preprocess.ts';
import { raster } from './raster.ts';
import { bounds, type Drawing, type Line } from './strokes.ts';

/**
 * The way from a drawing to 784 numbers in five steps, each of which can be left out: what is a step worth? With all of them it is
 * `preprocess`, number for number; it stands by itself so that the pads of the site carry none of this.
 */

/**
 * box: the ink's longer side becomes 20 pixels, else it stays as large and where it was drawn.
 * aspect: width and height keep their ratio, else the shorter side is stretched to the longer.
 * ink: the pen is as thick as MNIST's, 2.5 pixels, else it grows and shrinks with the drawing.
 * centre: the centre of mass goes to the middle of pixel 14, else the box's middle stays where it is: with `box` in the middle of the 28.
 * grey: a pixel is as bright as its share of ink, else black or white.
 */
export const STEPS = ['box', 'aspect', 'ink', 'centre', 'grey'] as const;
export type Step = (typeof STEPS)[number];
export type Steps = Readonly<Record<Step, boolean>>;

export const ALL_ON: Steps = { box: true, aspect: true, ink: true, centre: true, grey: true };

/** Every setting of the switches, 32 of them: setting i has step s on where bit s of i is 1, so that the last has them all. */
export const SETTINGS: readonly Steps[] = Array.from(
  { length: 1 << STEPS.length },
  (_, i) =>
    Object.fromEntries(STEPS.map((step, s) => [step, (i >> s) % 2 === 1])) as unknown as Steps,
);

/** The place of a setting among SETTINGS. */
export function settingOf(steps: Steps): number {
  return STEPS.reduce((sum, step, s) => sum + (steps[step] ? 1 << s : 0), 0);
}

/** A line of ink on the grid of 28 x 28, and how thick it is; in pixels. */
export interface GridLine {
  readonly points: Line;
  readonly width: number;
}

/** What each step leaves, one after the other; a step that is left out leaves what came to it. */
export interface Stages {
  /** As it lies on the pad, the pad being the grid. */
  readonly drawn: readonly GridLine[];
  /** After `box`, before anything minds the aspect. */
  readonly box: readonly GridLine[];
  readonly aspect: readonly GridLine[];
  readonly ink: readonly GridLine[];
  readonly centre: readonly GridLine[];
  /** The centre of mass of the ink after `centre`, in pixels from the upper left; undefined where there is no ink. */
  readonly mass: { readonly x: number; readonly y: number } | undefined;
  /** After `grey`: (28, 28) row-major, 0 to 1; all 0 for a drawing without ink. */
  readonly pixels: Float64Array;
}

/** Ink smaller than this share of the pad's side is a dot, and is not blown up to fill the box: as `preprocess` has it. */
const DOT = 0.02;
/** With `grey` left out a pixel is white from this much ink on. */
const HALF = 0.5;

const MIDDLE = SIDE / 2;

/** x -> scale x + dx, and y by its own scale. */
function stretch(
  line: Line,
  [scaleX, scaleY]: readonly [number, number],
  dx: number,
  dy: number,
): number[] {
  return line.map((v, i) => (i % 2 === 0 ? scaleX * v + dx : scaleY * v + dy));
}

const shift = (lines: readonly GridLine[], dx: number, dy: number): GridLine[] =>
  lines.map(({ points, width }) => ({ points: stretch(points, [1, 1], dx, dy), width }));

/** Inks lines of several thicknesses; where they overlap the darker counts. */
export function inkOf(lines: readonly GridLine[]): Float64Array {
  const widths = [...new Set(lines.map(({ width }) => width))];
  const pictures = widths.map((width) =>
    raster(
      lines.flatMap((line) => (line.width === width ? [line.points] : [])),
      SIDE,
      width,
      INK.soft,
    ),
  );
  const [first = new Float64Array(PIXELS), ...others] = pictures;
  for (const other of others) other.forEach((v, i) => (first[i] = Math.max(first[i], v)));
  return first;
}

/** The way of a drawing from the pad to 784 numbers, with the steps that are on. */
export function stagesOf(drawing: Drawing, steps: Steps): Stages {
  const strokes = applyErasers(drawing);
  const drawn = strokes.map(({ points, width }) => ({
    points: stretch(points, [SIDE, SIDE], 0, 0),
    width: SIDE * width,
  }));
  const edges = bounds(strokes.map(({ points }) => points));
  if (!edges) {
    const pixels = new Float64Array(PIXELS);
    const none = { box: drawn, aspect: drawn, ink: drawn, centre: drawn, mass: undefined, pixels };
    return { drawn, ...none };
  }

  const across = edges.right - edges.left;
  const down = edges.bottom - edges.top;
  const longer = Math.max(across, down, DOT);
  const thickest = Math.max(...strokes.map(({ width }) => width));
  /** Pixels to a unit of the pad that the pen's own thickness is drawn with, where it keeps it. */
  const penScale = steps.box ? BOX / (longer + thickest) : SIDE;
  const pen = steps.ink ? INK.width : thickest * penScale;
  /** What the points of the longer side go over: the pen's thickness sticks out on both sides. */
  const length = steps.box ? BOX - pen : SIDE * longer;
  const even = steps.box ? length / longer : SIDE;
  /** Where the middle of the box is put. */
  const middleX = (edges.left + edges.right) / 2;
  const middleY = (edges.top + edges.bottom) / 2;
  const toX = steps.box ? MIDDLE : SIDE * middleX;
  const toY = steps.box ? MIDDLE : SIDE * middleY;

  const put = (scales: readonly [number, number], x: number, y: number, ink: boolean): GridLine[] =>
    strokes.map(({ points, width }) => ({
      points: stretch(
        points,
        scales,
        x - (scales[0] * (edges.left + edges.right)) / 2,
        y - (scales[1] * (edges.top + edges.bottom)) / 2,
      ),
      width: ink ? INK.width : width * penScale,
    }));
  const stretched = [length / Math.max(across, DOT), length / Math.max(down, DOT)] as const;
  const scales = steps.aspect ? ([even, even] as const) : stretched;

  const box = steps.box ? put(stretched, toX, toY, false) : drawn;
  const aspect = put(scales, toX, toY, false);
  const ink = put(scales, toX, toY, steps.ink);
  let centre = ink;
  if (steps.centre) {
    // Measured in the middle, where all of it is on the picture.
    const inMiddle = put(scales, MIDDLE, MIDDLE, steps.ink);
    const by = toCentre((dx, dy) => inkOf(shift(inMiddle, dx, dy)));
    centre = shift(inMiddle, by.x, by.y);
  }
  const grey = inkOf(centre);
  const pixels = steps.grey ? grey : grey.map((v) => (v >= HALF ? 1 : 0));
  return { drawn, box, aspect, ink, centre, mass: centreOfMass(grey, SIDE), pixels };
}

import { applyErasers } from './eraser.ts';
import { PIXELS, SIDE } from './mnist.ts';
import { raster } from './raster.ts';
import { type Drawing, type Line, bounds, transform } from './strokes.ts';

/**
 * From a drawing to the 784 numbers that the network was trained on, by MNIST's own rule: the longer side of the ink is fitted to
 * 20 pixels, its aspect kept, and the whole placed so that its centre of mass lies at pixel index 14 of 28. Half a pixel off costs
 * two points of accuracy.
 */

/** The box, in pixels, that the longer side of the ink fills. */
export const BOX = 20;

/** Where the centre of mass goes, in pixels from the edge: pixel index 14 is the pixel from 14 to 15, its middle at 14.5. */
export const CENTRE = 14.5;

/** The ink of our drawings, in pixels: as thick, and as soft at the edge, as that of MNIST's digits. */
export const INK = { width: 2.5, soft: 1 } as const;

/** Ink smaller than this share of the pad's side is a dot, and is not blown up to fill the box. */
const DOT = 0.02;

/** The centre of mass of a square picture's ink, in pixels from its left and upper edge; undefined where there is no ink. */
export function centreOfMass(
  picture: ArrayLike<number>,
  side: number,
): { x: number; y: number } | undefined {
  let mass = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < side * side; i++) {
    mass += picture[i];
    x += picture[i] * ((i % side) + 0.5);
    y += picture[i] * (Math.floor(i / side) + 0.5);
  }
  return mass > 0 ? { x: x / mass, y: y / mass } : undefined;
}

/** Fits lines into the box, as vectors: the ink's longer side becomes 20 pixels, its middle the middle of the 28. */
export function fit(lines: readonly Line[]): Line[] {
  const box = bounds(lines);
  if (!box) return [];
  const longer = Math.max(box.right - box.left, box.bottom - box.top, DOT);
  const scale = (BOX - INK.width) / longer; // the pen's own thickness sticks out on both sides
  const middle = SIDE / 2;
  return transform(
    lines,
    scale,
    middle - (scale * (box.left + box.right)) / 2,
    middle - (scale * (box.top + box.bottom)) / 2,
  );
}

/**
 * Inks lines that `fit` has fitted, their centre of mass where MNIST has it.
 * @param passes how often it is measured: once leaves it up to 0.1 pixels off, three times less than 0.01
 * @returns (28, 28) row-major, 0 to 1; all 0 where there are no lines
 */
export function inkFitted(fitted: readonly Line[], passes = 3): Float64Array {
  if (fitted.length === 0) return new Float64Array(PIXELS);
  const ink = (dx: number, dy: number): Float64Array =>
    raster(transform(fitted, 1, dx, dy), SIDE, INK.width, INK.soft);
  const { x, y } = toCentre(ink, passes);
  return ink(x, y);
}

/**
 * How far ink must be moved so that its centre of mass lies at CENTRE, in pixels.
 * @param ink the picture (28, 28) of the ink moved by (dx, dy); within a pixel of where it stands, all of it must be on the picture
 * @param passes how often it is measured
 */
export function toCentre(
  ink: (dx: number, dy: number) => Float64Array,
  passes = 3,
): { x: number; y: number } {
  // In the middle of the 28 the ink is whole, and its centre of mass can be measured. Whole steps move a raster exactly; the
  // fraction of a step changes it a little, so measure again with that fraction in place, still whole: once more leaves up to
  // 0.02 pixels, twice more less than 0.01.
  let dx = 0;
  let dy = 0;
  for (let pass = 0; pass < passes; pass++) {
    const fractionX = dx - Math.round(dx);
    const fractionY = dy - Math.round(dy);
    const centre = centreOfMass(ink(fractionX, fractionY), SIDE);
    if (!centre) break;
    dx = CENTRE - centre.x + fractionX;
    dy = CENTRE - centre.y + fractionY;
  }
  return { x: dx, y: dy };
}

/**
 * A drawing as the network sees it. Fitted as vectors first and inked then, so that a drawing that is moved, scaled or drawn with
 * another pen gives the same numbers.
 * @returns (28, 28) row-major, 0 to 1; all 0 for a drawing without ink
 */
export function preprocess(drawing: Drawing): Float64Array {
  return inkFitted(fit(applyErasers(drawing).map(({ points }) => points)));
}

/**
 * The shares of the source cells that each of the 28 target cells averages: cell i covers [from + i step, from + (i + 1) step] of
 * the source.
 */
function areaAverage(
  source: ArrayLike<number>,
  length: number,
  from: number,
  step: number,
  read: (cell: number) => number,
  write: (i: number, value: number) => void,
): void {
  for (let i = 0; i < SIDE; i++) {
    const start = from + i * step;
    const end = start + step;
    let sum = 0;
    const last = Math.min(length, Math.ceil(end));
    for (let cell = Math.max(0, Math.floor(start)); cell < last; cell++) {
      const share = Math.min(end, cell + 1) - Math.max(start, cell);
      if (share > 0) sum += share * source[read(cell)];
    }
    write(i, Math.min(1, sum / step)); // the shares of a full cell may round to a little more than 1
  }
}

/**
 * The same rule for a picture that has no strokes: the box round its ink, and its centre of mass, are found in the picture, which is
 * then area-averaged straight into place.
 * @param picture (height, width) row-major, 0 background to 1 ink
 * @returns (28, 28) row-major, 0 to 1; all 0 for a picture without ink
 * @throws RangeError when a side is no whole number from 1, or there are not width * height numbers from 0 to 1
 */
export function preprocessPicture(
  picture: ArrayLike<number>,
  width: number,
  height: number,
): Float64Array {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new RangeError(`A picture's sides are whole numbers from 1; got ${width} x ${height}.`);
  }
  if (picture.length !== width * height) {
    throw new RangeError(
      `A picture of ${width} x ${height} has ${width * height} numbers; got ${picture.length}.`,
    );
  }
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  let mass = 0;
  let x = 0;
  let y = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const ink = picture[row * width + column];
      if (!(ink >= 0 && ink <= 1)) {
        throw new RangeError(
          `A picture's numbers run from 0 to 1; got ${ink} at row ${row}, column ${column}.`,
        );
      }
      if (ink === 0) continue;
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
      mass += ink;
      x += ink * (column + 0.5);
      y += ink * (row + 0.5);
    }
  }
  const result = new Float64Array(PIXELS);
  if (mass === 0) return result;

  const step = Math.max(right - left, bottom - top) / BOX; // source pixels to a pixel of ours
  const narrow = new Float64Array(height * SIDE);
  for (let row = 0; row < height; row++) {
    areaAverage(
      picture,
      width,
      x / mass - CENTRE * step,
      step,
      (cell) => row * width + cell,
      (i, v) => {
        narrow[row * SIDE + i] = v;
      },
    );
  }
  for (let column = 0; column < SIDE; column++) {
    areaAverage(
      narrow,
      height,
      y / mass - CENTRE * step,
      step,
      (cell) => cell * SIDE + column,
      (i, v) => {
        result[i * SIDE + column] = v;
      },
    );
  }
  return result;
}

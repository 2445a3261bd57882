import type { Random } from '../network/random.ts';
import { PIXELS, SIDE } from './mnist.ts';
import { INK, centreOfMass } from './preprocess.ts';
import { raster } from './raster.ts';
import type { Line } from './strokes.ts';

/**
 * Habits of the pen that people have and MNIST's American writers had not: zeros with a slash, ones with an upstroke or a base line,
 * sevens with a bar, nines with a curled tail. Drawn onto MNIST's own digits before they are bent.
 */

/** The picture with lines inked over it, as thick as `width` pixels. */
function inkOver(picture: Float64Array, lines: readonly Line[], width: number): Float64Array {
  const ink = raster(lines, SIDE, width, INK.soft);
  for (let i = 0; i < PIXELS; i++) ink[i] = Math.max(ink[i], picture[i]);
  return ink;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function inkBox(picture: Float64Array): Box {
  let left = SIDE;
  let right = 0;
  let top = SIDE;
  let bottom = 0;
  for (let i = 0; i < PIXELS; i++) {
    if (picture[i] < 0.25) continue;
    const column = i % SIDE;
    const row = (i - column) / SIDE;
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  return { left, right, top, bottom };
}

/** The middle of the ink in a row of pixels, in pixels from the left; undefined where the row has none. */
function middleOfRow(picture: Float64Array, row: number): number | undefined {
  let mass = 0;
  let sum = 0;
  for (let column = 0; column < SIDE; column++) {
    const ink = picture[row * SIDE + column];
    mass += ink;
    sum += ink * (column + 0.5);
  }
  return mass > 0.25 ? sum / mass : undefined;
}

/** A slash through a zero: mostly from lower left to upper right, but upright and level too, inside it or well beyond. */
function slash(picture: Float64Array, random: Random, width: number): Float64Array {
  const centre = centreOfMass(picture, SIDE);
  if (!centre) return picture;
  const { left, right, top, bottom } = inkBox(picture);
  // A direction from level (0) through the diagonal (1) to upright (2), leaning the usual way or, now and then, the other.
  const direction = random.uniform() < 0.7 ? random.between(0.5, 2) : random.between(0, 2);
  const mirror = random.uniform() < 0.15 ? -1 : 1;
  const reach = random.between(0.55, 1.45);
  const dx = ((right - left) / 2) * reach * Math.min(1, 2 - direction) * mirror;
  const dy = ((bottom - top) / 2) * reach * Math.min(1, direction);
  return inkOver(picture, [[centre.x - dx, centre.y + dy, centre.x + dx, centre.y - dy]], width);
}

/** A one's upstroke, as long as the stem at the most, its base line, or both. */
function oneWithSerifs(picture: Float64Array, random: Random, width: number): Float64Array {
  const { top, bottom } = inkBox(picture);
  const head = middleOfRow(picture, Math.min(SIDE - 1, top + 1));
  const foot = middleOfRow(picture, Math.max(0, bottom - 2));
  if (head === undefined || foot === undefined) return picture;
  const lines: Line[] = [];
  const kind = random.uniform();
  if (kind < 0.75) {
    const fall = random.between(0.4, 2.4); // pixels down for each to the left
    const drop = Math.min(random.between(2, 7) * Math.min(fall, 1.6), 0.9 * (bottom - top));
    const y = top + 1.2;
    lines.push([head, y, head - drop / fall, y + drop]);
  }
  if (kind > 0.45) {
    const half = random.between(2.5, 8);
    const off = random.between(-1.5, 1.5);
    const y = bottom - 1.2;
    const lean = random.between(-1, 1);
    lines.push([foot + off - half, y + lean, foot + off + half, y - lean]);
  }
  return inkOver(picture, lines, width);
}

/** A nine's tail curled back to the left, as in a written g. */
function hookNine(picture: Float64Array, random: Random, width: number): Float64Array {
  const { bottom } = inkBox(picture);
  const foot = middleOfRow(picture, Math.max(0, bottom - 2));
  if (foot === undefined) return picture;
  const long = random.between(4, 11);
  const rise = random.between(-0.5, 3.5);
  const y = bottom - 1.2;
  const dip = random.between(0.3, 1.8);
  return inkOver(
    picture,
    [
      [
        foot,
        y - 1,
        foot - 0.25 * long,
        y + dip,
        foot - 0.65 * long,
        y + dip,
        foot - long,
        y - rise,
      ],
    ],
    width,
  );
}

/** A bar across a seven's stem. */
function crossSeven(picture: Float64Array, random: Random, width: number): Float64Array {
  const { top, bottom } = inkBox(picture);
  const row = Math.round(top + (bottom - top) * random.between(0.42, 0.68));
  const stem = middleOfRow(picture, Math.min(SIDE - 1, row));
  if (stem === undefined) return picture;
  const left = random.between(2.5, 6);
  const right = random.between(2.5, 6);
  const tilt = random.between(-1.5, 1.5);
  const y = row + 0.5;
  return inkOver(picture, [[stem - left, y + tilt, stem + right, y - tilt]], width);
}

/**
 * The digit written with a habit, where its label has one; otherwise the digit as it came.
 * @param picture (28, 28) row-major, 0 to 1
 */
export function addHabit(picture: Float64Array, label: number, random: Random): Float64Array {
  const width = INK.width * random.between(0.6, 1.3);
  if (label === 0) return slash(picture, random, width);
  if (label === 1) return oneWithSerifs(picture, random, width);
  if (label === 7) return crossSeven(picture, random, width);
  if (label === 9) return hookNine(picture, random, width);
  return picture;
}

import type { Random } from '../network/random.ts';
import { PIXELS, SIDE } from './mnist.ts';
import { BOX, CENTRE, centreOfMass } from './preprocess.ts';

/** How far a digit may be bent before it is shown to a network again; each is the largest, or the spread, of a random amount. */
export interface Bend {
  /** Tangent of half the angle of rotation, at most: 0.13 is 15 degrees. */
  readonly rotation: number;
  /** Sideways lean, in pixels a pixel of height, at most. */
  readonly shear: number;
  /** Wider or narrower by this share at most, as against the height. */
  readonly aspect: number;
  /** Larger or smaller by this share at most, as against a fit to MNIST's box. */
  readonly scale: number;
  /** Off the centre by this many pixels at most, either way. */
  readonly shift: number;
  /** Standard deviation of the elastic displacement, in pixels. */
  readonly elastic: number;
  /** How much of the way to the lines made a pixel thicker, or thinner, at most: 0 to 1. */
  readonly thickness: number;
  /** Edges steeper by this factor at most, 1 or above: bilinear sampling blurs, and ink drawn on a screen is crisp. */
  readonly contrast: number;
}

/** Points along a side of the coarse grid on which elastic displacements are drawn; between them they are interpolated. */
const KNOTS = 6;

/**
 * A digit bent at random, and fitted anew by MNIST's own rule: its box to 20 pixels, its centre of mass to 14.5. One bilinear
 * sampling does it all, so that nothing is blurred twice.
 * @param picture (28, 28) row-major, 0 to 1, with some ink
 * @returns a new picture of the same form
 */
export function bend(picture: Float64Array, limits: Bend, random: Random): Float64Array {
  const strength = random.uniform(); // some digits are bent a lot, some hardly at all, as they come to be read
  const amount = (limit: number): number => strength * limit * random.between(-1, 1);
  const thick = thicken(picture, amount(limits.thickness));
  const centre = centreOfMass(thick, SIDE);
  if (!centre) return thick;

  // A = rotation x shear x aspect; cosine and sine from the tangent of the half angle, since Math's own differ between engines
  const t = amount(limits.rotation);
  const cosine = (1 - t * t) / (1 + t * t);
  const sine = (2 * t) / (1 + t * t);
  const shear = amount(limits.shear);
  const wide = 1 + amount(limits.aspect);
  const a = wide * cosine;
  const b = shear * cosine - sine;
  const c = wide * sine;
  const d = shear * sine + cosine;

  const scale = (BOX / longerSide(thick, a, b, c, d)) * (1 + amount(limits.scale));
  const dx = CENTRE + limits.shift * random.between(-1, 1);
  const dy = CENTRE + limits.shift * random.between(-1, 1);
  const determinant = (a * d - b * c) * scale;
  const wobbleX = elasticField(strength * limits.elastic, random);
  const wobbleY = elasticField(strength * limits.elastic, random);

  const result = new Float64Array(PIXELS);
  let brightest = 0;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const i = row * SIDE + column;
      const x = column + 0.5 - dx + wobbleX[i];
      const y = row + 0.5 - dy + wobbleY[i];
      result[i] = sample(
        thick,
        (d * x - b * y) / determinant + centre.x,
        (a * y - c * x) / determinant + centre.y,
      );
      brightest = Math.max(brightest, result[i]);
    }
  }
  return sharpen(result, brightest, random.between(1, limits.contrast));
}

/** Steepens the ramp from background to ink about its middle, the brightest pixel becoming full ink. Mutates and returns. */
function sharpen(picture: Float64Array, brightest: number, contrast: number): Float64Array {
  if (brightest === 0) return picture;
  for (let i = 0; i < picture.length; i++) {
    const v = (picture[i] / brightest - 0.5) * contrast + 0.5;
    picture[i] = Math.max(0, Math.min(1, v));
  }
  return picture;
}

/** The longer side, in pixels, of the box round the ink once the map (a b; c d) has moved it. */
function longerSide(picture: Float64Array, a: number, b: number, c: number, d: number): number {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < PIXELS; i++) {
    if (picture[i] < 0.25) continue; // the faint fringe of the ink is not what the box was fitted to
    const column = i % SIDE;
    const row = (i - column) / SIDE;
    const x = a * column + b * row;
    const y = c * column + d * row;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return left <= right ? Math.max(right - left, bottom - top) + 1 : BOX;
}

/** The picture's value at a point, in pixels from its left and upper edge, interpolated between the four nearest pixels. */
function sample(picture: Float64Array, x: number, y: number): number {
  const column = Math.floor(x - 0.5);
  const row = Math.floor(y - 0.5);
  if (column < -1 || row < -1 || column >= SIDE || row >= SIDE) return 0;
  const right = x - 0.5 - column;
  const down = y - 0.5 - row;
  const i = row * SIDE + column;
  const hasUp = row >= 0;
  const hasDown = row + 1 < SIDE;
  const hasLeft = column >= 0;
  const hasRight = column + 1 < SIDE;
  const upLeft = hasUp && hasLeft ? picture[i] : 0;
  const upRight = hasUp && hasRight ? picture[i + 1] : 0;
  const downLeft = hasDown && hasLeft ? picture[i + SIDE] : 0;
  const downRight = hasDown && hasRight ? picture[i + SIDE + 1] : 0;
  return (
    (1 - down) * ((1 - right) * upLeft + right * upRight) +
    down * ((1 - right) * downLeft + right * downRight)
  );
}

/** Where each row or column of pixels lies between the knots: the knot before it, and how far it has eased over to the next. */
const BEFORE = Array.from({ length: SIDE }, (_, i) => Math.floor((i * (KNOTS - 1)) / SIDE));
const EASED = Array.from({ length: SIDE }, (_, i) => ease((i * (KNOTS - 1)) / SIDE - BEFORE[i]));

/** A smooth random displacement for every pixel, after Simard, Steinkraus and Platt (2003): random at knots, eased between them. */
function elasticField(spread: number, random: Random): Float64Array {
  const knots = new Float64Array(KNOTS * KNOTS);
  for (let i = 0; i < knots.length; i++) knots[i] = spread * random.normal();
  const field = new Float64Array(PIXELS);
  const between = new Float64Array(KNOTS); // the knots of a row of pixels
  for (let row = 0; row < SIDE; row++) {
    const r = BEFORE[row] * KNOTS;
    const down = EASED[row];
    for (let c = 0; c < KNOTS; c++) {
      between[c] = (1 - down) * knots[r + c] + down * knots[r + KNOTS + c];
    }
    for (let column = 0; column < SIDE; column++) {
      const c = BEFORE[column];
      const right = EASED[column];
      field[row * SIDE + column] = (1 - right) * between[c] + right * between[c + 1];
    }
  }
  return field;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

/**
 * Lines thicker (amount above 0) or thinner (below), up to a pixel: a mixture of each pixel with the most, or the least, ink of
 * itself and its four neighbours.
 */
function thicken(picture: Float64Array, amount: number): Float64Array {
  const result = picture.slice();
  if (amount === 0) return result;
  const share = Math.abs(amount);
  for (let row = 1; row < SIDE - 1; row++) {
    for (let column = 1; column < SIDE - 1; column++) {
      const i = row * SIDE + column;
      const here = picture[i];
      const up = picture[i - SIDE];
      const down = picture[i + SIDE];
      const left = picture[i - 1];
      const right = picture[i + 1];
      if (here === 0 && up === 0 && down === 0 && left === 0 && right === 0) continue;
      const extreme =
        amount > 0 ? Math.max(here, up, down, left, right) : Math.min(here, up, down, left, right);
      result[i] = (1 - share) * here + share * extreme;
    }
  }
  return result;
}

/**
 * How much of a weight picture a plain pattern explains: the squared correlation of the two, on the pixels that ever have ink. The
 * patterns are edges (the first derivative of a Gaussian, as is usual for simple cells; Young 1987), rings, and whole digits.
 */
import { exp } from '../network/elementary.ts';
import { ShapeError } from '../network/errors.ts';
import { standardised } from './correlation.ts';

/** The pattern that explains a picture best. */
export interface Match {
  /** Which one: an edge of EDGES, or a digit. */
  readonly pattern: number;
  /** The squared correlation, 0 to 1. */
  readonly share: number;
  /** Whether the picture is the pattern with its signs turned. */
  readonly reversed: boolean;
}

const SIDE = 28;
/** cos and sin of 0, 15, … 165 degrees: a reversed edge is the same one, so that half a turn is all there is. */
const COS = [1, (Math.sqrt(6) + Math.sqrt(2)) / 4, Math.sqrt(3) / 2, Math.SQRT1_2, 0.5];
const QUARTER = [...COS, (Math.sqrt(6) - Math.sqrt(2)) / 4];
const DIRECTIONS: readonly (readonly [cos: number, sin: number])[] = [
  ...QUARTER.map((cos, i): [number, number] => [cos, i === 0 ? 0 : QUARTER[6 - i]]),
  ...QUARTER.map((cos, i): [number, number] => [i === 0 ? 0 : -QUARTER[6 - i], cos]),
];
/** How wide each side of an edge is, as the standard deviation across it, in pixels; along it, twice as much. */
const WIDTHS = [1.25, 2, 3.25];
/** Beyond so many standard deviations an edge is below a thousandth of its height, and counts as none. */
const REACH = 4.5;
/** Where edges stand, in pixels from the left or the top: ten places that span the 20 pixels which digits fill. */
const PLACES = Array.from({ length: 10 }, (_, i) => 5 + 2 * i);

/** How many edges there are: 12 directions, 3 widths, 10 by 10 places. */
export const EDGES = DIRECTIONS.length * WIDTHS.length * PLACES.length * PLACES.length;

/**
 * Edge number e: light on one side, dark on the other. (28, 28) row-major, from -1 to 1.
 * @throws ShapeError when there is no such edge
 */
export function edgePicture(e: number): Float64Array {
  if (!(Number.isInteger(e) && e >= 0 && e < EDGES)) {
    throw new ShapeError(`There are edges 0 to ${EDGES - 1}; got ${e}.`);
  }
  const many = PLACES.length;
  const x0 = PLACES[e % many];
  const y0 = PLACES[Math.floor(e / many) % many];
  const rest = Math.floor(e / (many * many));
  const width = WIDTHS[rest % WIDTHS.length];
  const [cos, sin] = DIRECTIONS[Math.floor(rest / WIDTHS.length)];
  const picture = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const dx = column + 0.5 - x0;
      const dy = row + 0.5 - y0;
      const across = (cos * dx + sin * dy) / width;
      const along = (cos * dy - sin * dx) / (2 * width);
      if (Math.abs(across) > REACH || Math.abs(along) > REACH) continue;
      // u e^(-u^2 / 2) is at most e^(-1/2), at u = 1; the 1/2 in the exponent makes that 1.
      picture[row * SIDE + column] = across * exp((1 - across * across - along * along) / 2);
    }
  }
  return picture;
}

/** The numbers of the pixels where any of the examples has ink, in order. @param inputs (count, nIn) row-major */
export function inkedPixels(inputs: ArrayLike<number>, nIn: number): Int32Array {
  const inked = new Uint8Array(nIn);
  for (let i = 0; i < inputs.length; i++) if (inputs[i] !== 0) inked[i % nIn] = 1;
  return Int32Array.from(inked.keys()).filter((k) => inked[k] === 1);
}

const seenAt = (picture: ArrayLike<number>, pixels: Int32Array): Float64Array =>
  standardised(Float64Array.from(pixels, (k) => picture[k]));

/** Lays patterns over pictures one by one, and keeps for each picture the best; the first of equals. */
class Search {
  readonly best: Match[];
  readonly #seen: readonly Float64Array[];
  readonly #pixels: Int32Array;

  constructor(pictures: readonly ArrayLike<number>[], pixels: Int32Array) {
    this.#seen = pictures.map((picture) => seenAt(picture, pixels));
    this.best = pictures.map(() => ({ pattern: 0, share: -1, reversed: false }));
    this.#pixels = pixels;
  }

  lay(pattern: number, picture: ArrayLike<number>): void {
    const laid = seenAt(picture, this.#pixels);
    this.#seen.forEach((seen, p) => {
      let r = 0;
      for (let k = 0; k < laid.length; k++) r += laid[k] * seen[k];
      // Rounding may carry a perfect match a hair above 1.
      const share = Math.min(1, r * r);
      if (share > this.best[p].share) this.best[p] = { pattern, share, reversed: r < 0 };
    });
  }
}

/** Edges laid over pictures between two breaths of searchEdges: some ten milliseconds' worth on a phone, with 16 pictures. */
const BREATH = 60;

/**
 * For each weight picture the best of all EDGES edges, in portions: it takes too long for a page to stand still. Yields the share of edges
 * that were tried, 0 to 1, and returns the matches.
 * @param pictures (784) each @param pixels those to look at
 */
export function* searchEdges(
  pictures: readonly ArrayLike<number>[],
  pixels: Int32Array,
): Generator<number, readonly Match[]> {
  const search = new Search(pictures, pixels);
  for (let e = 0; e < EDGES; e++) {
    search.lay(e, edgePicture(e));
    if (e % BREATH === BREATH - 1) yield (e + 1) / EDGES;
  }
  return search.best;
}

/** The same at once. */
export function bestEdges(
  pictures: readonly ArrayLike<number>[],
  pixels: Int32Array,
): readonly Match[] {
  const search = searchEdges(pictures, pixels);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

/** The mean pictures of ten digits, less the mean of the ten: what is particular to each. Each (784). */
export function ownPictures(means: readonly Float64Array[]): Float64Array[] {
  const all = new Float64Array(means[0]?.length ?? 0);
  for (const mean of means) mean.forEach((ink, k) => (all[k] += ink / means.length));
  return means.map((mean) => mean.map((ink, k) => ink - all[k]));
}

/** For each weight picture the best of ten digits. @param own from ownPictures @param pixels those to look at */
export function bestDigits(
  pictures: readonly ArrayLike<number>[],
  own: readonly Float64Array[],
  pixels: Int32Array,
): readonly Match[] {
  const search = new Search(pictures, pixels);
  own.forEach((digit, d) => search.lay(d, digit));
  return search.best;
}

/** Radii of rings in pixels: the loops of an 8, a 9, a 6, a 0. */
const RADII = [3, 4.5, 6];
/** How thick a ring is, as the standard deviation across its line, in pixels: a pen's stroke, and half as much again. */
const LINES = [1, 1.5];

/** How many rings there are: 3 radii, 2 lines, 10 by 10 places. */
export const RINGS = RADII.length * LINES.length * PLACES.length * PLACES.length;

/**
 * Ring number r, what a detector of loops would look for: ink along a circle, and none inside it or around. (28, 28) row-major, at most 1
 * on the line and down to -1/2 beside it, so that a plain ground leaves it as good as cold.
 * @throws ShapeError when there is no such ring
 */
export function ringPicture(r: number): Float64Array {
  if (!(Number.isInteger(r) && r >= 0 && r < RINGS)) {
    throw new ShapeError(`There are rings 0 to ${RINGS - 1}; got ${r}.`);
  }
  const many = PLACES.length;
  const x0 = PLACES[r % many];
  const y0 = PLACES[Math.floor(r / many) % many];
  const rest = Math.floor(r / (many * many));
  const line = LINES[rest % LINES.length];
  const radius = RADII[Math.floor(rest / LINES.length)];
  const picture = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const dx = column + 0.5 - x0;
      const dy = row + 0.5 - y0;
      const off = (Math.sqrt(dx * dx + dy * dy) - radius) / line;
      // The second derivative of a Gaussian, turned over: 1 on the line, 0 at one standard deviation from it, below 0 beyond.
      if (Math.abs(off) <= REACH)
        picture[row * SIDE + column] = (1 - off * off) * exp((-off * off) / 2);
    }
  }
  return picture;
}

/** For each weight picture the best of all RINGS rings. @param pixels those to look at */
export function bestRings(
  pictures: readonly ArrayLike<number>[],
  pixels: Int32Array,
): readonly Match[] {
  const search = new Search(pictures, pixels);
  for (let r = 0; r < RINGS; r++) search.lay(r, ringPicture(r));
  return search.best;
}

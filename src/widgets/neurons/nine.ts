/** A real 9, and the parts that people hope a network finds in it. */
import { SIDE } from '@/digits/mnist.ts';
import type { GivenDigit } from '@/digits/sheet.ts';

/** A square picture: numbers from 0 to 1, row by row. */
export interface Picture {
  readonly values: Float64Array;
  readonly columns: number;
}

/** A place in a picture of 28 x 28: column and row, from 0. */
export type Place = readonly [column: number, row: number];

export interface Nine {
  readonly pixels: Float64Array;
  readonly loop: Picture;
  readonly stroke: Picture;
  /** The middles of some dots of ink, and of some places where light turns to dark. */
  readonly dots: readonly Place[];
  readonly edges: readonly Place[];
}

/** The square of `side` pixels round a place, moved inside where it would stick out. */
export function crop(pixels: Float64Array, [column, row]: Place, side: number): Picture {
  const start = (at: number): number => Math.min(SIDE - side, Math.max(0, at - (side >> 1)));
  const left = start(column);
  const top = start(row);
  const values = Float64Array.from(
    { length: side * side },
    (_, i) => pixels[(top + Math.floor(i / side)) * SIDE + left + (i % side)],
  );
  return { values, columns: side };
}

/** The rows from `from` to before `to`, on an empty ground. */
function rowsOf(pixels: Float64Array, from: number, to: number): Picture {
  const values = new Float64Array(pixels.length);
  values.set(pixels.subarray(from * SIDE, to * SIDE), from * SIDE);
  return { values, columns: SIDE };
}

/** Only the piece of ink that reaches lowest: what a straight cut left of something else is taken away. */
function lowestPiece({ values, columns }: Picture): Picture {
  const kept = new Float64Array(values.length);
  const front = [values.findLastIndex((x) => x > 0)];
  for (let at = front.pop(); at !== undefined; at = front.pop()) {
    if (at < 0 || kept[at] > 0 || !(values[at] > 0)) continue;
    kept[at] = values[at];
    const column = at % columns;
    front.push(at - columns, at + columns);
    if (column > 0) front.push(at - 1);
    if (column < columns - 1) front.push(at + 1);
  }
  return { values: kept, columns };
}

/** Ground that ink shuts in: not to be reached from the picture's rim without crossing ink. Their rows, top to bottom; empty where the loop is open. */
function holeRows(pixels: Float64Array): number[] {
  const INK = 0.25;
  const isOutside = new Uint8Array(pixels.length);
  const front = [0];
  isOutside[0] = 1;
  for (let at = front.pop(); at !== undefined; at = front.pop()) {
    const column = at % SIDE;
    const next = [at - SIDE, at + SIDE, column > 0 ? at - 1 : -1, column < SIDE - 1 ? at + 1 : -1];
    for (const k of next) {
      if (k < 0 || k >= pixels.length || isOutside[k] === 1 || pixels[k] >= INK) continue;
      isOutside[k] = 1;
      front.push(k);
    }
  }
  const rows = new Set<number>();
  pixels.forEach((x, k) => {
    if (x < INK && isOutside[k] === 0) rows.add(Math.floor(k / SIDE));
  });
  return [...rows].sort((one, other) => one - other);
}

/** The ink with the largest value in a row. */
function inkIn(pixels: Float64Array, row: number): Place {
  const line = pixels.subarray(row * SIDE, (row + 1) * SIDE);
  return [line.indexOf(Math.max(...line)), row];
}

/**
 * The 9 with the largest hole among the digits, taken apart below its loop.
 * @throws Error where none of the digits is a 9 whose loop is closed
 */
export function nineOf(digits: readonly GivenDigit[]): Nine {
  const nines = digits
    .filter(({ label }) => label === 9)
    .map(({ pixels }) => ({ pixels, hole: holeRows(pixels) }))
    .sort((one, other) => other.hole.length - one.hole.length);
  const best = nines.at(0);
  if (!best || best.hole.length === 0)
    throw new Error('None of these digits is a 9 with a closed loop.');
  const { pixels, hole } = best;
  const top = hole[0];
  const bottom = hole[hole.length - 1];
  const cut = bottom + 3; // below the loop's own ink
  const middle = Math.floor((top + bottom) / 2);
  const low = Math.min(SIDE - 1, cut + 3);
  return {
    pixels,
    loop: rowsOf(pixels, 0, cut),
    stroke: lowestPiece(rowsOf(pixels, cut, SIDE)),
    dots: [inkIn(pixels, middle), inkIn(pixels, bottom + 1), inkIn(pixels, low)],
    edges: [inkIn(pixels, top - 1), inkIn(pixels, middle), inkIn(pixels, low)],
  };
}

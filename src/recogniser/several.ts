import { cutAt, cutsOfLeastCost } from '../digits/cut.ts';
import { applyErasers } from '../digits/eraser.ts';
import { bounds, type Drawing } from '../digits/strokes.ts';
import { log } from '../network/elementary.ts';
import type { Network } from '../network/network.ts';
import { readDrawing, type Reading } from './recognise.ts';

/** A row of digits, cut and read. */
export interface SeveralReading {
  /** Where it is cut, in pad units, rising. */
  readonly cuts: readonly number[];
  /** From left to right, one more than cuts; none where there is no ink. */
  readonly pieces: readonly { readonly drawing: Drawing; readonly reading: Reading }[];
}

/** Scores below this count as this: what is no digit at all is no worse than no digit. */
const LEAST = 0.002;
/** A piece as high as this share of the row costs nothing for its height; one of no height costs SHORT. */
const TALL = 0.55;
const SHORT = 6;
/** A piece wider than this many times the row's height costs WIDE for each height more. */
const BROAD = 0.95;
const WIDE = 4;
/** What a piece costs for each height of clear ground that an upright stripe of it has, beyond SLIT: digits have next to none. */
const PARTED = 25;
const SLIT = 0.02;
/** What each piece costs: a row is not cut for a little more certainty. */
const CUT = 0.5;

/**
 * What a piece costs as one digit: -ln of what the network makes of it, best score less half of the next, and more where it is far
 * lower than the row, as the bar of a 5 is, wider than a digit, or parted.
 */
function costOf(network: Network, piece: Drawing, height: number): number {
  const { scores } = readDrawing(network, piece);
  const [best, next] = Array.from(scores).sort((one, other) => other - one);
  const box = bounds(piece.map(({ points }) => points)) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const tall = (box.bottom - box.top) / height;
  const broad = (box.right - box.left) / height;
  return (
    CUT -
    log(Math.max(LEAST, best - next / 2)) +
    (SHORT * Math.max(0, TALL - tall)) / TALL +
    WIDE * Math.max(0, broad - BROAD) +
    PARTED * Math.max(0, widestGap(piece) / height - SLIT)
  );
}

/** The widest upright stripe between ink that has none, in pad units. */
function widestGap(piece: Drawing): number {
  const boxes = piece
    .flatMap(({ points }) => bounds([points]) ?? [])
    .sort((one, other) => one.left - other.left);
  let widest = 0;
  let reached = boxes.at(0)?.right ?? 0;
  for (const { left, right } of boxes) {
    widest = Math.max(widest, left - reached);
    reached = Math.max(reached, right);
  }
  return widest;
}

/** Reads a row of digits: cuts it where the network reads its pieces best. In portions, of one reading each. */
export function* readingSeveral(
  network: Network,
  drawing: Drawing,
): Generator<undefined, SeveralReading> {
  const inked = applyErasers(drawing);
  const cuts = yield* cutsOfLeastCost(inked, (piece, height) => costOf(network, piece, height));
  return readCut(network, inked, cuts);
}

/** The same, at once. */
export function readSeveral(network: Network, drawing: Drawing): SeveralReading {
  const work = readingSeveral(network, drawing);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Reads a row that is cut where somebody says. @param cuts rising, in pad units */
export function readCut(
  network: Network,
  drawing: Drawing,
  cuts: readonly number[],
): SeveralReading {
  const row = cutAt(applyErasers(drawing), cuts);
  return {
    cuts: row.cuts,
    pieces: row.pieces.map((piece) => ({ drawing: piece, reading: readDrawing(network, piece) })),
  };
}

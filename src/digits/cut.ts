import { type Drawing, type Line, bounds, type Stroke } from './strokes.ts';

/**
 * A row of digits cut into digits. A cut is a place x, in pad units: it goes through the ink that lies evenly on both of its sides, and
 * leaves whole what lies mostly on one, so that the bar of a 7 may hang over the 1 beside it.
 *
 * Where cuts may lie is seen from the ink alone: between strokes, and where one stroke that is long enough for two digits is thin.
 * Which of them are made is for a reader of digits to say: the row is cut so that its pieces together cost least (dynamic programming,
 * as in over-segmentation: LeCun et al., Gradient-based learning applied to document recognition, 1998, section V).
 */

/** A stroke of which at most this share lies beyond a cut stays whole. */
const OVERHANG = 0.22;
/** Wider than this many times the height of the row, and a run of ink may be more than one digit. */
const WIDE = 0.55;
/** No digit is wider than this many times the height of the row. */
const WIDEST = 1.5;
/** Columns of ink that a run of ink is looked at in, a height of the row. */
const COLUMNS = 24;
/** Most places to cut within one run of ink that is two digits wide. */
const MOST_WITHIN = 5;
/** Cuts closer than this share of the height of the row are the same. */
const SAME = 0.06;
/** Most places to cut in a row: a full pad of scribbles has no more of them looked at. */
const MOST_PLACES = 24;

/** A row of digits and where its pieces end. */
export interface Row {
  /** Where cuts lie, in pad units, rising. */
  readonly cuts: readonly number[];
  /** The pieces, from left to right: one more than cuts; none where there is no ink. */
  readonly pieces: readonly Drawing[];
}

/** From left to right, one stroke's box and its length left of any place. */
interface Extent {
  readonly stroke: Stroke;
  readonly left: number;
  readonly right: number;
}

/** Cuts a drawing. @param cuts rising, in pad units @returns the pieces that have ink, from left to right, with the cuts between them */
export function cutAt(drawing: Drawing, cuts: readonly number[]): Row {
  const pieces = [-Infinity, ...cuts].map((from, i) =>
    between(drawing, from, cuts.at(i) ?? Infinity),
  );
  const kept: { cuts: number[]; pieces: Drawing[] } = { cuts: [], pieces: [] };
  for (const [i, piece] of pieces.entries()) {
    if (piece.length === 0) continue;
    if (kept.pieces.length > 0) kept.cuts.push(cuts[i - 1]);
    kept.pieces.push(piece);
  }
  return kept;
}

/** The ink between two cuts. @param from -Infinity for the start of the row @param to Infinity for its end */
export function between(drawing: Drawing, from: number, to: number): Drawing {
  return drawing.flatMap((stroke) => {
    const low = shareLeft(stroke.points, from);
    const high = shareLeft(stroke.points, to);
    if (high <= OVERHANG || low >= 1 - OVERHANG) return [];
    const start = low <= OVERHANG ? -Infinity : from;
    const end = high >= 1 - OVERHANG ? Infinity : to;
    if (start === -Infinity && end === Infinity) return [stroke];
    return clipped(stroke.points, start, end).map((points) => ({ ...stroke, points }));
  });
}

/** The share of a line's length that lies left of x, 0 to 1; of a dot, all or nothing. */
function shareLeft(points: Line, x: number): number {
  if (x === Infinity) return 1;
  if (x === -Infinity) return 0;
  let left = 0;
  let all = 0;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = points.slice(i, i + 4);
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    all += length;
    if (ax <= x && bx <= x) left += length;
    else if (ax < x !== bx < x) left += (length * (x - Math.min(ax, bx))) / Math.abs(bx - ax);
  }
  return all > 0 ? left / all : points[0] <= x ? 1 : 0;
}

/** The pieces of a line whose points lie from one x to another. */
function clipped(points: Line, from: number, to: number): Line[] {
  const lines: number[][] = [];
  let open = false;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = points.slice(i, i + 4);
    const at = (x: number): number => (bx === ax ? 0 : (x - ax) / (bx - ax));
    const inside = (x: number): boolean => x >= from && x <= to;
    if (!inside(ax) && !inside(bx) && ax < from === bx < from) {
      open = false;
      continue;
    }
    const [s, t] = [at(from), at(to)].sort((one, other) => one - other);
    const start = inside(ax) ? 0 : Math.max(0, s);
    const end = inside(bx) ? 1 : Math.min(1, t);
    const place = (share: number): number[] => [ax + share * (bx - ax), ay + share * (by - ay)];
    if (!open || start > 0) lines.push(place(start));
    lines.at(-1)?.push(...place(end));
    open = end === 1;
  }
  return lines;
}

/** How tall the row is: the ink's height, and at least a fifth of its width where it is all but flat; in pad units. */
export function heightOf(drawing: Drawing): number {
  const box = bounds(drawing.map(({ points }) => points));
  if (!box) return 0;
  return Math.max(box.bottom - box.top, (box.right - box.left) / 5, 1e-6);
}

/**
 * Where a row may be cut, rising, in pad units: in the gaps between strokes, in the middle of what two strokes share, and where a run of
 * ink that may be two digits is thin.
 */
export function placesToCut(drawing: Drawing): number[] {
  const height = heightOf(drawing);
  const extents = drawing
    .map((stroke): Extent => {
      const { left, right } = bounds([stroke.points]) ?? { left: 0, right: 0 };
      return { stroke, left, right };
    })
    .sort((one, other) => one.left + one.right - other.left - other.right);
  const places: number[] = [];
  for (const [i, { left }] of extents.entries()) {
    if (i === 0) continue;
    const before = Math.max(...extents.slice(0, i).map(({ right }) => right));
    places.push((before + left) / 2);
    places.push((extents[i - 1].right + left) / 2);
  }
  for (const { stroke, left, right } of extents) {
    if (right - left > WIDE * height)
      places.push(...thinPlaces(stroke.points, left, right, height));
  }
  const rising = places.sort((one, other) => one - other);
  const apart: number[] = [];
  for (const x of rising) {
    if (x - (apart.at(-1) ?? -Infinity) >= SAME * height) apart.push(x);
  }
  return apart.slice(0, MOST_PLACES);
}

/** Where a line that may be two digits is thin: the columns with less ink than those beside them, the thinnest first. */
function thinPlaces(points: Line, left: number, right: number, height: number): number[] {
  const step = height / COLUMNS;
  const count = Math.max(1, Math.floor((right - left) / step));
  const ink = Array.from({ length: count }, (_, i) => {
    const x = left + (i + 0.5) * step;
    return crossings(points, x) + (2 * tallIn(points, x - step / 2, x + step / 2)) / height;
  });
  const edge = Math.round(0.12 * COLUMNS);
  const low = ink
    .map((v, i) => ({ v, i }))
    .filter(({ v, i }) => {
      if (i < edge || i >= count - edge) return false;
      const near = ink.slice(Math.max(0, i - 2), i + 3);
      return v <= Math.min(...near);
    })
    .sort((one, other) => one.v - other.v);
  const kept: number[] = [];
  const most = Math.ceil((MOST_WITHIN * (right - left)) / (2 * height));
  for (const { i } of low) {
    if (kept.length >= most) break;
    if (kept.every((k) => Math.abs(k - i) > 2)) kept.push(i);
  }
  return kept.map((i) => left + (i + 0.5) * step);
}

/** How often a line crosses the upright at x. */
function crossings(points: Line, x: number): number {
  let count = 0;
  for (let i = 0; i + 3 < points.length; i += 2) if (points[i] < x !== points[i + 2] < x) count++;
  return count;
}

/** How far down the ink of a column reaches from its top. */
function tallIn(points: Line, from: number, to: number): number {
  const box = bounds(clipped(points, from, to));
  return box ? box.bottom - box.top : 0;
}

/**
 * Cuts a row so that its pieces together cost least, by dynamic programming over the places where it may be cut. Comes in portions, one
 * a piece that is looked at, so that a page may breathe in between.
 * @param costOf what a piece costs as one digit, at least 0; `height` is the row's, in pad units
 */
export function* cutsOfLeastCost(
  drawing: Drawing,
  costOf: (piece: Drawing, height: number) => number,
): Generator<undefined, number[]> {
  const height = heightOf(drawing);
  const edges = [-Infinity, ...placesToCut(drawing), Infinity];
  /** The least that the ink left of an edge costs, and the edge before it on the way there. */
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to < edges.length; to++) {
    best[to] = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= 0; from--) {
      const piece = between(drawing, edges[from], edges[to]);
      const box = bounds(piece.map(({ points }) => points));
      const isOnlyWay = from === to - 1;
      if (!box && best[from].cost <= best[to].cost) best[to] = { cost: best[from].cost, from };
      if (!box) continue;
      if (box.right - box.left > WIDEST * height && !isOnlyWay) break;
      const cost = best[from].cost + costOf(piece, height);
      if (cost < best[to].cost) best[to] = { cost, from };
      yield;
    }
  }
  const cuts: number[] = [];
  for (let to = best.length - 1; to > 0; to = best[to].from) {
    if (best[to].from > 0) cuts.unshift(edges[best[to].from]);
  }
  return cutAt(drawing, cuts).cuts.map((x) => centred(drawing, x, height));
}

/** A cut that goes through a gap, moved to the gap's middle; any other as it is. */
function centred(drawing: Drawing, x: number, height: number): number {
  let left = -Infinity;
  let right = Infinity;
  for (const { points } of drawing) {
    const box = bounds([points]);
    if (!box) continue;
    if (box.left < x && box.right > x) return x;
    if (box.right <= x) left = Math.max(left, box.right);
    else right = Math.min(right, box.left);
  }
  return right - left < 4 * height ? (left + right) / 2 : x;
}

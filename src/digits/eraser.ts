import type { Drawing, Line, Stroke } from './strokes.ts';

/** The rubber: what is left of a drawing's lines where it has been. Worked out on the vectors, so that what is left are strokes again. */

/** A straight stretch from (x0, y0) to (x1, y1). */
type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/** The part [from, to] of a segment, 0 to 1 along it. */
type Interval = readonly [from: number, to: number];

/**
 * How much of the reach is nothing: a line or a dot that touches the rubber's edge is touched whichever way its distance was rounded, and a
 * piece shorter than this would be inked as a dot as thick as the pen.
 */
const SLIVER = 1e-9;

/** Segments shorter than this, in pad units, are taken for dots: dividing by the squares of far smaller numbers loses all digits. */
const TINY = 1e-15;

/**
 * Where a segment runs within `reach` of another: a capsule, which is convex, so that the answer is one interval or none.
 * Found as the union of its three parts: the slab beside the core, and the discs round its ends.
 */
function within(
  [px, py, qx, qy]: Segment,
  [ax, ay, bx, by]: Segment,
  reach: number,
): Interval | undefined {
  const dx = qx - px;
  const dy = qy - py;
  let from = Infinity;
  let to = -Infinity;
  const take = (t0: number, t1: number): void => {
    if (t0 > t1) return;
    from = Math.min(from, t0);
    to = Math.max(to, t1);
  };

  // The discs: |p + t d - c|^2 <= reach^2
  const dd = dx * dx + dy * dy;
  for (const [cx, cy] of [
    [ax, ay],
    [bx, by],
  ]) {
    const ex = px - cx;
    const ey = py - cy;
    const half = ex * dx + ey * dy;
    const rest = ex * ex + ey * ey - reach * reach;
    if (dd < TINY * TINY) {
      if (rest <= SLIVER * reach * reach) take(0, 1);
      continue;
    }
    const root = half * half - dd * rest;
    if (root < 0) continue;
    const s = Math.sqrt(root);
    take(Math.max(0, (-half - s) / dd), Math.min(1, (-half + s) / dd));
  }

  // The slab: 0 <= along <= length and -reach <= across <= reach, four straight bounds on t
  const ux = bx - ax;
  const uy = by - ay;
  const length = Math.sqrt(ux * ux + uy * uy);
  if (length > TINY) {
    let t0 = 0;
    let t1 = 1;
    const bound = (start: number, slope: number, low: number, high: number): void => {
      if (slope === 0) {
        if (start < low || start > high) t1 = -1;
        return;
      }
      const one = (low - start) / slope;
      const two = (high - start) / slope;
      t0 = Math.max(t0, Math.min(one, two));
      t1 = Math.min(t1, Math.max(one, two));
    };
    const along = ((px - ax) * ux + (py - ay) * uy) / length;
    const across = ((px - ax) * uy - (py - ay) * ux) / length;
    bound(along, (dx * ux + dy * uy) / length, 0, length);
    bound(across, (dx * uy - dy * ux) / length, -reach, reach);
    take(t0, t1);
  }
  return from <= to ? [from, to] : undefined;
}

/** The segments of a line; a dot is a segment of no length. */
function segments(points: Line): Segment[] {
  if (points.length === 2) return [[points[0], points[1], points[0], points[1]]];
  const list: Segment[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    list.push([points[i], points[i + 1], points[i + 2], points[i + 3]]);
  }
  return list;
}

/** The point t along a segment; its own ends exactly, so that what is not cut is not moved by a rounding. */
function pointAt([x0, y0, x1, y1]: Segment, t: number): number[] {
  if (t === 0) return [x0, y0];
  return t === 1 ? [x1, y1] : [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
}

/** What is left of a segment, 0 to 1 along it, in order, when the gaps are taken out. */
function leftBetween(gaps: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let start = 0;
  for (const [from, to] of [...gaps].sort((a, b) => a[0] - b[0])) {
    if (from > start) left.push([start, from]);
    start = Math.max(start, to);
  }
  if (start < 1) left.push([start, 1]);
  return left;
}

/**
 * What is left of a line when all that lies within `reach` of the rubber's path is gone: no piece, one, or several. A line that the
 * rubber misses comes back as it is, the very same.
 */
function rub(line: Line, path: Line, reach: number): readonly Line[] {
  const rubber = segments(path);
  const pieces: number[][] = [];
  let piece: number[] | undefined; // the one that the next segment goes on with, where the last was not cut at its far end
  let touched = false;
  for (const segment of segments(line)) {
    const gaps = rubber
      .map((core) => within(segment, core, reach))
      .filter((gap) => gap !== undefined);
    if (gaps.length > 0) touched = true;
    const left = leftBetween(gaps);
    for (const [from, to] of left) {
      if (!piece || from > 0) {
        piece = pointAt(segment, from);
        pieces.push(piece);
      }
      piece.push(...pointAt(segment, to));
    }
    if (left.at(-1)?.[1] !== 1) piece = undefined;
  }
  if (!touched) return [line];
  const nothing = SLIVER * reach;
  return pieces.filter((left) => left.some((v, i) => Math.abs(v - left[i % 2]) > nothing));
}

/** The stroke without such points as are no places: NaN, infinite, or an x that has no y. The same where all are sound. */
function placed(stroke: Stroke): Stroke {
  const { points } = stroke;
  if (points.length % 2 === 0 && points.every((v) => Number.isFinite(v))) return stroke;
  const sound: number[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    if (Number.isFinite(points[i]) && Number.isFinite(points[i + 1])) {
      sound.push(points[i], points[i + 1]);
    }
  }
  return { ...stroke, points: sound };
}

/**
 * The drawing with its rubber strokes carried out: ink strokes alone, cut where the rubber touched them. A line that the rubber
 * touches goes over its whole thickness. A stroke that is cut in two becomes two; one that no rubber touches stays the same object.
 * Points that are no numbers are left out.
 */
export function applyErasers(drawing: Drawing): Drawing {
  let ink: Stroke[] = [];
  for (const stroke of drawing.map(placed)) {
    if (stroke.points.length === 0) continue;
    if (!stroke.erase) {
      ink.push(stroke);
      continue;
    }
    ink = ink.flatMap((drawn) =>
      rub(drawn.points, stroke.points, (stroke.width + drawn.width) / 2).map((points) =>
        points === drawn.points ? drawn : { ...drawn, points },
      ),
    );
  }
  return ink;
}

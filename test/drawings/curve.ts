import { createRandom } from '../../src/network/random.ts';

/** One stroke: x0, y0, x1, y1, ... in pad units (the pad is 1 x 1, y down), in writing order. */
export type Line = readonly number[];
/** What a hand drew: strokes in writing order; none for a blank pad. */
export type Strokes = readonly Line[];

/** As far from the pad's edge as every test drawing stays, in pad units. */
export const MARGIN = 0.03;

/**
 * A smooth stroke through a few control points, as a pointer would report it: 20 to 60 evenly spaced points.
 * @param controls x0, y0, x1, y1, ... in hundredths of the pad; a point written twice running is a sharp corner
 */
export function curve(controls: Line): Line {
  return evenly(pieces(controls).flatMap((piece) => catmullRom(piece)));
}

/** A stroke of straight lines from one control point to the next; controls as for `curve`. */
export function line(controls: Line): Line {
  return evenly(controls.map((c) => c / 100));
}

/** The strokes turned about the middle of their box: positive degrees turn clockwise, as a hand leans forward. */
export function lean(degrees: number, strokes: Strokes): Strokes {
  const { left, top, right, bottom } = box(strokes);
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return strokes.map((s) =>
    mapPoints(s, (x, y) => [
      cx + cos * (x - cx) - sin * (y - cy),
      cy + sin * (x - cx) + cos * (y - cy),
    ]),
  );
}

/** The strokes stretched to fill a box, given in hundredths of the pad; what has no extent lands in its middle. */
export function into(
  left: number,
  top: number,
  right: number,
  bottom: number,
  strokes: Strokes,
): Strokes {
  const from = box(strokes);
  const fit = (v: number, low: number, high: number, start: number, end: number): number =>
    (start + (high > low ? (v - low) / (high - low) : 0.5) * (end - start)) / 100;
  return strokes.map((s) =>
    mapPoints(s, (x, y) => [
      fit(x, from.left, from.right, left, right),
      fit(y, from.top, from.bottom, top, bottom),
    ]),
  );
}

/** The strokes by an unsteady hand: each point is off by about `size` pad units, and neighbours are off alike. */
export function shaky(seed: number, strokes: Strokes, size = 0.009): Strokes {
  const random = createRandom(seed);
  const keep = 0.6; // how much of its error a point hands on to the next
  const fresh = size * Math.sqrt(1 - keep * keep);
  return strokes.map((s) => {
    let [dx, dy] = [0, 0];
    return mapPoints(s, (x, y) => {
      dx = keep * dx + fresh * random.normal();
      dy = keep * dy + fresh * random.normal();
      return [inside(x + dx), inside(y + dy)];
    });
  });
}

/** A coordinate kept off the pad's edge. */
export function inside(v: number): number {
  return Math.min(1 - MARGIN, Math.max(MARGIN, v));
}

/** The smallest box around the strokes, in pad units; the pad's middle when there are none. */
export function box(strokes: Strokes): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  const xs = strokes.flatMap((s) => s.filter((_, i) => i % 2 === 0));
  const ys = strokes.flatMap((s) => s.filter((_, i) => i % 2 === 1));
  if (xs.length === 0) return { left: 0.5, top: 0.5, right: 0.5, bottom: 0.5 };
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

function mapPoints(stroke: Line, move: (x: number, y: number) => [number, number]): Line {
  const moved: number[] = [];
  for (let i = 0; i < stroke.length; i += 2) moved.push(...move(stroke[i], stroke[i + 1]));
  return moved;
}

/** The controls in pad units, cut at corners; both pieces keep the corner's point. */
function pieces(controls: Line): Line[] {
  const cut: number[][] = [[]];
  for (let i = 0; i < controls.length; i += 2) {
    const [x, y] = [controls[i] / 100, controls[i + 1] / 100];
    const again = i > 0 && controls[i] === controls[i - 2] && controls[i + 1] === controls[i - 1];
    if (again) cut.push([x, y]);
    else cut[cut.length - 1].push(x, y);
  }
  return cut.filter((piece) => piece.length > 2);
}

/** The uniform Catmull-Rom spline through the piece's points, 16 short chords to a span. */
function catmullRom(piece: Line): Line {
  const count = piece.length / 2;
  const at = (i: number, axis: number): number =>
    piece[2 * Math.min(count - 1, Math.max(0, i)) + axis];
  const spline: number[] = [piece[0], piece[1]];
  for (let i = 0; i < count - 1; i++) {
    for (let step = 1; step <= 16; step++) {
      const t = step / 16;
      for (const axis of [0, 1]) {
        const [a, b, c, d] = [at(i - 1, axis), at(i, axis), at(i + 1, axis), at(i + 2, axis)];
        const [p, q, r] = [c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d];
        spline.push(b + (t * (p + t * (q + t * r))) / 2);
      }
    }
  }
  return spline;
}

/** The same path as 20 to 60 points of about equal distance: a point for every 0.025 of the pad. A lone point stays alone. */
function evenly(path: Line): Line {
  const lengths = [0];
  for (let i = 2; i < path.length; i += 2) {
    const chord = Math.hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1]);
    lengths.push(lengths[lengths.length - 1] + chord);
  }
  const total = lengths[lengths.length - 1];
  if (total === 0) return path.slice(0, 2);
  const count = Math.min(60, Math.max(20, Math.round(total / 0.025)));
  const points: number[] = [];
  let i = 0;
  for (let n = 0; n < count; n++) {
    const along = (total * n) / (count - 1);
    while (i < lengths.length - 2 && lengths[i + 1] < along) i++;
    const span = lengths[i + 1] - lengths[i];
    const t = span > 0 ? (along - lengths[i]) / span : 0;
    for (const axis of [0, 1]) {
      const from = path[2 * i + axis];
      points.push(from + t * (path[2 * i + 2 + axis] - from));
    }
  }
  return points;
}

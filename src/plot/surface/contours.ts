/**
 * Contour lines: where a height has one value. d3 says through which cells of a grid a line goes; where it crosses their sides is worked
 * out on the height itself; between these spots it is drawn as cubics whose ends run at right angles to the gradient, as few and long as
 * they can be while they keep to the line.
 */
import { contours } from 'd3';
import type { Box, Field, Point, Slope } from '@/descent/field.ts';

/** A spot on a contour, and which way it runs there: a unit vector with the higher ground to its left. */
export interface ContourSpot {
  readonly x: number;
  readonly y: number;
  readonly tx: number;
  readonly ty: number;
}

/** One line. Between spots it is a cubic with their tangents as its ends; `cubicHandles` says how long those are. */
export interface Contour {
  readonly level: number;
  readonly spots: readonly ContourSpot[];
  /** Runs back to its first spot, which is not repeated; else from rim to rim of the box. */
  readonly isClosed: boolean;
}

/** How far a drawn line may be off, as a part of the box's side; and how much it may run askew, in radians: a fifth of a degree. */
const OFF = 1 / 2500;
const ASKEW = Math.PI / 900;
/** Cells to a side of the grid, as a rule. What is smaller than one may be missed. */
export const CELLS = 50;
/** Spots of a line that one cubic replaces at most: more would seldom keep to the line, and be measured for nothing. */
const MOST_MERGED = 32;
/** How often a cubic between two spots is halved that does not keep to the line: after five it spans a 32nd of a cell. */
const MOST_CUTS = 5;
/** Where along a cubic it is looked at. */
const LOOKED_AT = [0.12, 0.3, 0.5, 0.7, 0.88];

/** The ground above a level, by its edge: contours, and between them spots of the box's rim. The ground lies to the left. */
export type Edge = readonly (Contour | Point)[];

/** What there is of one level inside a box. */
export interface Level {
  readonly level: number;
  readonly lines: readonly Contour[];
  readonly edges: readonly Edge[];
}

/**
 * All contour lines of some levels inside a box, and the ground above them.
 * @param cells to a side of the grid that is searched
 */
export function traceContours(
  field: Field,
  box: Box,
  cells: number,
  levels: readonly number[],
): Level[] {
  const nodes = cells + 1;
  const [left, top] = [box.x[0], box.y[1]];
  const cell = (box.x[1] - box.x[0]) / cells;
  const heights = Array.from(
    { length: nodes * nodes },
    (_, i) => field.at(left + (i % nodes) * cell, top - Math.floor(i / nodes) * cell).value,
  );
  const search = contours().size([nodes, nodes]);
  const off = OFF * (box.x[1] - box.x[0]);
  return levels.map((level) => {
    const aim: Aim = { field, level, off };
    // d3 puts the node (0, 0) at (½, ½), the first row at the top, and closes what leaves the grid half a cell beyond it.
    const inGrid = (at: number): boolean => at > 0 && at < nodes;
    const spotOf = ([x, y]: readonly number[]): ContourSpot | Point => {
      const node = (at: number): number => Math.min(cells, Math.max(0, at - 0.5));
      const point = { x: left + node(x) * cell, y: top - node(y) * cell };
      if (!inGrid(x) || !inGrid(y)) return point;
      return onLevel(aim, point.x, point.y, cell) ?? spotAt(field, point.x, point.y);
    };
    const edges = search
      .contour(heights, level)
      .coordinates.flat()
      .map((ring) => edgeOf(ring.slice(1).map(spotOf), aim));
    const lines = edges.flat().filter((part) => 'spots' in part);
    return { level, lines, edges };
  });
}

const isOnLevel = (spot: ContourSpot | Point): spot is ContourSpot => 'tx' in spot;

const isSame = (part: Contour | Point, { x, y }: Point): boolean =>
  'x' in part && part.x === x && part.y === y;

/** One ring of spots, each on the level or on the rim, as contours and the corners between them. */
function edgeOf(ring: readonly (ContourSpot | Point)[], aim: Aim): Edge {
  const rim = ring.findIndex((spot) => !isOnLevel(spot));
  if (rim < 0) {
    const spots = ring.filter(isOnLevel);
    const fitted = fit([...spots, spots[0]], aim);
    return [{ level: aim.level, spots: fitted.slice(0, -1), isClosed: true }];
  }
  const edge: (Contour | Point)[] = [];
  let run: ContourSpot[] = [];
  for (const spot of [...ring.slice(rim), ...ring.slice(0, rim + 1)]) {
    if (isOnLevel(spot)) {
      run.push(spot);
      continue;
    }
    if (run.length > 1) edge.push({ level: aim.level, spots: fit(run, aim), isClosed: false });
    run = [];
    const last = edge.at(-1);
    if (last && isSame(last, spot)) continue; // d3 cuts a corner; in the box both ends of the cut are the corner
    edge.push(spot);
  }
  return edge;
}

/** How long the handles of the cubic between two spots are: a third of the way for a straight line, more where it turns. */
export function cubicHandles(from: ContourSpot, to: ContourSpot): number {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  // For an arc that turns by theta: (4/3) tan(theta/4) times the radius, chord / (2 sin(theta/2)).
  const cos = Math.max(-1, Math.min(1, from.tx * to.tx + from.ty * to.ty));
  const cosHalf = Math.sqrt((1 + cos) / 2);
  return (2 * chord) / (3 * (1 + cosHalf));
}

interface Aim {
  readonly field: Field;
  readonly level: number;
  /** How far a line may be off, in units of the plane. */
  readonly off: number;
}

function spotAt(field: Field, x: number, y: number): ContourSpot {
  const { dx, dy } = field.at(x, y);
  const steep = Math.hypot(dx, dy);
  return { x, y, tx: steep > 0 ? dy / steep : 1, ty: steep > 0 ? -dx / steep : 0 };
}

function fit(spots: readonly ContourSpot[], aim: Aim): ContourSpot[] {
  const fitted = [spots[0]];
  let at = 0;
  while (at < spots.length - 1) {
    let reach = 0;
    for (let tried = 1; tried <= MOST_MERGED && at + tried < spots.length; tried *= 2) {
      if (!fits(spots[at], spots[at + tried], aim)) break;
      reach = tried;
    }
    if (reach === 0) {
      cut(spots[at], spots[at + 1], aim, MOST_CUTS, fitted);
      reach = 1;
    }
    at += reach;
    fitted.push(spots[at]);
  }
  return thin(fitted, aim);
}

/** Leaves out spots that are not needed: short pieces would suffer most from whole hundredths of a pixel. */
function thin(spots: readonly ContourSpot[], aim: Aim): ContourSpot[] {
  const kept = [spots[0]];
  for (let i = 1; i < spots.length; i++) {
    const isNeeded = i === spots.length - 1 || !fits(kept[kept.length - 1], spots[i + 1], aim);
    if (isNeeded) kept.push(spots[i]);
  }
  return kept;
}

/** Adds spots between two until cubics fit, those two left out. Mutates `fitted`. */
function cut(
  from: ContourSpot,
  to: ContourSpot,
  aim: Aim,
  cuts: number,
  fitted: ContourSpot[],
): void {
  if (cuts === 0 || fits(from, to, aim)) return;
  const { x, y } = cubicAt(from, to, 0.5);
  const middle = onLevel(aim, x, y, Math.hypot(to.x - from.x, to.y - from.y));
  if (middle === null) return;
  cut(from, middle, aim, cuts - 1, fitted);
  fitted.push(middle);
  cut(middle, to, aim, cuts - 1, fitted);
}

/** Whether the cubic between two spots keeps to the line, in place and in direction. */
function fits(from: ContourSpot, to: ContourSpot, { field, level, off }: Aim): boolean {
  if (from.tx * to.tx + from.ty * to.ty < -0.2) return false;
  return LOOKED_AT.every((t) => {
    const { x, y, tx, ty } = cubicAt(from, to, t);
    const { value, dx, dy } = field.at(x, y);
    const steep = Math.hypot(dx, dy);
    const askew = Math.abs(dx * tx + dy * ty);
    return Math.abs(value - level) <= off * steep && askew <= ASKEW * steep * Math.hypot(tx, ty);
  });
}

/** A place along the cubic and, not of length 1, the direction there. */
function cubicAt(from: ContourSpot, to: ContourSpot, t: number): ContourSpot {
  const h = cubicHandles(from, to);
  const s = 1 - t;
  const along = (a: number, ta: number, b: number, tb: number): [number, number] => {
    const [c, d] = [a + h * ta, b - h * tb];
    return [
      s * s * s * a + 3 * s * s * t * c + 3 * s * t * t * d + t * t * t * b,
      3 * (s * s * (c - a) + 2 * s * t * (d - c) + t * t * (b - d)),
    ];
  };
  const [x, tx] = along(from.x, from.tx, to.x, to.tx);
  const [y, ty] = along(from.y, from.ty, to.y, to.ty);
  return { x, y, tx, ty };
}

/** Newton's steps up or down the gradient to the level; null where they lead further than `most`, as they do where it is flat. */
function onLevel(
  { field, level }: Pick<Aim, 'field' | 'level'>,
  x0: number,
  y0: number,
  most: number,
): ContourSpot | null {
  let [x, y] = [x0, y0];
  for (let n = 0; n < 6; n++) {
    const { value, dx, dy }: Slope = field.at(x, y);
    const step = (value - level) / (dx * dx + dy * dy);
    x -= step * dx;
    y -= step * dy;
    if (!(Math.hypot(x - x0, y - y0) <= most)) return null;
  }
  return spotAt(field, x, y);
}

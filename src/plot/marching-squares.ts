/** Marching squares: through which sides of a grid's cells the lines of one height go, and where exactly. */
import type { Box, Field, Point } from '../descent/field.ts';

/** The places where one line crosses the grid, in order, the higher ground to its left. */
export interface Crossings {
  readonly level: number;
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

/** The lines of all levels. */
export function crossings(
  field: Field,
  box: Box,
  cells: number,
  levels: readonly number[],
): Crossings[] {
  const grid = new Grid(field, box, cells);
  return levels.flatMap((level) => linesOf(grid, level));
}

/** The heights at the nodes of a grid of square cells. Nodes are numbered row by row from the lower left. */
class Grid {
  readonly nodes: number;
  readonly #field: Field;
  readonly #box: Box;
  readonly values: Float64Array;

  constructor(field: Field, box: Box, cells: number) {
    this.#field = field;
    this.#box = box;
    this.nodes = cells + 1;
    this.values = Float64Array.from({ length: this.nodes * this.nodes }, (_, i) => {
      const { x, y } = this.place(i);
      return field.at(x, y).value;
    });
  }

  place(node: number): Point {
    const { x, y } = this.#box;
    const last = this.nodes - 1;
    const [u, v] = [(node % this.nodes) / last, Math.floor(node / this.nodes) / last];
    return { x: x[0] + u * (x[1] - x[0]), y: y[0] + v * (y[1] - y[0]) };
  }

  /** Where the height is `level` between two neighbouring nodes, one on each side of it. */
  crossing(from: number, to: number, level: number): Point {
    const [a, b] = [this.place(from), this.place(to)];
    const [wx, wy] = [b.x - a.x, b.y - a.y];
    const rising = this.values[to] > this.values[from];
    let [low, high] = [0, 1];
    let t = (level - this.values[from]) / (this.values[to] - this.values[from]);
    for (let n = 0; n < 40; n++) {
      const { value, dx, dy } = this.#field.at(a.x + t * wx, a.y + t * wy);
      if (value < level === rising) low = t;
      else high = t;
      const newton = t - (value - level) / (dx * wx + dy * wy);
      const next = newton >= low && newton <= high ? newton : (low + high) / 2;
      if (Math.abs(next - t) < 1e-9) break;
      t = next;
    }
    return { x: a.x + t * wx, y: a.y + t * wy };
  }
}

/**
 * Through which sides a line goes that has a cell's corners on its two sides: 4 in, out for each line, by which corners are high: bit k
 * for corner k. Corners and, from each to the next, sides are counted counter-clockwise from the lower left. A line comes in where a high
 * corner is followed by a low one.
 */
const WAYS: readonly (readonly number[])[] = Array.from({ length: 16 }, (_, high) => {
  const isHigh = (k: number): boolean => ((high >> (k % 4)) & 1) === 1;
  return [0, 1, 2, 3].flatMap((k) => {
    if (!isHigh(k) || isHigh(k + 1)) return [];
    let to = k + 1;
    while (!isHigh(to + 1)) to++;
    return [k, to % 4];
  });
});
/** A pass, high at two corners across: where its middle is low, these lines turn the other way. */
const isPass = (high: number): boolean => high === 0b0101 || high === 0b1010;
const WAYS_APART = WAYS.map((ways) => ways.map((to, i) => (i % 2 === 0 ? to : (to + 2) % 4)));

/**
 * Lines of one level. A side is a number: that of its lower or left node, twice, and one more where it stands upright. Plain arrays of
 * numbers, for this is asked of thousands of cells for every level.
 */
function linesOf(grid: Grid, level: number): Crossings[] {
  const { nodes, values } = grid;
  /** From the side where a line comes into a cell to the side where it leaves it; −1 for none. */
  const next = new Int32Array(2 * nodes * nodes).fill(-1);
  const entered = new Uint8Array(next.length);
  const starts: number[] = [];
  const sides = [0, 2 * 1 + 1, 2 * nodes, 1];
  for (let row = 0; row < nodes - 1; row++) {
    for (let column = 0; column < nodes - 1; column++) {
      const node = row * nodes + column;
      const [a, b] = [values[node], values[node + 1]];
      const [c, d] = [values[node + nodes + 1], values[node + nodes]];
      const high =
        (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      const ways = isPass(high) && (a + b + c + d) / 4 < level ? WAYS_APART[high] : WAYS[high];
      for (let i = 0; i < ways.length; i += 2) {
        const [from, to] = [2 * node + sides[ways[i]], 2 * node + sides[ways[i + 1]]];
        next[from] = to;
        entered[to] = 1;
        starts.push(from);
      }
    }
  }
  const lines: Crossings[] = [];
  const follow = (start: number, isClosed: boolean): void => {
    const points: Point[] = [];
    for (let side = start; side !== -1;) {
      const node = side >> 1;
      points.push(grid.crossing(node, side % 2 === 0 ? node + 1 : node + nodes, level));
      const after = next[side];
      next[side] = -1;
      side = after === start ? -1 : after;
    }
    if (points.length > 1) lines.push({ level, points, isClosed });
  };
  for (const start of starts) if (entered[start] === 0) follow(start, false);
  for (const start of starts) if (next[start] !== -1) follow(start, true);
  return lines;
}

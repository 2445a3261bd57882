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

/** The side between two nodes, as a number: that of its lower or left node, twice, and one more where it stands upright. */
function sideOf(from: number, to: number): number {
  const node = Math.min(from, to);
  return 2 * node + (Math.abs(from - to) === 1 ? 0 : 1);
}

function linesOf(grid: Grid, level: number): Crossings[] {
  const { nodes, values } = grid;
  /** From the side where a line comes into a cell to the side where it leaves it. */
  const next = new Map<number, number>();
  const entered = new Set<number>();
  for (let row = 0; row < nodes - 1; row++) {
    for (let column = 0; column < nodes - 1; column++) {
      const node = row * nodes + column;
      const isLow = values[node] < level;
      const isApart =
        isLow !== values[node + 1] < level ||
        isLow !== values[node + nodes] < level ||
        isLow !== values[node + nodes + 1] < level;
      if (!isApart) continue; // most of them, so they must cost next to nothing
      // Its corners and, from each to the next, its sides: counter-clockwise.
      const corners = [node, node + 1, node + nodes + 1, node + nodes];
      const isHigh = corners.map((corner) => values[corner] >= level);
      const mean = corners.reduce((sum, corner) => sum + values[corner], 0) / 4;
      for (let k = 0; k < 4; k++) {
        const leaves = isHigh[k] && !isHigh[(k + 1) % 4];
        if (!leaves) continue;
        // A pass, with high ground at two corners across: the middle says which two lines do not meet.
        const isPass = isHigh[(k + 2) % 4] && !isHigh[(k + 3) % 4];
        let to = (k + 1) % 4;
        if (isPass && mean < level) to = (k + 3) % 4;
        else while (!isHigh[(to + 1) % 4]) to = (to + 1) % 4;
        const side = (n: number): number => sideOf(corners[n], corners[(n + 1) % 4]);
        next.set(side(k), side(to));
        entered.add(side(to));
      }
    }
  }
  const lines: Crossings[] = [];
  const follow = (start: number, isClosed: boolean): void => {
    const points: Point[] = [];
    let side: number | undefined = start;
    while (side !== undefined) {
      const node = Math.floor(side / 2);
      points.push(grid.crossing(node, side % 2 === 0 ? node + 1 : node + nodes, level));
      const after: number | undefined = next.get(side);
      next.delete(side);
      side = after === start ? undefined : after;
    }
    if (points.length > 1) lines.push({ level, points, isClosed });
  };
  for (const start of [...next.keys()]) if (!entered.has(start)) follow(start, false);
  for (const start of [...next.keys()]) if (next.has(start)) follow(start, true);
  return lines;
}

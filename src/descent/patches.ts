import type { Box, Field, Slope } from './field.ts';

/** Heights and slopes at the nodes of an even grid: row 0 at the bottom of the box, each row from left to right. */
export interface Nodes {
  readonly box: Box;
  /** Nodes in a row and rows in the grid; 2 or more. */
  readonly columns: number;
  readonly rows: number;
  /** Each (rows, columns) row-major. */
  readonly values: Float64Array;
  readonly dxs: Float64Array;
  readonly dys: Float64Array;
}

/** Measures a field at every node. */
export function measureNodes(field: Field, box: Box, columns: number, rows = columns): Nodes {
  const count = columns * rows;
  const nodes = {
    ...{ box, columns, rows },
    values: new Float64Array(count),
    dxs: new Float64Array(count),
    dys: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const { value, dx, dy } = field.at(...nodeAt(nodes, i));
    nodes.values[i] = value;
    nodes.dxs[i] = dx;
    nodes.dys[i] = dy;
  }
  return nodes;
}

type Grid = Pick<Nodes, 'box' | 'columns' | 'rows'>;

/** Where node i stands. */
export function nodeAt({ box, columns, rows }: Grid, i: number): [number, number] {
  const [left, right] = box.x;
  const [bottom, top] = box.y;
  const column = i % columns;
  const row = Math.floor(i / columns);
  return [
    left + ((right - left) * column) / (columns - 1),
    bottom + ((top - bottom) * row) / (rows - 1),
  ];
}

/**
 * A smooth surface through measured nodes: bicubic patches that have every node's height and slopes, and meet without a crease. How the
 * slopes twist at a node is taken from its neighbours. Beyond the box the outermost patches go on.
 */
export class Patches implements Field {
  readonly nodes: Nodes;
  readonly #twists: Float64Array;
  /** The size of a patch. */
  readonly #width: number;
  readonly #height: number;
  /** Room for the 16 numbers of one patch, (4, 4): heights, slopes in x, slopes in y, twists; each of its four corners. */
  readonly #corners = new Float64Array(16);
  #held = -1;

  constructor(nodes: Nodes) {
    const { box, columns, rows } = nodes;
    this.nodes = nodes;
    this.#width = (box.x[1] - box.x[0]) / (columns - 1);
    this.#height = (box.y[1] - box.y[0]) / (rows - 1);
    this.#twists = twistsOf(nodes, this.#width, this.#height);
  }

  at(x: number, y: number): Slope {
    const { box, columns, rows } = this.nodes;
    const u = (x - box.x[0]) / this.#width;
    const v = (y - box.y[0]) / this.#height;
    const column = Math.min(columns - 2, Math.max(0, Math.floor(u)));
    const row = Math.min(rows - 2, Math.max(0, Math.floor(v)));
    this.#hold(row * columns + column);
    const [s, t] = [u - column, v - row];
    const [x0, x1, xs0, xs1] = hermite(s);
    const [y0, y1, ys0, ys1] = hermite(t);
    const [dx0, dx1, dxs0, dxs1] = hermiteSlope(s);
    const [dy0, dy1, dys0, dys1] = hermiteSlope(t);
    const sum = (
      a0: number,
      a1: number,
      as0: number,
      as1: number,
      b0: number,
      b1: number,
      bs0: number,
      bs1: number,
    ): number => {
      const c = this.#corners;
      return (
        b0 * (a0 * c[0] + a1 * c[1] + as0 * c[4] + as1 * c[5]) +
        b1 * (a0 * c[2] + a1 * c[3] + as0 * c[6] + as1 * c[7]) +
        bs0 * (a0 * c[8] + a1 * c[9] + as0 * c[12] + as1 * c[13]) +
        bs1 * (a0 * c[10] + a1 * c[11] + as0 * c[14] + as1 * c[15])
      );
    };
    return {
      value: sum(x0, x1, xs0, xs1, y0, y1, ys0, ys1),
      dx: sum(dx0, dx1, dxs0, dxs1, y0, y1, ys0, ys1) / this.#width,
      dy: sum(x0, x1, xs0, xs1, dy0, dy1, dys0, dys1) / this.#height,
    };
  }

  /** Brings the corners of the patch whose lower left node is i. Slopes are counted per patch. */
  #hold(i: number): void {
    if (this.#held === i) return;
    this.#held = i;
    const { columns, values, dxs, dys } = this.nodes;
    const c = this.#corners;
    const [w, h] = [this.#width, this.#height];
    for (let n = 0; n < 4; n++) {
      const at = i + (n % 2) + (n > 1 ? columns : 0);
      c[n] = values[at];
      c[4 + n] = w * dxs[at];
      c[8 + n] = h * dys[at];
      c[12 + n] = w * h * this.#twists[at];
    }
  }
}

type Four = readonly [number, number, number, number];

/** What both ends and both slopes weigh at t, 0 to 1, along a cubic. */
function hermite(t: number): Four {
  const [t2, t3] = [t * t, t * t * t];
  return [2 * t3 - 3 * t2 + 1, 3 * t2 - 2 * t3, t3 - 2 * t2 + t, t3 - t2];
}

function hermiteSlope(t: number): Four {
  const t2 = t * t;
  return [6 * t2 - 6 * t, 6 * t - 6 * t2, 3 * t2 - 4 * t + 1, 3 * t2 - 2 * t];
}

/** d2C/dxdy at every node: the mean of how dC/dx changes upwards and dC/dy to the right; one-sided at the rim. */
function twistsOf({ columns, rows, dxs, dys }: Nodes, width: number, height: number): Float64Array {
  const across = (i: number): number => {
    const column = i % columns;
    const [from, to] = [column > 0 ? i - 1 : i, column < columns - 1 ? i + 1 : i];
    return (dys[to] - dys[from]) / ((to - from) * width);
  };
  const up = (i: number): number => {
    const row = Math.floor(i / columns);
    const [below, above] = [row > 0 ? 1 : 0, row < rows - 1 ? 1 : 0];
    return (dxs[i + above * columns] - dxs[i - below * columns]) / ((above + below) * height);
  };
  return Float64Array.from(dxs, (_, i) => (across(i) + up(i)) / 2);
}

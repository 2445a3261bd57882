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
    const s = u - column;
    const t = v - row;
    // What both ends and both slopes weigh along a cubic, and how fast that changes: across, then up. Plain numbers, for this is asked
    // tens of thousands of times for a map.
    const a1 = s * s * (3 - 2 * s);
    const a0 = 1 - a1;
    const as0 = s * (1 - s) * (1 - s);
    const as1 = s * s * (s - 1);
    const b1 = t * t * (3 - 2 * t);
    const b0 = 1 - b1;
    const bs0 = t * (1 - t) * (1 - t);
    const bs1 = t * t * (t - 1);
    const da = 6 * s * (1 - s);
    const das0 = (1 - s) * (1 - 3 * s);
    const das1 = s * (3 * s - 2);
    const db = 6 * t * (1 - t);
    const dbs0 = (1 - t) * (1 - 3 * t);
    const dbs1 = t * (3 * t - 2);
    const c = this.#corners;
    // Along the lower and the upper side: heights, how they slope upwards, and how both change across.
    const low = a0 * c[0] + a1 * c[1] + as0 * c[4] + as1 * c[5];
    const high = a0 * c[2] + a1 * c[3] + as0 * c[6] + as1 * c[7];
    const lowUp = a0 * c[8] + a1 * c[9] + as0 * c[12] + as1 * c[13];
    const highUp = a0 * c[10] + a1 * c[11] + as0 * c[14] + as1 * c[15];
    const dLow = da * (c[1] - c[0]) + das0 * c[4] + das1 * c[5];
    const dHigh = da * (c[3] - c[2]) + das0 * c[6] + das1 * c[7];
    const dLowUp = da * (c[9] - c[8]) + das0 * c[12] + das1 * c[13];
    const dHighUp = da * (c[11] - c[10]) + das0 * c[14] + das1 * c[15];
    return {
      value: b0 * low + b1 * high + bs0 * lowUp + bs1 * highUp,
      dx: (b0 * dLow + b1 * dHigh + bs0 * dLowUp + bs1 * dHighUp) / this.#width,
      dy: (db * (high - low) + dbs0 * lowUp + dbs1 * highUp) / this.#height,
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

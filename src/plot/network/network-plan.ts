/**
 * Where the parts of a network's picture stand, in units of about a CSS pixel on a wide screen: layers as columns, as rows for a phone,
 * or as blocks where a column would be too long.
 */

/** x runs right, y down. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A network's picture: where each lamp stands, layer by layer (1 is the first of neurons; 0 stays empty), x right, y down. */
export interface NetworkPlan {
  readonly width: number;
  readonly height: number;
  readonly lamps: readonly (readonly Place[])[];
  /** Radius of the lamps of each layer. */
  readonly radii: readonly number[];
  /** Where a picture of the input stands. */
  readonly tile: Box;
  /** From the top down, what a column that is full takes: beside the tile it is as high as the tile. */
  readonly column: Span;
}

export interface Span {
  readonly top: number;
  readonly height: number;
}

export interface Box extends Place {
  /** Its side. */
  readonly side: number;
}

/** A layer of rows: its own height, and whether it lies open. */
export interface RowsPlan extends NetworkPlan {
  /** The top and the height of each layer's row; 0 stays empty. */
  readonly rows: readonly Span[];
}

export const OUTPUT_RADIUS = 15;
const LAMP_RADIUS = 11;

/** How a picture of columns is divided. */
interface ColumnFrame {
  readonly width: number;
  /** Above it the names, below it a margin. */
  readonly column: Span;
  readonly bottom: number;
  /** The middles of the first layer of neurons and of the outputs. */
  readonly first: number;
  readonly outputs: number;
  /** The largest radius of a lamp, and of an output's. */
  readonly radii: readonly [number, number];
}

const NAMED: ColumnFrame = {
  ...{ width: 660, column: { top: 74, height: 560 }, bottom: 24, first: 236, outputs: 570 },
  radii: [LAMP_RADIUS, OUTPUT_RADIUS],
};

/** No names, no picture of the input: for what a figure says of the neurons itself. */
export const BARE: ColumnFrame = {
  ...{ width: 560, column: { top: 10, height: 352 }, bottom: 10, first: 34, outputs: 526 },
  radii: [8, 13],
};

/**
 * Layers as columns, left to right, for a wide plate.
 * @param sizes neurons in each layer, the input first: [784, 16, 16, 10]
 * @param frame how the picture is divided; with names and a picture of the input if left out
 */
export function planColumns(sizes: readonly number[], frame: ColumnFrame = NAMED): NetworkPlan {
  const last = sizes.length - 1;
  const { width, column, bottom, first, outputs } = frame;
  const lamps = sizes.map((count, layer): Place[] => {
    if (layer === 0) return [];
    const x = last === 1 ? outputs : first + ((layer - 1) / (last - 1)) * (outputs - first);
    return stacked(count, x, column);
  });
  const radii = sizes.map((count, layer) =>
    Math.min(frame.radii[layer === last ? 1 : 0], (0.42 * column.height) / count),
  );
  const side = 112;
  const tile = { x: 24, y: column.top + column.height / 2 - side / 2, side };
  return { width, height: column.top + column.height + bottom, lamps, radii, tile, column };
}

const BLOCKS = {
  /** Outputs share its height evenly, so that rows of bars beside them meet them. */
  column: { top: 0, height: 440 },
  /** Lamps above one another in a block, at most: beyond that they could not be told apart. */
  mostRows: 30,
  /** Lamps of a block stand no further apart than this. */
  widestPitch: 24,
  /** From the picture to the first block, between blocks, and from the last block to the outputs. */
  gaps: { fan: 36, between: 48, last: 88 },
} as const;

/**
 * Hidden layers as blocks of lamps, wider than a single column where they are large, then a column of outputs. The picture of the input
 * stands outside, to the left.
 * @param sizes neurons in each layer, the input first
 */
export function planBlocks(sizes: readonly number[]): NetworkPlan {
  const last = sizes.length - 1;
  const { column, mostRows, widestPitch, gaps } = BLOCKS;
  const { height } = column;
  const lamps: Place[][] = [[]];
  const radii = [0];
  let x: number = gaps.fan;
  for (let layer = 1; layer < last; layer++) {
    const count = sizes[layer];
    const columns = Math.ceil(count / mostRows);
    const rows = Math.ceil(count / columns);
    const pitch = Math.min(widestPitch, height / rows);
    const [left, top] = [x, (height - pitch * rows) / 2];
    lamps.push(
      Array.from({ length: count }, (_, i) => ({
        x: round(left + ((i % columns) + 0.5) * pitch),
        y: round(top + (Math.floor(i / columns) + 0.5) * pitch),
      })),
    );
    radii.push(0.36 * pitch);
    x += columns * pitch + (layer < last - 1 ? gaps.between : gaps.last);
  }
  lamps.push(stacked(sizes[last], x + OUTPUT_RADIUS, column));
  radii.push(OUTPUT_RADIUS);
  const side = 96;
  const tile = { x: -side, y: (height - side) / 2, side };
  return { width: x + 2 * OUTPUT_RADIUS + 2, height, lamps, radii, tile, column };
}

/** How rows are laid out, on the plate of a 360 px phone. */
const ROWS = {
  width: 326,
  /** Height of the row of the picture that goes in, and of a layer that lies closed. */
  heights: { tile: 80, strip: 44 },
  /** Lamps in a line of the open layer, from lamp to lamp along it, and from line to line. */
  open: { inLine: 8, pitch: 38, line: 46 },
  /** Below the open layer for its edges, and below the outputs for score and name. */
  below: { open: 84, outputs: 58 },
  /** On the way back: below that for what each should be and its arrow, and to the right of the open layer for its last arrow. */
  back: { below: 64, right: 4 },
} as const;

/**
 * Layers as rows, top to bottom, for a phone: the open one as staggered lines of eight, the others as strips of small lamps.
 * @param sizes neurons in each layer, the input first
 * @param open which hidden layer lies open
 * @param isBack whether there is room for arrows, and for what each output should be
 */
export function planRows(sizes: readonly number[], open: number, isBack = false): RowsPlan {
  const last = sizes.length - 1;
  const lamps: Place[][] = [[]];
  const radii = [0];
  const rows: Span[] = [{ top: 0, height: ROWS.heights.tile }];
  let top: number = ROWS.heights.tile;
  for (let layer = 1; layer < last; layer++) {
    const count = sizes[layer];
    if (layer === open) {
      const lines = Math.ceil(count / ROWS.open.inLine);
      lamps.push(staggered(count, top + 56, isBack ? ROWS.back.right : 0));
      radii.push(LAMP_RADIUS);
      rows.push({ top, height: 34 + lines * ROWS.open.line });
      top += 34 + lines * ROWS.open.line + ROWS.below.open;
    } else {
      const pitch = Math.min(14, 220 / count);
      const from = ROWS.width - 14 - pitch * count;
      lamps.push(line(count, from, pitch, top + ROWS.heights.strip / 2));
      radii.push(0.36 * pitch);
      rows.push({ top, height: ROWS.heights.strip });
      top += ROWS.heights.strip;
    }
  }
  if (open !== last - 1) top += 20;
  const pitch = Math.min(31, (ROWS.width - 12) / sizes[last]);
  lamps.push(line(sizes[last], (ROWS.width - pitch * sizes[last]) / 2, pitch, top + 20));
  radii.push(Math.min(14, 0.45 * pitch));
  rows.push({ top, height: 40 });
  const tile = { x: 12, y: 12, side: 56 };
  return {
    width: ROWS.width,
    height: top + 40 + ROWS.below.outputs + (isBack ? ROWS.back.below : 0),
    lamps,
    radii,
    rows,
    tile,
    column: { top: 0, height: ROWS.heights.tile },
  };
}

/** A column of its own, its lamps evenly down the span. */
function stacked(count: number, x: number, { top, height }: Span): Place[] {
  const pitch = height / count;
  return Array.from({ length: count }, (_, j) => ({
    x: round(x),
    y: round(top + (j + 0.5) * pitch),
  }));
}

function line(count: number, from: number, pitch: number, y: number): Place[] {
  return Array.from({ length: count }, (_, j) => ({ x: round(from + (j + 0.5) * pitch), y }));
}

function staggered(count: number, top: number, shift: number): Place[] {
  const from = (ROWS.width - (ROWS.open.inLine - 0.5) * ROWS.open.pitch) / 2 - shift;
  return Array.from({ length: count }, (_, j) => {
    const row = Math.floor(j / ROWS.open.inLine);
    return {
      x: from + ((j % ROWS.open.inLine) + (row % 2) / 2) * ROWS.open.pitch,
      y: top + row * ROWS.open.line,
    };
  });
}

/** To a tenth: enough for the eye, and short in the page. */
function round(value: number): number {
  return Math.round(10 * value) / 10;
}

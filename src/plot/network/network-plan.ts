/**
 * Where the parts of a network's picture stand, in units of about a CSS pixel on a wide screen: layers as columns, or as rows for a phone.
 * As blocks, where a column would be too long: block-plan.ts.
 */
import {
  type NetworkPlan,
  OUTPUT_RADIUS,
  type Place,
  round,
  type Span,
  stacked,
} from './block-plan.ts';

export type { NetworkPlan, Place } from './block-plan.ts';

/** A layer of rows: its own height, and whether it lies open. */
export interface RowsPlan extends NetworkPlan {
  /** The top and the height of each layer's row; 0 stays empty. */
  readonly rows: readonly Span[];
}

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

/** How rows are laid out, on the plate of a 360 px phone. */
const ROWS = {
  width: 326,
  /** Height of the row of the picture that goes in, and of a layer that lies closed. */
  heights: { tile: 80, strip: 44 },
  /** Lamps in a line of the open layer, from lamp to lamp along it, and from line to line. */
  open: { inLine: 8, pitch: 38, line: 46 },
  /** Below the open layer for its edges, and below the outputs for score and name. */
  below: { open: 84, outputs: 58 },
  /** What keeps the last strip off the outputs: the open layer above it gives that up, so that the plate is as high with any of them open. */
  gap: 20,
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
      top += 34 + lines * ROWS.open.line + ROWS.below.open - (open === last - 1 ? 0 : ROWS.gap);
    } else {
      const pitch = Math.min(14, 220 / count);
      const from = ROWS.width - 14 - pitch * count;
      lamps.push(line(count, from, pitch, top + ROWS.heights.strip / 2));
      radii.push(0.36 * pitch);
      rows.push({ top, height: ROWS.heights.strip });
      top += ROWS.heights.strip;
    }
  }
  if (open !== last - 1) top += ROWS.gap;
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

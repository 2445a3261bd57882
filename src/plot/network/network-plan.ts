import type { Place } from './network-layout.ts';

/** A network's picture: where each lamp stands, layer by layer (1 is the first of neurons; 0 stays empty), x right, y down. */
export interface NetworkPlan {
  readonly width: number;
  readonly height: number;
  readonly lamps: readonly (readonly Place[])[];
  /** Radius of the lamps of each layer. */
  readonly radii: readonly number[];
  /** Where a picture of the input stands. */
  readonly tile: Box;
}

export interface Box extends Place {
  /** Its side. */
  readonly side: number;
}

/** A layer of rows: its own height, and whether it lies open. */
export interface RowsPlan extends NetworkPlan {
  /** The top and the height of each layer's row; 0 stays empty. */
  readonly rows: readonly { readonly top: number; readonly height: number }[];
}

const OUTPUT_RADIUS = 15;
const LAMP_RADIUS = 11;

/** Room for the names above the columns, and below the last lamp. */
const TOP = 74;
const COLUMN = 560;
const BOTTOM = 24;

/**
 * Layers as columns, left to right, for a wide plate.
 * @param sizes neurons in each layer, the input first: [784, 16, 16, 10]
 */
export function planColumns(sizes: readonly number[]): NetworkPlan {
  const last = sizes.length - 1;
  const first = 236;
  const outputs = 570;
  const lamps = sizes.map((count, layer): Place[] => {
    if (layer === 0) return [];
    const x = last === 1 ? outputs : first + ((layer - 1) / (last - 1)) * (outputs - first);
    const pitch = COLUMN / count;
    return Array.from({ length: count }, (_, j) => ({
      x: round(x),
      y: round(TOP + (j + 0.5) * pitch),
    }));
  });
  const radii = sizes.map((count, layer) =>
    Math.min(layer === last ? OUTPUT_RADIUS : LAMP_RADIUS, (0.42 * COLUMN) / count),
  );
  const side = 112;
  const tile = { x: 24, y: TOP + COLUMN / 2 - side / 2, side };
  return { width: 660, height: TOP + COLUMN + BOTTOM, lamps, radii, tile };
}

/** How wide the rows are laid out: the plate of a 360 px phone. */
const ROWS_WIDTH = 326;
const TILE_ROW = 80;
const STRIP = 44;
/** From lamp to lamp in the open layer, along and across. */
const PITCH = 38;
const LINE = 46;
const A_LINE = 8;
/** Below the open layer, for its edges. */
const FALL = 84;
/** Score and name under the outputs. */
const FOOT = 58;
/** And for what each should be, and its arrow. */
const BACK_FOOT = 64;
/** What the open layer moves to the left, so that the last arrow has room. */
const BACK_SHIFT = 4;

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
  const rows = [{ top: 0, height: TILE_ROW }];
  let top = TILE_ROW;
  for (let layer = 1; layer < last; layer++) {
    const count = sizes[layer];
    if (layer === open) {
      const lines = Math.ceil(count / A_LINE);
      lamps.push(staggered(count, top + 56, isBack ? BACK_SHIFT : 0));
      radii.push(LAMP_RADIUS);
      rows.push({ top, height: 34 + lines * LINE });
      top += 34 + lines * LINE + FALL;
    } else {
      const pitch = Math.min(14, 220 / count);
      const from = ROWS_WIDTH - 14 - pitch * count;
      lamps.push(line(count, from, pitch, top + STRIP / 2));
      radii.push(0.36 * pitch);
      rows.push({ top, height: STRIP });
      top += STRIP;
    }
  }
  if (open !== last - 1) top += 20;
  const pitch = Math.min(31, (ROWS_WIDTH - 12) / sizes[last]);
  lamps.push(line(sizes[last], (ROWS_WIDTH - pitch * sizes[last]) / 2, pitch, top + 20));
  radii.push(Math.min(14, 0.45 * pitch));
  rows.push({ top, height: 40 });
  const tile = { x: 12, y: 12, side: 56 };
  return {
    width: ROWS_WIDTH,
    height: top + 40 + FOOT + (isBack ? BACK_FOOT : 0),
    lamps,
    radii,
    rows,
    tile,
  };
}

function line(count: number, from: number, pitch: number, y: number): Place[] {
  return Array.from({ length: count }, (_, j) => ({ x: round(from + (j + 0.5) * pitch), y }));
}

function staggered(count: number, top: number, shift: number): Place[] {
  const from = (ROWS_WIDTH - (A_LINE - 0.5) * PITCH) / 2 - shift;
  return Array.from({ length: count }, (_, j) => {
    const row = Math.floor(j / A_LINE);
    return { x: from + ((j % A_LINE) + (row % 2) / 2) * PITCH, y: top + row * LINE };
  });
}

/** To a tenth: enough for the eye, and short in the page. */
function round(value: number): number {
  return Math.round(10 * value) / 10;
}

/**
 * A network's picture as blocks of lamps, for networks whose layers are too long for a column, and what every picture of a network is. The
 * recogniser needs no more of them than this.
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

export const OUTPUT_RADIUS = 15;

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

/** A column of its own, its lamps evenly down the span. */
export function stacked(count: number, x: number, { top, height }: Span): Place[] {
  const pitch = height / count;
  return Array.from({ length: count }, (_, j) => ({
    x: round(x),
    y: round(top + (j + 0.5) * pitch),
  }));
}

/** To a tenth: enough for the eye, and short in the page. */
export function round(value: number): number {
  return Math.round(10 * value) / 10;
}

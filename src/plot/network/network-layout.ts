/** Where the parts of a network's picture stand, in units of about a CSS pixel on a wide screen. x runs right, y down. */
export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  /** The hidden layers, left to right, each a block of lamps. */
  readonly blocks: readonly LampBlock[];
  /** The middles of the outputs, top to bottom. */
  readonly outputs: readonly Place[];
}

export interface LampBlock {
  readonly lamps: readonly Place[];
  readonly radius: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 440;
/** A column of lamps is at most so long: beyond that they could not be told apart. */
const MOST_ROWS = 30;
/** Lamps stand no further apart than this. */
const WIDEST_PITCH = 24;
/** From the picture to the first block, between blocks, and from the last block to the outputs. */
const FAN = 36;
const GAP = 48;
const LAST_GAP = 88;
export const OUTPUT_RADIUS = 15;

/**
 * Lays a network out: hidden layers as blocks of lamps, wider than a single column where they are large, then a column of outputs.
 * @param hidden neurons in each hidden layer
 * @param outputs how many outputs; they share the height evenly, so that rows of bars beside them meet them
 */
export function layOut(hidden: readonly number[], outputs: number): NetworkLayout {
  let x = FAN;
  const blocks = hidden.map((count, l) => {
    const columns = Math.ceil(count / MOST_ROWS);
    const rows = Math.ceil(count / columns);
    const pitch = Math.min(WIDEST_PITCH, HEIGHT / rows);
    const top = (HEIGHT - pitch * rows) / 2;
    const lamps = Array.from({ length: count }, (_, i) => ({
      x: x + ((i % columns) + 0.5) * pitch,
      y: top + (Math.floor(i / columns) + 0.5) * pitch,
    }));
    x += columns * pitch + (l < hidden.length - 1 ? GAP : LAST_GAP);
    return { lamps, radius: 0.36 * pitch };
  });
  const pitch = HEIGHT / outputs;
  return {
    width: x + 2 * OUTPUT_RADIUS + 2,
    height: HEIGHT,
    blocks,
    outputs: Array.from({ length: outputs }, (_, j) => ({
      x: x + OUTPUT_RADIUS,
      y: (j + 0.5) * pitch,
    })),
  };
}

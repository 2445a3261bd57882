/** A height over a square, seen from above its lower edge: where points of it stand in the picture. Pictures are 1 wide. */
export interface View {
  /** How far it is turned about its middle, in radians up to MOST_TURN; to the right is positive. */
  readonly turn: number;
}

/** How far it may be turned either way, in radians: so far all of a surface is in the picture, whatever its heights. */
export const MOST_TURN = Math.PI / 6;
/** The picture's height, as a part of its width. */
export const ASPECT = 0.62;
/** How much nearer things are larger, how flat we look at it, how tall the tallest is. */
const NEAR = 0.42;
const FLAT = 0.4;
const TALL = 0.3;
const SCALE = 0.665;
const MIDDLE = 0.222;

export interface Seen {
  readonly x: number;
  readonly y: number;
  /** How far away: larger is further. */
  readonly depth: number;
}

/**
 * Where a point of the surface is seen.
 * @param u from 0, left, to 1, right
 * @param v from 0, near, to 1, far
 * @param h from 0, the lowest, to 1, the highest
 */
export function see(u: number, v: number, h: number, { turn }: View): Seen {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [x, y] = [u - 0.5, v - 0.5];
  const across = x * cos + y * sin;
  const away = y * cos - x * sin;
  const scale = SCALE / (1 + NEAR * away);
  return {
    x: 0.5 + scale * across,
    y: MIDDLE - scale * (FLAT * away + TALL * (h - 0.5)),
    depth: away,
  };
}

/** A cell of a mesh, as its four corners in the picture, and how high its middle is. */
export interface Cell {
  readonly corners: readonly Seen[];
  readonly height: number;
}

/**
 * All cells, the furthest first, so that the nearer ones cover them.
 * @param heights (side, side) row-major, 0 to 1, row 0 nearest
 */
export function cellsOf(heights: Float64Array, side: number, view: View): Cell[] {
  const seen = Array.from(heights, (h, i) =>
    see((i % side) / (side - 1), Math.floor(i / side) / (side - 1), h, view),
  );
  const cells: (Cell & { depth: number })[] = [];
  for (let row = 0; row < side - 1; row++) {
    for (let column = 0; column < side - 1; column++) {
      const i = row * side + column;
      const around = [i, i + 1, i + side + 1, i + side];
      cells.push({
        corners: around.map((at) => seen[at]),
        height: around.reduce((sum, at) => sum + heights[at], 0) / 4,
        depth: around.reduce((sum, at) => sum + seen[at].depth, 0) / 4,
      });
    }
  }
  return cells.sort((a, b) => b.depth - a.depth);
}

/** Bands from left to right, the furthest first, each a closed path: a picture that is light to send. In a picture `width` wide. */
export function bandsOf(heights: Float64Array, side: number, width: number): string[] {
  const view = { turn: 0 };
  const tenths = (part: number): number => Math.round(width * part);
  const spot = (row: number, column: number): string => {
    const { x, y } = see(column / (side - 1), row / (side - 1), heights[row * side + column], view);
    return `${tenths(x)} ${tenths(y)}`;
  };
  return Array.from({ length: side - 1 }, (_, n) => {
    const row = side - 2 - n;
    const far = Array.from({ length: side }, (__, column) => spot(row + 1, column));
    const near = Array.from({ length: side }, (__, column) => spot(row, side - 1 - column));
    return `M${[...far, ...near].join(' ')}z`;
  });
}

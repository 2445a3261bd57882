/** Pixels by name. */

/** Pixels to a side of an MNIST picture. */
const SIDE = 28;

/** Row and column as a reader counts them, from 1: 'row 12, column 14'. */
export function rowAndColumn(row: number, column: number): string {
  return `row ${row + 1}, column ${column + 1}`;
}

/** A pixel of a picture, or a cell of another grid, by its place row by row from 0: 'row 12, column 14'. */
export function pixelName(k: number, columns = SIDE): string {
  return rowAndColumn(Math.floor(k / columns), k % columns);
}

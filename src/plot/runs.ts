/** Neighbours in a row that are of one kind: how a picture of cells becomes a path of few and short pieces. */

/**
 * Goes over a grid's cells, row by row.
 * @param kindOf what the cell at a place has in common with its neighbours
 * @param tell is told each run: its kind, the column and row where it begins, and how many cells it has
 */
export function eachRun(
  count: number,
  columns: number,
  kindOf: (i: number) => number,
  tell: (kind: number, x: number, y: number, length: number) => void,
): void {
  for (let i = 0; i < count;) {
    const start = i;
    const kind = kindOf(start);
    const rowEnd = Math.min(count, start - (start % columns) + columns);
    do i++;
    while (i < rowEnd && kindOf(i) === kind);
    tell(kind, start % columns, Math.floor(start / columns), i - start);
  }
}

/** A path of runs, each told from where the last one left the pen: such small numbers repeat, and a page of them packs better. */
export class RunPath {
  text = '';
  #x = 0;
  #y = 0;

  /** @param run as drawn from (x, y) @param width how far to the right of there it leaves the pen */
  add(x: number, y: number, run: string, width: number): void {
    this.text += (this.text === '' ? `M${x} ${y}` : `m${x - this.#x} ${y - this.#y}`) + run;
    [this.#x, this.#y] = [x + width, y];
  }
}

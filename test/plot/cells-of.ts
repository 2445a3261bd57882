/**
 * The cells that a path of runs covers, in a grid of so many columns: each as often as it is covered. A run that is closed leaves the pen
 * where it began, and one that is a stroke where it ends.
 */
export function cellsOf(path: string, columns: number, count: number): number[] {
  const cells = Array<number>(count).fill(0);
  let [x, y] = [0, 0];
  for (const [, move, across, down, length, closed] of path.matchAll(
    /([Mm])(-?\d+) (-?\d+)h(\d+)(v1h-\d+z)?/g,
  )) {
    if (move === 'M') [x, y] = [0, 0];
    [x, y] = [x + Number(across), y + Number(down)];
    for (let i = 0; i < Number(length); i++) cells[columns * y + x + i]++;
    if (closed === undefined) x += Number(length);
  }
  return cells;
}

/**
 * Dots stacked in columns, one dot a value: a histogram that keeps every value a thing one can point at. Columns are bins of the values
 * themselves, so that adding the same to all of them moves the whole picture and changes nothing within it.
 */

/** Where each dot stands. Values are known by their rank, from 0, the lowest first. */
export interface DotColumns {
  /** How wide a column is, in the values' unit. */
  readonly width: number;
  /** By rank: its column; column c holds values from c * width on. */
  readonly column: Int32Array;
  /** By rank: how far from the axis it stands, from 0. Those picked stand nearest. */
  readonly slot: Int32Array;
  /** Most dots in a column. */
  readonly tallest: number;
}

/** Dots of one column that follow each other. */
export interface DotRun {
  readonly column: number;
  /** The first of them. */
  readonly slot: number;
  readonly count: number;
}

/**
 * Gives each value its place.
 * @param values ascending @param width of a column, above 0
 * @param isPicked by rank: whether it stands before the others of its column
 */
export function stackDots(
  values: ArrayLike<number>,
  width: number,
  isPicked: (rank: number) => boolean,
): DotColumns {
  const column = Int32Array.from(values, (value) => Math.floor(value / width));
  const slot = new Int32Array(values.length);
  let tallest = 0;
  for (let start = 0; start < column.length;) {
    let end = start;
    let picked = 0;
    for (; end < column.length && column[end] === column[start]; end++) if (isPicked(end)) picked++;
    let [front, back] = [0, picked];
    for (let rank = start; rank < end; rank++) slot[rank] = isPicked(rank) ? front++ : back++;
    tallest = Math.max(tallest, end - start);
    start = end;
  }
  return { width, column, slot, tallest };
}

/**
 * The dots of ranks from `from` up to, not including, `to`, as few runs as they make.
 * @param isWanted by rank: all those picked or all those not, so that they follow each other
 */
export function runsOf(
  { column, slot }: DotColumns,
  from: number,
  to: number,
  isWanted: (rank: number) => boolean,
): DotRun[] {
  const runs: { column: number; slot: number; count: number }[] = [];
  for (let rank = from; rank < to; rank++) {
    if (!isWanted(rank)) continue;
    const last = runs.at(-1);
    if (last?.column === column[rank]) last.count++;
    else runs.push({ column: column[rank], slot: slot[rank], count: 1 });
  }
  return runs;
}

/** The rank of the dot nearest to a place: in the column of the value, or the nearest column that has any. Null without dots. */
export function dotNear(
  { column, slot, width }: DotColumns,
  value: number,
  atSlot: number,
): number | null {
  const at = value / width - 0.5;
  let best: number | null = null;
  let least = Infinity;
  for (let rank = 0; rank < column.length; rank++) {
    // A column aside counts for more than any number of slots.
    const distance = 1000 * Math.abs(column[rank] - at) + Math.abs(slot[rank] - atSlot);
    if (distance < least) [best, least] = [rank, distance];
  }
  return best;
}

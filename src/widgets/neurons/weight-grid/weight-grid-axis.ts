/** The running sum as a line: where it stands after what. */
import type { Spot } from '@/plot/charts/plot-frame.ts';
import { SIDE } from '../pixel-sheet.svelte.ts';
import type { RunningSum } from './running-sum.ts';

/** What the line is drawn from. */
export interface Growth {
  readonly running: RunningSum;
  /** The inputs there are. */
  readonly inputs: ArrayLike<number>;
  /** Whether x counts pixels, row by row; else it counts products that are in. */
  readonly goesByRows: boolean;
  readonly added: number;
  readonly cell: number | null;
}

export interface SumAxis {
  readonly points: readonly Spot[];
  /** How many of the points stand for what is in. */
  readonly reached: number;
  readonly end: number;
  readonly ticks: readonly { x: number; name: string }[];
  /** Where the input pointed at is added. */
  readonly cursor: Spot | null;
}

/** Rows that get a number. */
const ROWS = [1, 7, 14, 21, 28];

export function sumAxis({ running, inputs, goesByRows, added, cell }: Growth): SumAxis {
  const { inputs: order, sums } = running;
  const end = goesByRows ? inputs.length : order.length;
  const points: Spot[] = [[0, 0]];
  let reached = 1;
  order.forEach((k, i) => {
    if (goesByRows && k > (points.at(-1)?.[0] ?? 0)) points.push([k, sums[i]]); // level over bare ground
    points.push([goesByRows ? k + 1 : i + 1, sums[i + 1]]);
    if (i + 1 <= added) reached = points.length;
  });
  const total = sums[order.length];
  if ((points.at(-1)?.[0] ?? 0) < end) points.push([end, total]);
  if (added === order.length) reached = points.length;
  return { points, reached, end, ticks: ticksOf(end, goesByRows), cursor: cursorOf() };

  function cursorOf(): Spot | null {
    if (cell === null) return null;
    const place = order.indexOf(cell);
    if (place !== -1) return [goesByRows ? cell + 1 : place + 1, sums[place + 1]];
    if (!goesByRows) return null;
    // On bare ground the sum stands as the pixel before left it.
    const next = order.findIndex((k) => k > cell);
    return [cell + 1, next === -1 ? total : sums[next]];
  }
}

function ticksOf(end: number, goesByRows: boolean): { x: number; name: string }[] {
  if (goesByRows) {
    return ROWS.map((row) => ({ x: (row - 0.5) * SIDE, name: row === 1 ? 'row 1' : String(row) }));
  }
  const count = Math.min(4, end);
  return Array.from({ length: count }, (_, i) => Math.round(((i + 1) * end) / count)).map((x) => ({
    x,
    name: x === end ? `${x} products` : String(x),
  }));
}

import { SIDE } from '../mnist.ts';

/**
 * The lines that a picture's ink was drawn along: thinned to a pixel by the rule of Zhang and Suen (1984), and made smooth. So MNIST's
 * digits can be written again by a pen of another thickness.
 */

/** The picture is thinned at so many times its size: thin gaps stay open. */
const FINER = 2;
/** Ink of at least this much counts. */
const THRESHOLD = 0.45;
/** The thinned grid's side; a row of background on either side. */
const WIDE = SIDE * FINER + 2;
/** How often each point moves half of the way to the middle of its neighbours: the steps of the grid go. */
const SMOOTHINGS = 3;

/** The eight neighbours of a cell, from the one above on, clockwise. */
const AROUND = [-WIDE, -WIDE + 1, 1, WIDE + 1, WIDE, WIDE - 1, -1, -WIDE - 1];

/**
 * @param picture (28, 28) row-major, 0 to 1
 * @returns short straight lines, in pixels of the picture; none where there is no ink, or no more than a dot
 */
export function skeleton(picture: Float64Array): number[][] {
  const ink = enlarge(picture);
  while (peel(ink, 0) + peel(ink, 1) > 0);
  return joined(ink);
}

/** 1 where the enlarged picture has ink. */
function enlarge(picture: Float64Array): Uint8Array {
  const ink = new Uint8Array(WIDE * WIDE);
  const at = (row: number, column: number): number =>
    picture[Math.max(0, Math.min(SIDE - 1, row)) * SIDE + Math.max(0, Math.min(SIDE - 1, column))];
  for (let y = 0; y < SIDE * FINER; y++) {
    const v = (y + 0.5) / FINER - 0.5;
    const row = Math.floor(v);
    for (let x = 0; x < SIDE * FINER; x++) {
      const u = (x + 0.5) / FINER - 0.5;
      const column = Math.floor(u);
      const value =
        (1 - v + row) * ((1 - u + column) * at(row, column) + (u - column) * at(row, column + 1)) +
        (v - row) *
          ((1 - u + column) * at(row + 1, column) + (u - column) * at(row + 1, column + 1));
      if (value >= THRESHOLD) ink[(y + 1) * WIDE + x + 1] = 1;
    }
  }
  return ink;
}

/** Takes away the cells of an edge, those to the south-east (turn 0) or to the north-west (1). Mutates. @returns how many went */
function peel(ink: Uint8Array, turn: 0 | 1): number {
  const gone: number[] = [];
  for (let i = WIDE; i < ink.length - WIDE; i++) {
    if (ink[i] === 0) continue;
    let neighbours = 0;
    let beginnings = 0; // of runs of ink, round the cell
    for (let n = 0; n < 8; n++) {
      const here = ink[i + AROUND[n]];
      neighbours += here;
      if (here === 0 && ink[i + AROUND[(n + 1) % 8]] === 1) beginnings++;
    }
    if (neighbours < 2 || neighbours > 6 || beginnings !== 1) continue;
    const [up, right, down, left] = [ink[i - WIDE], ink[i + 1], ink[i + WIDE], ink[i - 1]];
    const isEdge =
      turn === 0
        ? up * right * down === 0 && right * down * left === 0
        : up * right * left === 0 && up * down * left === 0;
    if (isEdge) gone.push(i);
  }
  for (const i of gone) ink[i] = 0;
  return gone.length;
}

/** A line from each cell to its neighbours; across a corner only where no cell lies beside it. */
function joined(ink: Uint8Array): number[][] {
  const cells = [...ink.keys()].filter((i) => ink[i] === 1);
  const number = new Map(cells.map((cell, n) => [cell, n]));
  let xs = cells.map((cell) => ((cell % WIDE) - 0.5) / FINER);
  let ys = cells.map((cell) => (Math.floor(cell / WIDE) - 0.5) / FINER);
  const links: [number, number][] = [];
  cells.forEach((cell, n) => {
    const link = (step: number): void => {
      const other = number.get(cell + step);
      if (other !== undefined) links.push([n, other]);
    };
    link(1);
    link(WIDE);
    if (!ink[cell + 1] && !ink[cell + WIDE]) link(WIDE + 1);
    if (!ink[cell - 1] && !ink[cell + WIDE]) link(WIDE - 1);
  });
  const neighbours = cells.map((): number[] => []);
  for (const [a, b] of links) {
    neighbours[a].push(b);
    neighbours[b].push(a);
  }
  const smooth = (values: readonly number[]): number[] =>
    values.map((value, n) => {
      if (neighbours[n].length !== 2) return value; // ends and crossings stay
      return 0.5 * value + 0.25 * (values[neighbours[n][0]] + values[neighbours[n][1]]);
    });
  for (let i = 0; i < SMOOTHINGS; i++) [xs, ys] = [smooth(xs), smooth(ys)];
  const lines = links.map(([a, b]) => [xs[a], ys[a], xs[b], ys[b]]);
  cells.forEach((_, n) => {
    if (neighbours[n].length === 0) lines.push([xs[n], ys[n]]);
  });
  return lines;
}

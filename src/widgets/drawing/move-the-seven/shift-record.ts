import stored from '../../../../public/models/shifts.json';
import { ACROSS, DOWN, type ShiftsRecord } from '@/inside/shifts.ts';
import type { Spot } from '@/plot/charts/plot-frame.ts';

/** What was measured of three networks on all test digits, moved by whole pixels: by `npm run lab`. */

export const MEASURED = ['recogniser', 'classic', 'explainer'] as const;
export type Measured = (typeof MEASURED)[number];

const record: ShiftsRecord = stored;
/** Pixels that the digits can be moved by, up or down. */
export const MOST = DOWN[DOWN.length - 1];

/** A digit of which the share that is read is asked for, or all of them. */
export type Kind = number | 'all';

function share(right: readonly number[], kind: Kind): number {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
  return kind === 'all' ? sum(right) / sum(record.tested) : right[kind] / record.tested[kind];
}

/** The share of a kind that a network reads, moved down by so many pixels (up where negative). */
export function shareDown(name: Measured, kind: Kind, down: number): number {
  return share(record.networks[name].down[DOWN.indexOf(down)], kind);
}

/** The same as a line from the highest to the lowest place. */
export function lineDown(name: Measured, kind: Kind): Spot[] {
  return DOWN.map((down) => [down, shareDown(name, kind, down)]);
}

/** The share that is read with the middle of each digit's box in the middle of the picture. */
export function shareBoxed(name: Measured, kind: Kind): number {
  return share(record.networks[name].box, kind);
}

/** The share that is read so many pixels off: the mean of up, down, left and right. @param by 1 to 3 */
export function shareOff(name: Measured, kind: Kind, by: number): number {
  const { down, across } = record.networks[name];
  const ways = [
    ...[-by, by].map((way) => down[DOWN.indexOf(way)]),
    ...[-by, by].map((way) => across[ACROSS.indexOf(way)]),
  ];
  return ways.reduce((sum, right) => sum + share(right, kind), 0) / ways.length;
}

/** All test digits. */
export const TESTED = record.tested.reduce((all, n) => all + n, 0);

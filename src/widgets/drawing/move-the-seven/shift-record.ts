import stored from '../../../../public/models/shifts.json';
import {
  DOWN,
  type Kind,
  shareOff as shareOffOf,
  shareRight,
  type ShiftsRecord,
} from '@/inside/shifts.ts';
import type { Spot } from '@/plot/charts/plot-frame.ts';

/** What was measured of three networks on all test digits, moved by whole pixels: by `npm run lab`. */

export const MEASURED = ['recogniser', 'classic', 'explainer'] as const;
export type Measured = (typeof MEASURED)[number];

const record: ShiftsRecord = stored;
/** Pixels that the digits can be moved by, up or down. */
export const MOST = DOWN[DOWN.length - 1];

/** The share of a kind that a network reads, moved down by so many pixels (up where negative). */
export function shareDown(name: Measured, kind: Kind, down: number): number {
  return shareRight(record.networks[name].down[DOWN.indexOf(down)], record.tested, kind);
}

/** The same as a line from the highest to the lowest place. */
export function lineDown(name: Measured, kind: Kind): Spot[] {
  return DOWN.map((down) => [down, shareDown(name, kind, down)]);
}

/** The share that is read with the middle of each digit's box in the middle of the picture. */
export function shareBoxed(name: Measured, kind: Kind): number {
  return shareRight(record.networks[name].box, record.tested, kind);
}

/** The share that is read so many pixels off: the mean of up, down, left and right. @param by 1 to 3 */
export function shareOff(name: Measured, kind: Kind, by: number): number {
  return shareOffOf(record.networks[name], record.tested, kind, by);
}

/** All test digits. */
export const TESTED = record.tested.reduce((all, n) => all + n, 0);

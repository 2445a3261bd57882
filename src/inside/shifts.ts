import { boxBelowMass, boxOf, massOff, shifted, toBox } from '../digits/shift.ts';
import type { Examples } from '../network/examples.ts';
import { argmax, feedforward, scoresOf } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';

/** How networks read digits that stand elsewhere than they learned them, or look otherwise: what a place on the grid is worth. */

/** Whole pixels down that are tried, negative for up; and across, negative for left. */
export const DOWN: readonly number[] = Array.from({ length: 13 }, (_, i) => i - 6);
export const ACROSS: readonly number[] = [-3, -2, -1, 1, 2, 3];

/** What is measured of one network: digits of each kind that it reads rightly, by digit from 0. */
export interface ShiftsOfNetwork {
  /** By the steps of DOWN. */
  readonly down: readonly (readonly number[])[];
  /** By the steps of ACROSS. */
  readonly across: readonly (readonly number[])[];
  /** With the middle of the box in the middle of the picture. */
  readonly box: readonly number[];
  /** Ink and ground exchanged. */
  readonly inverted: readonly number[];
  /** Each pixel black or white. */
  readonly bare: readonly number[];
}

/** What becomes of a picture before it is read. (784) to (784), 0 to 1 */
export type Change = (picture: Float64Array) => Float64Array;

export const inverted: Change = (picture) => picture.map((ink) => 1 - ink);
export const bare: Change = (picture) => picture.map((ink) => (ink >= 0.5 ? 1 : 0));
export const boxed: Change = (picture) => shifted(picture, toBox(picture));

/** The pictures of examples, each (784), 0 to 1. */
export function picturesOf({ count, inputs, full }: Examples): Float64Array[] {
  const side = inputs.length / count;
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from(inputs.subarray(i * side, (i + 1) * side), (ink) => ink / full),
  );
}

/** How many of each digit a network reads rightly once each picture is changed. @param labels what each was meant to be, 0 to 9 */
export function rightAfter(
  network: Network,
  pictures: readonly Float64Array[],
  labels: ArrayLike<number>,
  change: Change,
): number[] {
  const right = new Array<number>(10).fill(0);
  pictures.forEach((picture, i) => {
    if (argmax(scoresOf(feedforward(network, change(picture)))) === labels[i]) right[labels[i]]++;
  });
  return right;
}

/** All that is measured of a network. */
export function measureShifts(
  network: Network,
  pictures: readonly Float64Array[],
  labels: ArrayLike<number>,
): ShiftsOfNetwork {
  const after = (change: Change): number[] => rightAfter(network, pictures, labels, change);
  return {
    down: DOWN.map((y) => after((picture) => shifted(picture, { x: 0, y }))),
    across: ACROSS.map((x) => after((picture) => shifted(picture, { x, y: 0 }))),
    box: after(boxed),
    inverted: after(inverted),
    bare: after(bare),
  };
}

/** Where MNIST puts its digits. */
export interface Places {
  readonly digits: number;
  /** How far the centre of mass of the farthest is from the middle of pixel 14, across or down; pixels. */
  readonly farthest: number;
  /** How many have a longer side of exactly so many pixels as most have. */
  readonly longer: { readonly pixels: number; readonly count: number };
  /** By digit: how far the middle of its box lies below its centre of mass, on average; pixels. */
  readonly boxBelowMass: readonly number[];
}

export function measurePlaces(
  pictures: readonly Float64Array[],
  labels: ArrayLike<number>,
): Places {
  const sums = new Array<number>(10).fill(0);
  const counts = new Array<number>(10).fill(0);
  const sides = new Map<number, number>();
  let farthest = 0;
  pictures.forEach((picture, i) => {
    farthest = Math.max(farthest, massOff(picture));
    sums[labels[i]] += boxBelowMass(picture);
    counts[labels[i]]++;
    const box = boxOf(picture);
    if (!box) return;
    const side = Math.max(box.right - box.left, box.bottom - box.top);
    sides.set(side, (sides.get(side) ?? 0) + 1);
  });
  const [pixels, count] = [...sides].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return {
    digits: pictures.length,
    farthest: Number(farthest.toFixed(3)),
    longer: { pixels, count },
    boxBelowMass: sums.map((sum, digit) => Number((sum / Math.max(1, counts[digit])).toFixed(3))),
  };
}

/** A digit of which the share that is read is asked for, or all of them. */
export type Kind = number | 'all';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** The share of a kind that is read. @param right how many of each digit are @param tested how many there are of each */
export function shareRight(
  right: readonly number[],
  tested: readonly number[],
  kind: Kind,
): number {
  return kind === 'all' ? sum(right) / sum(tested) : right[kind] / tested[kind];
}

/** The share of a kind that a network reads so many pixels off: the mean of up, down, left and right. @param by 1 to 3 */
export function shareOff(
  { down, across }: ShiftsOfNetwork,
  tested: readonly number[],
  kind: Kind,
  by: number,
): number {
  const ways = [
    ...[-by, by].map((way) => down[DOWN.indexOf(way)]),
    ...[-by, by].map((way) => across[ACROSS.indexOf(way)]),
  ];
  return ways.reduce((all, right) => all + shareRight(right, tested, kind), 0) / ways.length;
}

/** shifts.json, which `npm run lab` writes. */
export interface ShiftsRecord {
  /** Test digits of each kind. */
  readonly tested: readonly number[];
  readonly networks: Readonly<Record<string, ShiftsOfNetwork & { readonly sha256: string }>>;
  /** Of the training digits. */
  readonly places: Places;
}

import type { GivenDigit } from '@/digits/sheet.ts';
import { SIDE } from '../pixel-sheet.svelte.ts';

/** Two pictures laid over each other, pixel by pixel; each list is (28, 28) row-major, 0 to 1. */
export interface Overlay {
  /** Ink that both have: the smaller of the two. */
  readonly shared: Float64Array;
  /** Ink that the first has more of than the second, and the other way round. */
  readonly onlyFirst: Float64Array;
  readonly onlySecond: Float64Array;
}

/** A digit and how far it is from another. */
export interface Neighbour {
  readonly digit: GivenDigit;
  /** In pixels of full ink. */
  readonly distance: number;
}

/**
 * How far two pictures are from each other: at each pixel the difference of the two, its sign left out, and all 784 of them added up.
 * So two pictures without any ink in common are as far apart as both together have ink.
 * @param first 784 numbers, 0 to 1 @param second as many
 */
export function distanceOf(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += Math.abs(first[i] - second[i]);
  return sum;
}

/** What two pictures share, and what only one of them has. Their distance is all the ink of `onlyFirst` and `onlySecond`. */
export function overlay(first: Float64Array, second: Float64Array): Overlay {
  return {
    shared: first.map((ink, i) => Math.min(ink, second[i])),
    onlyFirst: first.map((ink, i) => Math.max(0, ink - second[i])),
    onlySecond: first.map((ink, i) => Math.max(0, second[i] - ink)),
  };
}

/** All ink of a picture, in pixels of full ink. */
export function inkOf(pixels: Float64Array): number {
  return pixels.reduce((sum, ink) => sum + ink, 0);
}

/** A picture moved by whole pixels. What is moved over the edge is lost. @param right, down may be negative */
export function moved(pixels: Float64Array, right: number, down: number): Float64Array {
  if (right === 0 && down === 0) return pixels;
  return pixels.map((_, i) => {
    const x = (i % SIDE) - right;
    const y = Math.floor(i / SIDE) - down;
    return x >= 0 && x < SIDE && y >= 0 && y < SIDE ? pixels[y * SIDE + x] : 0;
  });
}

/** The move that brings the second picture nearest to the first, of all up to `most` pixels each way; the shortest of equals. */
export function bestMove(
  first: Float64Array,
  second: Float64Array,
  most: number,
): { right: number; down: number } {
  let best = { right: 0, down: 0 };
  let nearest = distanceOf(first, second);
  for (let down = -most; down <= most; down++) {
    for (let right = -most; right <= most; right++) {
      const distance = distanceOf(first, moved(second, right, down));
      const isShorter = Math.hypot(right, down) < Math.hypot(best.right, best.down);
      if (distance < nearest || (distance === nearest && isShorter)) {
        best = { right, down };
        nearest = distance;
      }
    }
  }
  return best;
}

/** All other digits, the nearest first; of equals the one that comes first in the set. */
export function neighboursOf(digit: GivenDigit, digits: readonly GivenDigit[]): Neighbour[] {
  return digits
    .filter(({ index }) => index !== digit.index)
    .map((other) => ({ digit: other, distance: distanceOf(digit.pixels, other.pixels) }))
    .sort((one, other) => one.distance - other.distance || one.digit.index - other.digit.index);
}

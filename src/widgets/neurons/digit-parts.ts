import { feedforward } from '../../network/feedforward.ts';
import type { Network } from '../../network/network.ts';
import { argmax } from '../../network/sgd.ts';
import type { GivenDigit } from '../../digits/sheet.ts';
import { SIDE } from './pixel-sheet.svelte.ts';

export const HALVES = ['upper half', 'lower half', 'left half', 'right half'] as const;
export const QUARTERS = [
  'upper left quarter',
  'upper right quarter',
  'lower left quarter',
  'lower right quarter',
] as const;
export type Half = (typeof HALVES)[number];
/** A part of a digit, by where it lies in the box round its ink. */
export type DigitPart = Half | (typeof QUARTERS)[number];

/** How many digits of a kind are still read as what they are without a part. */
export interface Toll {
  readonly part: DigitPart;
  readonly still: number;
}

/** The scores that a network gives a picture. @param pixels (28, 28) row-major, 0 to 1 */
export function scoresOf(network: Network, pixels: Float64Array): Float64Array {
  return feedforward(network, pixels).activations[network.layers.length];
}

/**
 * A digit with one of its parts rubbed out. Halves meet in the middle of the box round its ink; a middle row or column of pixels goes
 * with the right and the lower part.
 * @returns a picture of its own, whatever there was to rub out
 */
export function without(pixels: Float64Array, part: DigitPart): Float64Array {
  const inked = Array.from(pixels.keys()).filter((i) => pixels[i] > 0);
  const rows = inked.map((i) => Math.floor(i / SIDE));
  const columns = inked.map((i) => i % SIDE);
  const middle = (of: number[]): number => Math.floor((Math.min(...of) + Math.max(...of) + 1) / 2);
  const [row, column] = [middle(rows), middle(columns)];
  const isIn = (i: number): boolean => {
    const isUpper = Math.floor(i / SIDE) < row;
    const isLeft = i % SIDE < column;
    return (
      (!part.includes('upper') || isUpper) &&
      (!part.includes('lower') || !isUpper) &&
      (!part.includes('left') || isLeft) &&
      (!part.includes('right') || !isLeft)
    );
  };
  return pixels.map((value, i) => (isIn(i) ? 0 : value));
}

/**
 * Rubs each half out of every digit of a label that the network reads rightly whole, and counts those that it still reads.
 * @returns how many it reads whole, and for each half how many of them without it
 */
export function tollOfHalves(
  network: Network,
  digits: readonly GivenDigit[],
  label: number,
): { whole: number; tolls: readonly Toll[] } {
  const isRead = (pixels: Float64Array): boolean => argmax(scoresOf(network, pixels)) === label;
  const whole = digits.filter((digit) => digit.label === label && isRead(digit.pixels));
  const tolls = HALVES.map((part) => ({
    part,
    still: whole.filter(({ pixels }) => isRead(without(pixels, part))).length,
  }));
  return { whole: whole.length, tolls };
}

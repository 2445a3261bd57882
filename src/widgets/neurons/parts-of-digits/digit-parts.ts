import { argmax, feedforward } from '@/network/feedforward.ts';
import type { Network } from '@/network/network.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { SIDE } from '../pixel-sheet.svelte.ts';

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
  const { row, column } = middleOf(pixels);
  // Each part is the upper or lower, the left or right, or the whole of either.
  const top = part.includes('lower') ? row : 0;
  const bottom = part.includes('upper') ? row : SIDE;
  const left = part.includes('right') ? column : 0;
  const right = part.includes('left') ? column : SIDE;
  const rest = pixels.slice();
  for (let y = top; y < bottom; y++) rest.fill(0, y * SIDE + left, y * SIDE + right);
  return rest;
}

/** Where the lower half and the right half of the box round the ink begin; 0 where there is no ink. */
function middleOf(pixels: Float64Array): { row: number; column: number } {
  let [top, bottom, left, right] = [SIDE, -1, SIDE, -1];
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] === 0) continue;
    const [y, x] = [Math.floor(i / SIDE), i % SIDE];
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    left = Math.min(left, x);
    right = Math.max(right, x);
  }
  if (bottom < 0) return { row: 0, column: 0 };
  return { row: (top + bottom + 1) >> 1, column: (left + right + 1) >> 1 };
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

import { CENTRE, centreOfMass } from './preprocess.ts';

/** Pictures moved by whole pixels, and how far MNIST's would have to go to stand by their box instead of their centre of mass. */

const SIDE = 28;

/** Whole steps to the right and down, in pixels. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** A picture moved by whole pixels: what leaves it is lost, what comes in is blank. @param picture (28, 28) row-major */
export function shifted(picture: ArrayLike<number>, { x, y }: Shift): Float64Array {
  const result = new Float64Array(SIDE * SIDE);
  for (let row = Math.max(0, y); row < Math.min(SIDE, SIDE + y); row++) {
    for (let column = Math.max(0, x); column < Math.min(SIDE, SIDE + x); column++) {
      result[row * SIDE + column] = picture[(row - y) * SIDE + column - x];
    }
  }
  return result;
}

/** The box round a picture's ink, its edges in pixels from the upper left; undefined where there is no ink. */
export function boxOf(
  picture: ArrayLike<number>,
): { left: number; top: number; right: number; bottom: number } | undefined {
  let [left, top, right, bottom] = [SIDE, SIDE, 0, 0];
  for (let i = 0; i < SIDE * SIDE; i++) {
    if (picture[i] === 0) continue;
    const [row, column] = [Math.floor(i / SIDE), i % SIDE];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  return left < right ? { left, top, right, bottom } : undefined;
}

/** The whole steps that bring the middle of a picture's box to the middle of the picture, as near as they can; none where it is blank. */
export function toBox(picture: ArrayLike<number>): Shift {
  const box = boxOf(picture);
  if (!box) return { x: 0, y: 0 };
  return {
    x: Math.floor((SIDE - box.left - box.right) / 2),
    y: Math.floor((SIDE - box.top - box.bottom) / 2),
  };
}

/** How far below the centre of mass the middle of the box lies, in pixels; above it where this is negative. 0 for a blank picture. */
export function boxBelowMass(picture: ArrayLike<number>): number {
  const [box, mass] = [boxOf(picture), centreOfMass(picture, SIDE)];
  return box && mass ? (box.top + box.bottom) / 2 - mass.y : 0;
}

/** How far a picture's centre of mass is from the middle of pixel 14, the farther of across and down; 0 for a blank picture. */
export function massOff(picture: ArrayLike<number>): number {
  const mass = centreOfMass(picture, SIDE);
  return mass ? Math.max(Math.abs(mass.x - CENTRE), Math.abs(mass.y - CENTRE)) : 0;
}

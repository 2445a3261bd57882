import type { GivenDigit } from '../../src/digits/sheet.ts';

/** Digits at these places of the set, each as dark as its place says. */
export function digitsAt(...places: number[]): GivenDigit[] {
  return places.map((index) => ({
    index,
    label: index % 10,
    pixels: new Float64Array(784).fill((index % 100) / 100),
  }));
}

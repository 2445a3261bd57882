import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';

/** Places that a square is shown with. */
export const SQUARE_PLACES = 3;

/** Places of a difference with which its square, worked out from what is printed, is the square that is printed. */
export function placesOfMiss(miss: number): number {
  const square = roundTo(miss * miss, SQUARE_PLACES);
  return placesUntil(2, (places) =>
    isWithinHalf(roundTo(miss, places) ** 2, square, SQUARE_PLACES),
  );
}

/** Places of squares with which half of their sum is the cost that is printed. @param places of the cost */
export function placesOfSum(squares: readonly number[], cost: number, places: number): number {
  return placesUntil(SQUARE_PLACES, (each) => {
    const shown = squares.reduce((sum, square) => sum + roundTo(square, each), 0);
    return isWithinHalf(0.5 * shown, roundTo(cost, places), places);
  });
}

/** The squares that the cost of one digit is made of: (a_j - y_j)^2 of each output, 0 to 1. */
export function squaresOf(outputs: ArrayLike<number>, y: ArrayLike<number>): number[] {
  return Array.from(outputs, (a, j) => (a - y[j]) * (a - y[j]));
}

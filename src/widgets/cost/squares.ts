/** The squares that the cost of one digit is made of: (a_j - y_j)^2 of each output, 0 to 1. */
export function squaresOf(outputs: ArrayLike<number>, y: ArrayLike<number>): number[] {
  return Array.from(outputs, (a, j) => (a - y[j]) * (a - y[j]));
}

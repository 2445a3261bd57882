/** C_x = 1/2 sum (a - y)^2 of one digit, L2 left out, and the squares that it is made of. */

/** What output j should be for a digit of that label: 1 for its own, 0 for the others. */
export const wantedOf = (label: number, j: number): number => (j === label ? 1 : 0);

/** (a_j - y_j)^2 of each output, 0 to 1. */
export function squaresOf(outputs: ArrayLike<number>, label: number): number[] {
  return Array.from(outputs, (a, j) => (a - wantedOf(label, j)) * (a - wantedOf(label, j)));
}

/** Half the sum of the ten squares, 0 to 5. @param label 0 to 9 */
export function costOf(outputs: ArrayLike<number>, label: number): number {
  let sum = 0;
  for (let j = 0; j < outputs.length; j++) {
    const off = outputs[j] - wantedOf(label, j);
    sum += off * off;
  }
  return 0.5 * sum;
}

/** The output that says most: what the network reads. The first of equals. */
export function readAs(outputs: ArrayLike<number>): number {
  let most = 0;
  for (let j = 1; j < outputs.length; j++) if (outputs[j] > outputs[most]) most = j;
  return most;
}

/** The examples that look most like a picture. */
import { ShapeError } from '../network/errors.ts';
import { checkCounts, type Examples } from '../network/examples.ts';

export interface Near {
  /** Which example, from 0. */
  readonly example: number;
  /** The straight distance between the two pictures, in pixels of full ink: the root of the summed squares of their differences. */
  readonly distance: number;
}

/**
 * The examples nearest to a picture, the nearest first; of equals the earlier one.
 * @param picture numbers from 0 to 1, as many as an example has
 * @param many how many, or all there are
 * @throws ShapeError when the examples are not of the picture's size
 */
export function nearestExamples(
  picture: ArrayLike<number>,
  examples: Examples,
  many: number,
): Near[] {
  const { count, inputs, full } = examples;
  const nIn = picture.length;
  checkCounts(examples, nIn);
  if (!(Number.isInteger(many) && many >= 1)) {
    throw new ShapeError(`Asked for the ${many} nearest; expected a whole number from 1.`);
  }
  const x = Float64Array.from(picture, (ink) => ink * full);
  const rows = fromTheMiddle(nIn);
  const best: { example: number; squares: number }[] = [];
  let most = Infinity;
  for (let i = 0; i < count; i++) {
    const start = i * nIn;
    let squares = 0;
    // Most examples are soon farther off than the ones found so far: looking again every 28 numbers saves most of the sums.
    for (let row = 0; row < rows.length && squares < most; row++) {
      const from = rows[row];
      const end = Math.min(nIn, from + 28);
      for (let k = from; k < end; k++) {
        const off = x[k] - inputs[start + k];
        squares += off * off;
      }
    }
    if (squares >= most) continue;
    let place = best.length;
    while (place > 0 && best[place - 1].squares > squares) place--;
    best.splice(place, 0, { example: i, squares });
    if (best.length > many) best.pop();
    if (best.length === many) most = best[many - 1].squares;
  }
  return best.map(({ example, squares }) => ({ example, distance: Math.sqrt(squares) / full }));
}

/** Where the rows of a picture begin, the middle one first: at its edges pictures hardly differ. */
function fromTheMiddle(nIn: number): Uint32Array {
  const count = Math.ceil(nIn / 28);
  const middle = (count - 1) / 2;
  const rows = Array.from({ length: count }, (_, row) => row);
  rows.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return Uint32Array.from(rows, (row) => 28 * row);
}

import { checkNumber } from './checks.ts';
import { ModelFileError } from './model-file-error.ts';
import { readers, type Tensor, viewOf, widths } from './tensor.ts';
import { toFloat16 } from './to-float16.ts';

/** Arrays of numbers as they are written: apart from tensor.ts, since whoever only reads has less to fetch. */

/** The number formats that we write. */
export type WrittenDtype = keyof typeof writers;

const writers = {
  F32: (view: DataView, at: number, x: number) => view.setFloat32(at, x, true),
  F16: (view: DataView, at: number, x: number) => view.setUint16(at, toFloat16(x), true),
  I8: (view: DataView, at: number, x: number) => view.setInt8(at, x),
};

/**
 * Rounds numbers to a format: to the nearest, ties to even.
 * @param name what the numbers are called in a message
 * @throws ModelFileError 'not-finite' for NaN and infinities, 'out-of-range' for a number too large for the format
 */
export function encode(
  name: string,
  values: ArrayLike<number>,
  dtype: WrittenDtype,
  shape: readonly number[],
): Tensor {
  const width = widths[dtype];
  const bytes = new Uint8Array(values.length * width);
  const view = viewOf(bytes);
  for (let i = 0; i < values.length; i++) {
    checkNumber(values[i], name, i);
    writers[dtype](view, i * width, values[i]);
    if (!Number.isFinite(readers[dtype](view, i * width))) {
      throw new ModelFileError(
        'out-of-range',
        `${dtype} cannot hold number ${i} of ${name}, ${values[i]}.`,
      );
    }
  }
  return { dtype, shape, bytes };
}

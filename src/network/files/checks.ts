import { ShapeError } from '../errors.ts';
import { checkSizes } from '../network.ts';
import { ModelFileError, quote } from './model-file-error.ts';

/** Most bytes (or characters) of a file that we take: room for 4 million F32 numbers, far above our own networks. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Largest number that single precision holds. Within it no weighted sum can overflow, so no score is ever NaN. */
export const LARGEST = 3.4028234663852886e38;

/** @throws ModelFileError 'too-large', before anything has been allocated */
export function checkFileSize(length: number): void {
  if (length > MOST_BYTES) {
    throw new ModelFileError(
      'too-large',
      `A model file may have up to ${MOST_BYTES} bytes; this one has ${length}.`,
    );
  }
}

/** @throws ModelFileError 'wrong-shape' when sizes do not make a network */
export function checkModelSizes(sizes: readonly number[]): void {
  try {
    checkSizes(sizes);
  } catch (error) {
    if (error instanceof ShapeError) throw new ModelFileError('wrong-shape', error.message);
    throw error;
  }
}

/**
 * @param list what the numbers are called in a message, of which x is number i
 * @throws ModelFileError 'not-finite', also for something that is no number, or 'out-of-range'
 */
export function checkNumber(x: unknown, list: string, i: number): asserts x is number {
  if (typeof x !== 'number' || !(Math.abs(x) <= LARGEST)) {
    throw new ModelFileError(
      Number.isFinite(x) ? 'out-of-range' : 'not-finite',
      `${list} should hold finite numbers up to 3.4e38; number ${i} is ${quote(x)}.`,
    );
  }
}

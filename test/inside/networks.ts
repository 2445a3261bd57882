import { openModel } from '../../src/commands/models.ts';
import { sliceDigits, type Digits } from '../../src/digits/mnist.ts';
import { readTestDigits } from '../network/digits.ts';

/** The test set's first digits. */
export const digits: Digits = sliceDigits(readTestDigits(), 0, 400);

/** The picture of digit i. (784), 0 to 1 */
export function pictureOf(i: number): Float64Array {
  return Float64Array.from(digits.inputs.subarray(i * 784, (i + 1) * 784), (byte) => byte / 255);
}

export const classic = openModel('classic');
export const explainer = openModel('explainer');
export const recogniser = openModel('recogniser');

import { download } from '@/digits/download.ts';
import { inflate, picture, unpackDigits } from '@/digits/packed.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { DigitsLoadError, fetchOwn } from './resources.ts';

/**
 * Any of the 10,000 test digits, out of the file of them all: 0.9 MB, which the browser keeps. For a digit that somebody chose and that no
 * smaller set has.
 * @param index its place in the test set; undefined comes back where there is none
 * @throws DigitsLoadError with a message for the reader
 */
export async function testDigit(index: number): Promise<GivenDigit | undefined> {
  const bytes = await download(() => fetchOwn('/digits/test.digits'), DigitsLoadError);
  const digits = unpackDigits(await inflate(bytes));
  if (!(index < digits.count)) return undefined;
  return { index, label: digits.labels[index], pixels: picture(digits, index) };
}

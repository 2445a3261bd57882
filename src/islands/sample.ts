import { inflate, picture, unpackDigits } from '@/digits/packed.ts';
import type { GivenDigit } from '@/digits/sheet.ts';
import { inPieces } from './in-pieces.ts';

/** The digits of a packed file, each with its picture. @throws PackedError when the bytes are something else */
export async function readSample(bytes: Uint8Array<ArrayBuffer>): Promise<GivenDigit[]> {
  const packed = unpackDigits(await inflate(bytes));
  return inPieces(packed.count, (i) => ({
    index: packed.indices[i],
    label: packed.labels[i],
    pixels: picture(packed, i),
  }));
}

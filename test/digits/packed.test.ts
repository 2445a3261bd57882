import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bits,
  type PackedDigits,
  PackedError,
  inflate,
  packDigits,
  picture,
  unpackDigits,
} from '../../src/digits/packed.ts';

/** Three digits whose pixels run through all bytes, from places far apart, the last before the others. */
const three: PackedDigits = {
  count: 3,
  inputs: Uint8Array.from({ length: 3 * 784 }, (_, i) => (7 * i) % 256),
  full: 255,
  labels: Uint8Array.of(7, 0, 9),
  indices: Uint32Array.of(5, 70_000, 2),
};

/** Where the pixels of three digits begin. */
const START = 8 + 3 * 5;

describe('packDigits', () => {
  it('lays out the bytes as written', () => {
    const packed = packDigits(three, 8);
    expect(packed).toHaveLength(START + 3 * 784);
    expect([...packed.subarray(0, 8)]).toEqual([0x4e, 0x39, 2, 8, 3, 0, 0, 0]); // N, 9, version, bits, count
    const steps = [5, 0, 0, 0, 0x6b, 0x11, 1, 0, 0x92, 0xee, 0xfe, 0xff]; // 5, then 69,995 on, then 69,998 back
    expect([...packed.subarray(8, 20)]).toEqual(steps);
    expect([...packed.subarray(20, 23)]).toEqual([7, 0, 9]);
    expect([...packed.subarray(START)]).toEqual([...three.inputs]);
  });

  it.each<[bits: Bits, rows: number[], byte: number]>([
    [2, [0, 255, 42, 43], 0b01_00_11_00], // 42 of 255 is 0.49 of 3, and 43 is 0.51
    [4, [255, 8], 0x0f], // 8 of 255 is 0.47 of 15, and 9 is 0.53
    [4, [0, 9], 0x10],
  ])(
    'at %i bits rounds to the nearest and puts %j of a column into one byte',
    (bits, rows, byte) => {
      const inputs = new Uint8Array(3 * 784);
      rows.forEach((ink, row) => (inputs[784 + 28 * row + 1] = ink)); // second digit, second column
      const packed = packDigits({ ...three, inputs }, bits);
      expect(packed).toHaveLength(START + (3 * 784 * bits) / 8);
      const expected = new Uint8Array(packed.length - START);
      expected[(784 * bits) / 8 + 1] = byte;
      expect(packed.subarray(START)).toEqual(expected);
    },
  );
});

describe('unpackDigits', () => {
  it('gives back at 8 bits what was packed', () => {
    expect(unpackDigits(packDigits(three, 8))).toEqual(three);
  });

  it.each<Bits>([2, 4])(
    'gives back at %i bits what was packed, each pixel within half a step',
    (bits) => {
      const back = unpackDigits(packDigits(three, bits));
      const full = 2 ** bits - 1;
      expect(back).toEqual({ ...three, inputs: back.inputs, full });
      back.inputs.forEach((v, i) => {
        expect(Math.abs(v / full - three.inputs[i] / 255)).toBeLessThanOrEqual(0.5 / full);
      });
      expect(unpackDigits(packDigits(back, bits))).toEqual(back);
    },
  );

  it('reads digits that lie somewhere in a larger buffer, and copies them out of it', () => {
    const buffer = Buffer.from([1, 2, 3, ...packDigits(three, 8)]);
    const back = unpackDigits(buffer.subarray(3));
    buffer.fill(0);
    expect(back).toEqual(three);
  });

  const packed = packDigits(three, 8);
  const changed = (at: number, byte: number): Uint8Array =>
    packed.map((v, i) => (i === at ? byte : v));
  it.each<[what: string, bytes: Uint8Array, says: string]>([
    [
      'nothing',
      new Uint8Array(0),
      'Expected packed digits, version 2; got 0 bytes that start with .',
    ],
    [
      'half a header',
      packed.subarray(0, 5),
      'Expected packed digits, version 2; got 5 bytes that start with 78 57 2 8.',
    ],
    [
      'a page that was not found',
      new TextEncoder().encode('<!doctype html>'),
      'Expected packed digits, version 2; got 15 bytes that start with 60 33 100 111.',
    ],
    [
      'another version',
      changed(2, 1),
      'Expected packed digits, version 2; got 2375 bytes that start with 78 57 1 8.',
    ],
    ['another number of bits', changed(3, 5), 'Expected 2, 4 or 8 bits a pixel; got 5.'],
    [
      'fewer bits than the pixels have',
      changed(3, 4),
      '3 digits at 4 bits take 1199 bytes; got 2375.',
    ],
    [
      'a count beyond the bytes',
      changed(7, 255),
      '4278190083 digits at 8 bits take 3375491975495 bytes; got 2375.',
    ],
    ['a pixel too few', packed.subarray(0, -1), '3 digits at 8 bits take 2375 bytes; got 2374.'],
    ['a label above 9', changed(21, 10), 'Expected labels 0 to 9; digit 1 has 10.'],
  ])('refuses %s', (_, bytes, says) => {
    expect(() => unpackDigits(bytes)).toThrow(new PackedError(says));
  });

  it('refuses any other bytes by the same error, or reads them', () => {
    fc.assert(
      fc.property(fc.nat(24), fc.integer({ min: 0, max: 255 }), fc.nat(2400), (at, byte, end) => {
        const bytes = changed(at, byte).slice(0, end);
        try {
          const { count, inputs, labels } = unpackDigits(bytes);
          expect([inputs.length, labels.length]).toEqual([784 * count, count]);
        } catch (error) {
          expect(error).toBeInstanceOf(PackedError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('inflate', () => {
  const plain = new Uint8Array(packDigits(three, 8));
  const zipped = new Uint8Array(gzipSync(plain));

  it('unzips what is gzipped, and leaves be what a host unzipped already', async () => {
    expect(await inflate(zipped)).toEqual(plain);
    expect(await inflate(plain)).toBe(plain);
  });

  it.each<[what: string, bytes: Uint8Array<ArrayBuffer>]>([
    ['cut short', zipped.slice(0, -20)],
    ['damaged', zipped.map((v, i) => (i > 20 && i < 60 ? v ^ 0x55 : v))],
    ['no more than its first bytes', zipped.slice(0, 2)],
  ])('refuses a file that is %s', async (_, bytes) => {
    await expect(inflate(bytes)).rejects.toThrow(PackedError);
  });
});

describe('picture', () => {
  it('is one digit with its ink from 0 to 1, whatever stands for full', () => {
    expect([...picture(three, 1)]).toEqual(
      [...three.inputs.subarray(784, 1568)].map((byte) => byte / 255),
    );
    const coarse = unpackDigits(packDigits(three, 4));
    expect(picture(coarse, 2)[5]).toBe(coarse.inputs[2 * 784 + 5] / 15);
    expect(Math.max(...picture(coarse, 0))).toBe(1);
  });
});

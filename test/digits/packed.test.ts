import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PackedDigits,
  PackedError,
  inflate,
  packDigits,
  picture,
  unpackDigits,
} from '../../src/digits/packed.ts';

/** Three digits whose pixels run through all bytes. */
const three: PackedDigits = {
  count: 3,
  inputs: Uint8Array.from({ length: 3 * 784 }, (_, i) => (7 * i) % 256),
  full: 255,
  labels: Uint8Array.of(7, 0, 9),
  indices: Uint16Array.of(0, 258, 59999),
};

describe('packDigits', () => {
  it('lays out the bytes as written', () => {
    const packed = packDigits(three, 8);
    expect(packed).toHaveLength(6 + 3 * 3 + 3 * 784);
    expect([...packed.subarray(0, 6)]).toEqual([0x4e, 0x39, 1, 8, 3, 0]); // N, 9, version, bits, count
    expect([...packed.subarray(6, 15)]).toEqual([0, 0, 7, 2, 1, 0, 0x5f, 0xea, 9]);
    expect([...packed.subarray(15)]).toEqual([...three.inputs]);
  });

  it('rounds each pixel to the nearest of 16 at 4 bits, two to a byte, the first in the lower half', () => {
    const packed = packDigits(
      { ...three, inputs: three.inputs.map((_, i) => [0, 255, 8, 9][i % 4]) },
      4,
    );
    expect(packed).toHaveLength(6 + 3 * 3 + 3 * 392);
    expect([...packed.subarray(15, 17)]).toEqual([0xf0, 0x10]); // 8 of 255 is 0.47 of 15, and 9 is 0.53
  });
});

describe('unpackDigits', () => {
  it('gives back at 8 bits what was packed', () => {
    expect(unpackDigits(packDigits(three, 8))).toEqual(three);
  });

  it('gives back at 4 bits what was packed, each pixel within half a step', () => {
    const back = unpackDigits(packDigits(three, 4));
    expect(back).toEqual({ ...three, inputs: back.inputs, full: 15 });
    back.inputs.forEach((v, i) => {
      expect(Math.abs(v / 15 - three.inputs[i] / 255)).toBeLessThanOrEqual(0.5 / 15);
    });
    expect(unpackDigits(packDigits(back, 4))).toEqual(back);
  });

  it('reads digits that lie somewhere in a larger buffer, and copies them out of it', () => {
    const buffer = new Uint8Array([1, 2, 3, ...packDigits(three, 8)]);
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
      'Expected packed digits, version 1; got 0 bytes that start with .',
    ],
    [
      'half a header',
      packed.subarray(0, 5),
      'Expected packed digits, version 1; got 5 bytes that start with 78 57 1 8.',
    ],
    [
      'a page that was not found',
      new TextEncoder().encode('<!doctype html>'),
      'Expected packed digits, version 1; got 15 bytes that start with 60 33 100 111.',
    ],
    [
      'another version',
      changed(2, 2),
      'Expected packed digits, version 1; got 2367 bytes that start with 78 57 2 8.',
    ],
    ['another number of bits', changed(3, 5), 'Expected 4 or 8 bits a pixel; got 5.'],
    [
      'fewer bits than the pixels have',
      changed(3, 4),
      '3 digits at 4 bits take 1191 bytes; got 2367.',
    ],
    [
      'a count beyond the bytes',
      changed(5, 255),
      '65283 digits at 8 bits take 51377727 bytes; got 2367.',
    ],
    ['a pixel too few', packed.subarray(0, -1), '3 digits at 8 bits take 2367 bytes; got 2366.'],
    ['a label above 9', changed(11, 10), 'Expected labels 0 to 9; digit 1 has 10.'],
  ])('refuses %s', (_, bytes, says) => {
    expect(() => unpackDigits(bytes)).toThrow(new PackedError(says));
  });

  it('refuses any other bytes by the same error, or reads them', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 0, max: 255 }), fc.nat(2400), (at, byte, end) => {
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

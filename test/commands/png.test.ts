import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodePng, enlarge } from '../../src/commands/png.ts';

/** Reads back what encodePng writes: the type and data of each chunk. */
function chunks(file: Uint8Array): { type: string; data: Buffer }[] {
  const bytes = Buffer.from(file);
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    found.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

describe('encodePng', () => {
  test('writes a header, the rows each behind a filter of 0, and an end', () => {
    const file = encodePng(Uint8Array.of(0, 128, 255, 7, 8, 9), 3, 2);
    expect([...file.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const [header, data, end] = chunks(file);
    expect(header.type).toBe('IHDR');
    expect([...header.data]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
    expect(data.type).toBe('IDAT');
    expect([...inflateSync(data.data)]).toEqual([0, 0, 128, 255, 0, 7, 8, 9]);
    expect(end.type).toBe('IEND');
  });

  test('ends with the check sum that every PNG ends with', () => {
    const file = encodePng(Uint8Array.of(1), 1, 1);
    expect(Buffer.from(file.subarray(-4)).toString('hex')).toBe('ae426082');
  });

  test('refuses pixels that do not fill the picture', () => {
    expect(() => encodePng(new Uint8Array(5), 2, 3)).toThrow('2 x 3 takes 6 pixels; got 5.');
  });
});

describe('enlarge', () => {
  test('repeats each pixel and leaves an even black margin', () => {
    const grown = enlarge(Uint8Array.of(1, 2, 3, 4), 2, 2, 6);
    expect([...grown]).toEqual(
      [
        [0, 0, 0, 0, 0, 0],
        [0, 1, 1, 2, 2, 0],
        [0, 1, 1, 2, 2, 0],
        [0, 3, 3, 4, 4, 0],
        [0, 3, 3, 4, 4, 0],
        [0, 0, 0, 0, 0, 0],
      ].flat(),
    );
  });

  test.each([
    { what: 'too few pixels', grey: new Uint8Array(3), times: 1, outer: 4 },
    { what: 'a frame that is too small', grey: new Uint8Array(4), times: 2, outer: 3 },
    { what: 'a margin of half a pixel', grey: new Uint8Array(4), times: 2, outer: 5 },
  ])('refuses $what', ({ grey, times, outer }) => {
    expect(() => enlarge(grey, 2, times, outer)).toThrow(RangeError);
  });
});

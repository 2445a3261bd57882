import { PIXELS } from './mnist.ts';

/**
 * Digits as the page fetches them: gzipped when they are made, under an ending of no meaning, so that every static host serves them
 * alike. Some hosts undo the gzip on the way and some do not; the first bytes tell.
 *
 * Unzipped: "N9" and the version; the bits a pixel (4 or 8); the count (2 bytes, little-endian); for each digit its place in the
 * MNIST set it comes from (2 bytes, little-endian) and its label; then all pixels, row by row, a pair to a byte at 4 bits, the
 * first in the lower half.
 */
export interface PackedDigits {
  readonly count: number;
  /** (count, 784) row-major, 0 background to `full` ink. */
  readonly inputs: Uint8Array;
  /** The byte that stands for full ink: 15 at 4 bits, 255 at 8. */
  readonly full: number;
  readonly labels: Uint8Array;
  /** indices[i] is the place of digit i in the MNIST set it comes from, from 0. */
  readonly indices: Uint16Array;
}

/** Thrown when bytes are not packed digits; says what came and what was expected. */
export class PackedError extends Error {
  override readonly name = 'PackedError';
}

const VERSION = 1;
const HEADER = 6;
const ENTRY = 3;

/** Packs digits, to be gzipped by the caller. @param bits 4 or 8; 4 rounds each pixel to the nearest of 16 */
export function packDigits(digits: PackedDigits, bits: 4 | 8): Uint8Array {
  const { count, inputs, full, labels, indices } = digits;
  const start = HEADER + ENTRY * count;
  const packed = new Uint8Array(start + (count * PIXELS * bits) / 8);
  const view = new DataView(packed.buffer);
  packed.set([0x4e, 0x39, VERSION, bits]);
  view.setUint16(4, count, true);
  for (let i = 0; i < count; i++) {
    view.setUint16(HEADER + ENTRY * i, indices[i], true);
    packed[HEADER + ENTRY * i + 2] = labels[i];
  }
  const most = (1 << bits) - 1;
  for (let i = 0; i < count * PIXELS; i++) {
    const ink = Math.round((inputs[i] * most) / full);
    if (bits === 8) packed[start + i] = ink;
    else packed[start + (i >> 1)] |= i % 2 === 0 ? ink : ink << 4;
  }
  return packed;
}

/**
 * Reads packed digits, unzipped already.
 * @throws PackedError when the bytes are something else, or cut short
 */
export function unpackDigits(bytes: Uint8Array): PackedDigits {
  if (bytes.length < HEADER || bytes[0] !== 0x4e || bytes[1] !== 0x39 || bytes[2] !== VERSION) {
    throw new PackedError(
      `Expected packed digits, version ${VERSION}; got ${bytes.length} bytes that start with ${bytes.slice(0, 4).join(' ')}.`,
    );
  }
  const bits = bytes[3];
  if (bits !== 4 && bits !== 8) throw new PackedError(`Expected 4 or 8 bits a pixel; got ${bits}.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(4, true);
  const start = HEADER + ENTRY * count;
  const length = start + (count * PIXELS * bits) / 8;
  if (bytes.length !== length) {
    throw new PackedError(
      `${count} digits at ${bits} bits take ${length} bytes; got ${bytes.length}.`,
    );
  }
  const indices = new Uint16Array(count);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    indices[i] = view.getUint16(HEADER + ENTRY * i, true);
    labels[i] = bytes[HEADER + ENTRY * i + 2];
    if (labels[i] > 9)
      throw new PackedError(`Expected labels 0 to 9; digit ${i} has ${labels[i]}.`);
  }
  const inputs =
    bits === 8
      ? bytes.slice(start)
      : Uint8Array.from({ length: count * PIXELS }, (_, i) =>
          i % 2 === 0 ? bytes[start + (i >> 1)] & 15 : bytes[start + (i >> 1)] >> 4,
        );
  return { count, inputs, full: (1 << bits) - 1, labels, indices };
}

/** Unzips what is gzipped, and leaves be what a host unzipped already. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new PackedError('Expected gzipped data; it is cut short or damaged.', { cause });
  }
}

/** The picture of digit i, (28, 28) row-major, 0 to 1. */
export function picture(digits: PackedDigits, i: number): Float64Array {
  return Float64Array.from(
    digits.inputs.subarray(i * PIXELS, (i + 1) * PIXELS),
    (ink) => ink / digits.full,
  );
}

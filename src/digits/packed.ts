import { PackedError } from './inflate.ts';
import { PIXELS, SIDE } from './mnist.ts';

export { inflate, PackedError } from './inflate.ts';
export { picture } from './mnist.ts';

/**
 * Digits as the page fetches them: gzipped when they are made, under an ending of no meaning, so that every static host serves them
 * alike. Some hosts undo the gzip on the way and some do not; the first bytes tell.
 *
 * Unzipped, numbers little-endian: "N9", the version, the bits a pixel (2, 4 or 8); the count (4 bytes); for each digit how far its
 * place in the MNIST set lies behind that of the digit before (4 bytes, the first one's from 0); for each digit its label; then the
 * pixels. A byte holds 8 / bits pixels that stand one below another, the uppermost in the lowest bits: in ink the neighbours above
 * and below say most about a pixel, and gzip makes a tenth less of them than of neighbours in a row.
 */
export interface PackedDigits {
  readonly count: number;
  /** (count, 784) row-major, 0 background to `full` ink. */
  readonly inputs: Uint8Array;
  /** The byte that stands for full ink: 3 at 2 bits, 15 at 4, 255 at 8. */
  readonly full: number;
  readonly labels: Uint8Array;
  /** indices[i] is the place of digit i in the MNIST set it comes from, from 0. */
  readonly indices: Uint32Array;
}

export type Bits = 2 | 4 | 8;

const VERSION = 2;
const HEADER = 8;
/** Bytes a digit besides its pixels: the step to its place, and its label. */
const ENTRY = 5;

function isBits(bits: number): bits is Bits {
  return bits === 2 || bits === 4 || bits === 8;
}

/** Packs digits, to be gzipped by the caller. @param bits each pixel is rounded to the nearest of 4, 16 or 256 steps */
export function packDigits(digits: PackedDigits, bits: Bits): Uint8Array<ArrayBuffer> {
  const { count, inputs, full, labels, indices } = digits;
  const most = (1 << bits) - 1;
  const start = HEADER + ENTRY * count;
  const packed = new Uint8Array(start + (count * PIXELS * bits) / 8);
  const view = new DataView(packed.buffer);
  packed.set([0x4e, 0x39, VERSION, bits]);
  view.setUint32(4, count, true);
  for (let i = 0; i < count; i++) {
    view.setUint32(HEADER + 4 * i, indices[i] - (i === 0 ? 0 : indices[i - 1]), true);
  }
  packed.set(labels.subarray(0, count), HEADER + 4 * count);
  const rows = 8 / bits;
  let at = start;
  for (let top = 0; top < count * PIXELS; top += rows * SIDE) {
    for (let x = top; x < top + SIDE; x++) {
      let byte = 0;
      for (let row = 0; row < rows; row++) {
        byte |= Math.round((inputs[x + row * SIDE] * most) / full) << (bits * row);
      }
      packed[at++] = byte;
    }
  }
  return packed;
}

/** Looks at the first bytes. @returns what they announce @throws PackedError when they are something else, or not all is there */
function readHeader(bytes: Uint8Array, view: DataView): { bits: Bits; count: number } {
  if (bytes.length < HEADER || bytes[0] !== 0x4e || bytes[1] !== 0x39 || bytes[2] !== VERSION) {
    throw new PackedError(
      `Expected packed digits, version ${VERSION}; got ${bytes.length} bytes that start with ${bytes.slice(0, 4).join(' ')}.`,
    );
  }
  const bits = bytes[3];
  if (!isBits(bits)) throw new PackedError(`Expected 2, 4 or 8 bits a pixel; got ${bits}.`);
  const count = view.getUint32(4, true);
  const length = HEADER + ENTRY * count + (count * PIXELS * bits) / 8;
  if (bytes.length !== length) {
    throw new PackedError(
      `${count} digits at ${bits} bits take ${length} bytes; got ${bytes.length}.`,
    );
  }
  return { bits, count };
}

/**
 * Reads packed digits, unzipped already. Nothing of what it returns lies in `bytes`.
 * @throws PackedError when the bytes are something else, or cut short
 */
export function unpackDigits(bytes: Uint8Array): PackedDigits {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { bits, count } = readHeader(bytes, view);
  const indices = new Uint32Array(count);
  for (let i = 0, place = 0; i < count; i++) {
    place += view.getUint32(HEADER + 4 * i, true);
    indices[i] = place; // modulo 2^32, so that a step may also lead back
  }
  const start = HEADER + ENTRY * count;
  const labels = Uint8Array.from(bytes.subarray(start - count, start));
  const odd = labels.findIndex((label) => label > 9);
  if (odd >= 0) throw new PackedError(`Expected labels 0 to 9; digit ${odd} has ${labels[odd]}.`);
  const most = (1 << bits) - 1;
  const rows = 8 / bits;
  const inputs = new Uint8Array(count * PIXELS);
  let at = start;
  for (let top = 0; top < inputs.length; top += rows * SIDE, at += SIDE) {
    for (let row = 0; row < rows; row++) {
      const left = top + row * SIDE;
      const shift = bits * row;
      for (let x = 0; x < SIDE; x++) inputs[left + x] = (bytes[at + x] >> shift) & most;
    }
  }
  return { count, inputs, full: most, labels, indices };
}

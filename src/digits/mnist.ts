/** MNIST's own files: IDX, as LeCun, Cortes and Burges published them. Reads bytes; where they come from is the caller's affair. */

/** A set of labelled pictures of digits, 28 x 28 each. Fits network's Examples as it stands. */
export interface Digits {
  readonly count: number;
  /** (count, 784) row-major, 0 background to 255 full ink. */
  readonly inputs: Uint8Array;
  /** The byte that stands for full ink. */
  readonly full: 255;
  /** What each shows, 0 to 9. */
  readonly labels: Uint8Array;
}

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

/** Thrown when bytes are not what an IDX file of MNIST holds; says what came and what was expected. */
export class MnistError extends Error {
  override readonly name = 'MnistError';
}

const IMAGES_MAGIC = 0x00000803;
const LABELS_MAGIC = 0x00000801;

function header(bytes: Uint8Array, what: string, magic: number, words: number): DataView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 * words) {
    throw new MnistError(
      `${what}: expected a header of ${4 * words} bytes; got ${bytes.length} in all.`,
    );
  }
  if (view.getUint32(0) !== magic) {
    throw new MnistError(`${what}: expected magic number ${magic}; got ${view.getUint32(0)}.`);
  }
  return view;
}

/**
 * Reads a pair of IDX files.
 * @param images magic 2051, count, 28, 28, then a byte a pixel
 * @param labels magic 2049, count, then a byte a label
 * @throws MnistError when magic, sizes, counts or labels are not right
 */
export function readDigits(images: Uint8Array, labels: Uint8Array): Digits {
  const pictures = header(images, 'images', IMAGES_MAGIC, 4);
  const names = header(labels, 'labels', LABELS_MAGIC, 2);
  const count = pictures.getUint32(4);
  const rows = pictures.getUint32(8);
  const columns = pictures.getUint32(12);
  if (rows !== SIDE || columns !== SIDE) {
    throw new MnistError(
      `images: expected pictures of ${SIDE} x ${SIDE}; got ${rows} x ${columns}.`,
    );
  }
  if (images.length !== 16 + count * PIXELS) {
    throw new MnistError(
      `images: ${count} pictures take ${16 + count * PIXELS} bytes; got ${images.length}.`,
    );
  }
  if (names.getUint32(4) !== count) {
    throw new MnistError(`labels: expected ${count}, one a picture; got ${names.getUint32(4)}.`);
  }
  if (labels.length !== 8 + count) {
    throw new MnistError(`labels: ${count} labels take ${8 + count} bytes; got ${labels.length}.`);
  }
  // Plain views, whatever came: the slice of a Node Buffer would share its memory, and a copy that is none is a trap.
  const list = new Uint8Array(labels.buffer, labels.byteOffset + 8, count);
  const odd = list.findIndex((label) => label > 9);
  if (odd >= 0) throw new MnistError(`labels: expected 0 to 9; number ${odd} is ${list[odd]}.`);
  const inputs = new Uint8Array(images.buffer, images.byteOffset + 16, count * PIXELS);
  return { count, inputs, full: 255, labels: list };
}

/** The digits from `start` to before `end`, as a view: nothing is copied. */
export function sliceDigits(digits: Digits, start: number, end: number): Digits {
  return {
    count: end - start,
    inputs: digits.inputs.subarray(start * PIXELS, end * PIXELS),
    full: 255,
    labels: digits.labels.subarray(start, end),
  };
}

/**
 * The picture of digit i, (28, 28) row-major, 0 to 1. A plain loop: `Float64Array.from` takes thirty times as long, over a thousand
 * digits half a second on a phone.
 */
export function picture(
  { inputs, full }: { readonly inputs: Uint8Array; readonly full: number },
  i: number,
): Float64Array {
  const pixels = new Float64Array(PIXELS);
  for (let k = 0; k < PIXELS; k++) pixels[k] = inputs[i * PIXELS + k] / full;
  return pixels;
}

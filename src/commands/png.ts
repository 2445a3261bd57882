import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** One chunk: length, type, data, and the check sum over type and data. */
function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/**
 * Packs a grey picture as a PNG file; the same picture always gives the same bytes.
 * @param grey (height, width) row-major, 0 black to 255 white
 * @throws RangeError when there are not width x height pixels
 */
export function encodePng(grey: Uint8Array, width: number, height: number): Uint8Array {
  if (grey.length !== width * height) {
    throw new RangeError(
      `${width} x ${height} takes ${width * height} pixels; got ${grey.length}.`,
    );
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits a sample; the zeros after it say grey, deflate, plain filters, not interlaced
  const rows = Buffer.alloc(height * (width + 1)); // each row starts with its filter: 0, none
  for (let y = 0; y < height; y++) {
    rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/**
 * Blows a square grey picture up by whole pixels and sets it in the middle of a larger black square.
 * @param grey (side, side) row-major
 * @returns (outer, outer) row-major; the margin is black
 * @throws RangeError when it does not fit or cannot be centred by whole pixels
 */
export function enlarge(grey: Uint8Array, side: number, times: number, outer: number): Uint8Array {
  const margin = (outer - side * times) / 2;
  if (grey.length !== side * side || margin < 0 || !Number.isInteger(margin)) {
    throw new RangeError(
      `${grey.length} pixels, ${times} times, do not sit in ${outer} x ${outer}.`,
    );
  }
  const result = new Uint8Array(outer * outer);
  for (let y = 0; y < side * times; y++) {
    for (let x = 0; x < side * times; x++) {
      const from = Math.floor(y / times) * side + Math.floor(x / times);
      result[(y + margin) * outer + x + margin] = grey[from];
    }
  }
  return result;
}

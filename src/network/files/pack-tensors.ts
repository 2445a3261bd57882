import { type Tensor, widths } from './tensor.ts';

/**
 * The safetensors format, whatever its tensors mean: 8 bytes with the length N of the header, little-endian; N bytes of JSON,
 * {name: {dtype, shape, data_offsets: [begin, end]}} and perhaps "__metadata__": {string: string}; then the data, in which offsets
 * count. Every byte of the data belongs to exactly one tensor.
 */
export interface TensorFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly metadata: ReadonlyMap<string, string>;
}

export const METADATA = '__metadata__';
/** Bytes that hold the header's length. */
export const LENGTH_BYTES = 8;

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * The bytes of a safetensors file: always the same for the same tensors. Wide numbers come first in the data, then by name; and the
 * header ends in spaces up to a multiple of 8; so every tensor lies where a program may map it as it is.
 */
export function packTensors({ tensors, metadata }: TensorFile): Uint8Array<ArrayBuffer> {
  const header: [string, unknown][] = [];
  const placed: { begin: number; bytes: Uint8Array }[] = [];
  let end = 0;
  const wideFirst = [...tensors]
    .sort(byName)
    .sort(([, a], [, b]) => widths[b.dtype] - widths[a.dtype]);
  for (const [name, { dtype, shape, bytes }] of wideFirst) {
    const begin = end;
    end += bytes.length;
    header.push([name, { dtype, shape, data_offsets: [begin, end] }]);
    placed.push({ begin, bytes });
  }
  if (metadata.size > 0) header.push([METADATA, Object.fromEntries([...metadata].sort(byName))]);

  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header.sort(byName))));
  const dataStart = LENGTH_BYTES + Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(dataStart + end).fill(0x20, LENGTH_BYTES, dataStart);
  new DataView(file.buffer).setBigUint64(0, BigInt(dataStart - LENGTH_BYTES), true);
  file.set(json, LENGTH_BYTES);
  for (const { begin, bytes } of placed) file.set(bytes, dataStart + begin);
  return file;
}

import { type Tensor, widths } from './tensor.ts';
import { LENGTH_BYTES, METADATA, type TensorFile } from './tensor-file.ts';

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

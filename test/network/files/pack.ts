/** What a safetensors header says of a tensor. */
export interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** A safetensors file put together from parts that may be wrong: a header as an object, a text or bytes; and the data. */
export function pack(header: object | string, data: ArrayLike<number>): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const bytes = header instanceof Uint8Array ? header : new TextEncoder().encode(text);
  const file = new Uint8Array(8 + bytes.length + data.length);
  new DataView(file.buffer).setUint32(0, bytes.length, true);
  file.set(bytes, 8);
  file.set(data, 8 + bytes.length);
  return file;
}

/** A good safetensors file taken apart. */
export function split(file: Uint8Array): {
  header: Readonly<Record<string, Entry>>;
  text: string;
  data: Uint8Array;
} {
  const end = 8 + new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(file.subarray(8, end));
  return { header: JSON.parse(text) as Record<string, Entry>, text, data: file.subarray(end) };
}

/** F32 numbers as bytes, little-endian. */
export function f32(...numbers: number[]): number[] {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((x, i) => view.setFloat32(4 * i, x, true));
  return [...new Uint8Array(view.buffer)];
}

import type { Tensor } from './tensor.ts';

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

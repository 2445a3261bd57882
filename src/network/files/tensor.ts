import { checkNumber } from './checks.ts';
import { fromFloat16 } from './float16.ts';

/** An array of numbers as it lies in a file. */
export interface Tensor {
  readonly dtype: Dtype;
  /** Its lengths, the last one running fastest: [nOut, nIn] is row-major. */
  readonly shape: readonly number[];
  /** Little-endian, as many bytes as shape and dtype ask for. */
  readonly bytes: Uint8Array;
}

/** The number formats that we read, by the names that safetensors gives them. */
export type Dtype = keyof typeof readers;

/** Bytes a number. */
export const widths: Readonly<Record<Dtype, number>> = { F64: 8, F32: 4, F16: 2, BF16: 2, I8: 1 };

const upperHalf = new DataView(new ArrayBuffer(4));

/** Little-endian, whatever the machine. */
export const readers = {
  F64: (view: DataView, at: number) => view.getFloat64(at, true),
  F32: (view: DataView, at: number) => view.getFloat32(at, true),
  F16: (view: DataView, at: number) => fromFloat16(view.getUint16(at, true)),
  BF16(view: DataView, at: number) {
    upperHalf.setUint16(0, view.getUint16(at, true)); // a BF16 is the upper half of an F32
    return upperHalf.getFloat32(0);
  },
  I8: (view: DataView, at: number) => view.getInt8(at),
};

export function isDtype(name: unknown): name is Dtype {
  return typeof name === 'string' && Object.hasOwn(readers, name);
}

/** How many bytes a tensor takes: not finite or not safe for shapes beyond all measure. */
export function countBytes(dtype: Dtype, shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, widths[dtype]);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * The numbers of a tensor, exactly as they stand in the file.
 * @throws ModelFileError 'not-finite' for NaN and infinities, 'out-of-range' for an F64 beyond single precision
 */
export function decode(name: string, { dtype, bytes }: Tensor): Float64Array {
  const width = widths[dtype];
  const view = viewOf(bytes);
  const values = new Float64Array(bytes.length / width);
  for (let i = 0; i < values.length; i++) {
    const x = readers[dtype](view, i * width);
    checkNumber(x, name, i);
    values[i] = x;
  }
  return values;
}

/**
 * Examples as lists of the inputs that are not 0: four fifths of a digit are background, and a product with 0 adds nothing.
 *
 * A list is a row of quads: four indices of two bytes, then their four values, bytes or floats. Where the inputs are no multiple of
 * four, the last one is repeated with the value 0, which changes nothing.
 */
import { reserve } from './memory';

/** Where a quad's values start. */
export const VALUES: usize = 8;
/** Bytes of a quad. */
export const BYTES_QUAD: usize = 12;
export const FLOATS_QUAD: usize = 24;

/** One example. */
@unmanaged
export class Example {
  /** The address of its list. */
  list: usize;
  /** Its quads and its label in one number, quads << 8 | label. */
  both: usize;

  @inline
  get quads(): usize {
    return this.both >> 8;
  }

  @inline
  get label(): usize {
    return this.both & 255;
  }
}

/** A table of examples, and what their lists are made of. */
@unmanaged
export class Examples {
  /** One Example after the other. */
  table: usize;
  /** Whether the values are floats. */
  floats: bool;
  /** The value that stands for an input of 1. */
  full: f64;

  @inline
  at(index: usize): Example {
    return changetype<Example>(this.table + index * offsetof<Example>());
  }

  @inline
  get quadBytes(): usize {
    return this.floats ? FLOATS_QUAD : BYTES_QUAD;
  }
}

/** The four values of a quad as floats. */
@inline
export function valuesOf(quad: usize, floats: bool): v128 {
  if (floats) return v128.load(quad, VALUES);
  const bytes = v128.load32_zero(quad, VALUES);
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)));
}

export function createExamples(floats: bool, full: f64): Examples {
  const examples = changetype<Examples>(reserve(offsetof<Examples>()));
  examples.floats = floats;
  examples.full = full;
  return examples;
}

export function setTable(examples: Examples, table: usize): void {
  examples.table = table;
}

/** Inputs are looked at 16 bytes at a time: which of those before `end` are not 0, a bit each. */
@inline
function activeBytes(at: usize, end: usize): u32 {
  const bits = i8x16.bitmask(i8x16.ne(v128.load(at), i8x16.splat(0)));
  return end - at < 16 ? bits & ((1 << <u32>(end - at)) - 1) : bits;
}

/** The same of four floats; -0 is 0. */
@inline
function activeFloats(at: usize, end: usize): u32 {
  const bits = i32x4.bitmask(f32x4.ne(v128.load(at), f32x4.splat(0)));
  return end - at < 16 ? bits & ((1 << (<u32>(end - at) >> 2)) - 1) : bits;
}

/** Bytes that the lists of `count` examples will take. @param inputs (count, nIn), bytes or floats */
export function measure(examples: Examples, inputs: usize, count: usize, nIn: usize): usize {
  const floats = examples.floats;
  const size = floats ? nIn << 2 : nIn;
  let bytes: usize = 0;
  for (let i: usize = 0; i < count; i++, inputs += size) {
    const end = inputs + size;
    let active: usize = 0;
    for (let at = inputs; at < end; at += 16) {
      active += popcnt(floats ? activeFloats(at, end) : activeBytes(at, end));
    }
    bytes += ((active + 3) >> 2) * examples.quadBytes;
  }
  return bytes;
}

/**
 * Writes the lists of examples one after the other.
 * @param inputs (count, nIn), bytes or floats @param labels a byte each
 * @param lists room for all of them @param table where each one's Example goes
 */
export function pack(
  examples: Examples,
  inputs: usize,
  labels: usize,
  count: usize,
  nIn: usize,
  lists: usize,
  table: usize,
): void {
  const floats = examples.floats;
  const size = floats ? nIn << 2 : nIn;
  const quadBytes = examples.quadBytes;
  for (let i: usize = 0; i < count; i++, inputs += size, table += offsetof<Example>()) {
    const end = inputs + size;
    const list = lists;
    let lane: usize = 0; // the place in the quad at `lists`
    let index: usize = 0;
    for (let at = inputs; at < end; at += 16) {
      const first = floats ? (at - inputs) >> 2 : at - inputs;
      for (let bits = floats ? activeFloats(at, end) : activeBytes(at, end); bits != 0; ) {
        const place = <usize>ctz(bits);
        bits &= bits - 1;
        index = first + place;
        store<u16>(lists + (lane << 1), <u16>index);
        if (floats) store<f32>(lists + VALUES + (lane << 2), load<f32>(at + (place << 2)));
        else store<u8>(lists + VALUES + lane, load<u8>(at + place));
        lane++;
        if (lane == 4) {
          lane = 0;
          lists += quadBytes;
        }
      }
    }
    if (lane > 0) {
      for (; lane < 4; lane++) {
        store<u16>(lists + (lane << 1), <u16>index);
        if (floats) store<f32>(lists + VALUES + (lane << 2), 0);
        else store<u8>(lists + VALUES + lane, 0);
      }
      lists += quadBytes;
    }
    const example = changetype<Example>(table);
    example.list = list;
    example.both = (((lists - list) / quadBytes) << 8) | load<u8>(labels + i);
  }
}

/** What `touch` has seen: kept, so that no compiler leaves the reading out. */
let seen: u32 = 0;

/**
 * Reads a byte of each cache line of the lists of `count` examples. They come in random order, and would else be waited for one
 * after another.
 * @param order the examples' numbers, u32 each
 */
export function touch(examples: Examples, order: usize, count: usize): void {
  let sum: u32 = 0;
  for (let e: usize = 0; e < count; e++) {
    const example = examples.at(load<u32>(order + 4 * e));
    const end = example.list + example.quads * examples.quadBytes;
    for (let at = example.list; at < end; at += 64) sum += load<u8>(at);
  }
  seen = sum;
}

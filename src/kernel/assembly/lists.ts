/**
 * Examples as lists of the inputs that are not 0: four fifths of a digit are background, and a product with 0 adds nothing.
 *
 * A list is `count` values, each a byte or a float, then `count` indices of two bytes. `count` is a multiple of four: the last input
 * is repeated with the value 0, which changes nothing. A table holds an entry for each example: the list's address, and
 * count << 8 | label.
 */
import { ENTRY, Network } from './network';

const LINE: usize = 64;

@inline
export function listOf(table: usize, example: usize): usize {
  return load<usize>(table + ENTRY * example);
}

@inline
export function countOf(table: usize, example: usize): usize {
  return load<u32>(table + ENTRY * example, 4) >> 8;
}

@inline
export function labelOf(table: usize, example: usize): usize {
  return load<u32>(table + ENTRY * example, 4) & 255;
}

/** Which of the 16 bytes at `at` are not 0, a bit each, of those before `end`. */
@inline
function activeBytes(at: usize, end: usize): usize {
  const bits = i8x16.bitmask(i8x16.ne(v128.load(at), i8x16.splat(0)));
  return end - at < 16 ? bits & ((1 << <u32>(end - at)) - 1) : bits;
}

/** The same of four floats; -0 is 0. */
@inline
function activeFloats(at: usize, end: usize): usize {
  const bits = i32x4.bitmask(f32x4.ne(v128.load(at), f32x4.splat(0)));
  return end - at < 16 ? bits & ((1 << (<u32>(end - at) >> 2)) - 1) : bits;
}

/** Bytes that the lists of `count` examples take. @param inputs (count, nIn), bytes or floats */
export function measure(inputs: usize, count: usize, nIn: usize, floats: bool): usize {
  const size: usize = floats ? nIn << 2 : nIn;
  let bytes: usize = 0;
  for (let i: usize = 0; i < count; i++, inputs += size) {
    const end = inputs + size;
    let active: usize = 0;
    for (let at = inputs; at < end; at += 16) {
      active += popcnt(floats ? activeFloats(at, end) : activeBytes(at, end));
    }
    bytes += ((active + 3) & ~3) * (floats ? 6 : 3);
  }
  return bytes;
}

/** Writes the lists of examples to `lists`, and their entries to `table`. @param labels a byte each */
export function pack(
  inputs: usize,
  labels: usize,
  count: usize,
  nIn: usize,
  floats: bool,
  lists: usize,
  table: usize,
): void {
  const size: usize = floats ? nIn << 2 : nIn;
  for (let i: usize = 0; i < count; i++, inputs += size, table += ENTRY) {
    const end = inputs + size;
    // The indices' place is known once the values are counted, so they are found in two turns.
    let values = lists;
    for (let at = inputs; at < end; at += 16) {
      for (let bits = floats ? activeFloats(at, end) : activeBytes(at, end); bits != 0; ) {
        const lane = ctz(bits);
        bits &= bits - 1;
        if (floats) {
          store<f32>(values, load<f32>(at + (lane << 2)));
          values += 4;
        } else {
          store<u8>(values, load<u8>(at + lane));
          values += 1;
        }
      }
    }
    const active = <u32>(values - lists) >> (floats ? 2 : 0);
    const padded = (active + 3) & ~3;
    const bytes: usize = floats ? padded << 2 : padded;
    memory.fill(values, 0, bytes - (values - lists));
    store<usize>(table, lists);
    store<u32>(table, (padded << 8) | load<u8>(labels + i), 4);

    let indices = lists + bytes;
    let index: usize = 0;
    const step: usize = floats ? 4 : 16;
    let first: usize = 0;
    for (let at = inputs; at < end; at += 16, first += step) {
      for (let bits = floats ? activeFloats(at, end) : activeBytes(at, end); bits != 0; ) {
        index = first + <u32>ctz(bits);
        bits &= bits - 1;
        store<u16>(indices, <u16>index);
        indices += 2;
      }
    }
    lists += bytes + 2 * padded;
    for (; indices < lists; indices += 2) store<u16>(indices, <u16>index);
  }
}

/** The address of the indices of an example's list. */
@inline
export function indicesOf(table: usize, example: usize, floats: bool): usize {
  const count = <usize>countOf(table, example);
  return listOf(table, example) + (floats ? count << 2 : count);
}

/**
 * Notes where the values of `count` examples start, as floats; bytes are turned into floats for it, once for all that reads them.
 * @param order the examples' numbers, u32 each
 */
export function decode(
  network: Network,
  table: usize,
  floats: bool,
  order: usize,
  count: usize,
): void {
  let room = network.values;
  for (let e: usize = 0; e < count; e++) {
    const example = load<u32>(order + 4 * e);
    let list = listOf(table, example);
    const start = network.starts + e * sizeof<usize>();
    if (floats) {
      store<usize>(start, list);
      continue;
    }
    store<usize>(start, room);
    const end = list + countOf(table, example);
    const next = room + ((end - list) << 2);
    for (; list < end; list += 8, room += 32) {
      const pairs = v128.load8x8_u(list);
      v128.store(room, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(pairs)));
      v128.store(room, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(pairs)), 16);
    }
    room = next;
  }
}

/** What `touch` has seen: kept, so that no compiler leaves the reading out. */
let seen: usize = 0;

/** Reads a byte of every cache line of the lists of `count` examples: shuffled, they would else be waited for one after another. */
export function touch(table: usize, floats: bool, order: usize, count: usize): void {
  let sum: usize = 0;
  for (let e: usize = 0; e < count; e++) {
    const example = load<u32>(order + 4 * e);
    const list = listOf(table, example);
    const end = list + <usize>countOf(table, example) * (floats ? 6 : 3);
    for (let at = list; at < end; at += LINE) sum += load<u8>(at);
  }
  seen = sum;
}

/** A program that turns a number into sixteen and counts their bits: it is valid only where 128-bit vectors are. */
const VECTORS = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // WebAssembly, version 1
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // a function that returns a vector
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x0a, 0x01, 0x08, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x62, 0x0b], // i32.const 0, i8x16.splat, i8x16.popcnt
);

/** Whether this engine runs WebAssembly with vectors; where it does not, network/sgd does the same work, more slowly. */
export function isSupported(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(VECTORS);
}

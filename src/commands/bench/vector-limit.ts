/**
 * How fast this machine multiplies and adds in 128-bit vectors from WebAssembly: what any such kernel could reach at most. A program of
 * one loop, put together here byte by byte so that no compiler stands between the question and the answer. In C it would be
 *
 *     float loop(int turns, float factor, float term) {
 *       vector f = splat(factor), t = splat(term), a[12] = { splat(0), splat(1), … splat(11) };
 *       do for (int step = 0; step < 4; step++) for (int c = 0; c < 12; c++) a[c] = a[c] * f + t; while (--turns);
 *       return (a[0] + … + a[11])[0];
 *     }
 *
 * with the inner loops written out. Twelve chains are enough for a processor never to wait for a result, and with f and t they
 * fit into the sixteen vector registers of the plainest 64-bit PC.
 */
const CHAINS = 12;
const STEPS = 4;

/** Floating-point operations in one turn: a product and a sum in each of a vector's four lanes. */
export const FLOPS_PER_TURN = CHAINS * STEPS * 4 * 2;

/** Parameters come first among a function's locals, then its own variables. */
const [TURNS, FACTOR, TERM, F, T, A] = [0, 1, 2, 3, 4, 5];
const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];

/** A whole number from 0 as WebAssembly writes it, seven bits a byte. */
const whole = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...whole(n >>> 7)]);
/** What stands after its own length. */
const sized = (...bytes: number[]): number[] => [...whole(bytes.length), ...bytes];
const times = (count: number, code: (c: number) => number[]): number[] =>
  Array.from({ length: count }, (_, c) => code(c)).flat();

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const number = (x: number): number[] => [
  0x43,
  ...new Uint8Array(Float32Array.of(x).buffer), // little-endian, as are all machines that run this
];
const splat = [0xfd, 0x13];
const multiply = [0xfd, 0xe6, 0x01];
const add = [0xfd, 0xe4, 0x01];
const lane0 = [0xfd, 0x1f, 0x00];

const code = [
  ...[...get(FACTOR), ...splat, ...set(F)],
  ...[...get(TERM), ...splat, ...set(T)],
  ...times(CHAINS, (c) => [...number(c), ...splat, ...set(A + c)]),
  ...[0x03, 0x40], // loop
  ...times(STEPS, () =>
    times(CHAINS, (c) => [
      ...[...get(A + c), ...get(F), ...multiply],
      ...[...get(T), ...add, ...set(A + c)],
    ]),
  ),
  ...[...get(TURNS), 0x41, 0x01, 0x6b, 0x22, TURNS], // turns - 1, kept and tested
  ...[0x0d, 0x00, 0x0b], // once more if not 0; end of the loop
  ...get(A),
  ...times(CHAINS - 1, (c) => [...get(A + 1 + c), ...add]),
  ...[...lane0, 0x0b],
];

const PROGRAM = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // WebAssembly, version 1
  ...[0x01, ...sized(1, 0x60, 3, I32, F32, F32, 1, F32)], // one type of function
  ...[0x03, ...sized(1, 0)], // one function, of this type
  ...[0x07, ...sized(1, 1, 'f'.charCodeAt(0), 0, 0)], // let out as f
  ...[0x0a, ...sized(1, ...sized(1, 2 + CHAINS, V128, ...code))],
);

/** @returns the loop: (turns from 1, factor, term) -> the sum of its chains */
export function startVectorLoop(): (turns: number, factor: number, term: number) => number {
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(PROGRAM)).exports;
  return f as (turns: number, factor: number, term: number) => number;
}

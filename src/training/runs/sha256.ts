/**
 * SHA-256 (FIPS 180-4), at once and everywhere: the browser's own answers later, and only on pages that came by HTTPS. Its constants are
 * the first 32 bits of the fractions of roots of the first primes, and are worked out, not listed.
 */

const ROUNDS = 64;
const BLOCK = 64;
const LENGTH = 8;

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((p) => n % p !== 0n)) found.push(n);
  return found;
}

/** The first 32 bits behind the point of the root of n, of degree 2 or 3; by Newton's method in whole numbers. */
function fractionOfRoot(n: bigint, degree: bigint): number {
  const power = n << (32n * degree);
  let root = power;
  for (;;) {
    const next = ((degree - 1n) * root + power / root ** (degree - 1n)) / degree;
    if (next >= root) return Number(BigInt.asIntN(32, root));
    root = next;
  }
}

let constants: { readonly start: Int32Array; readonly k: Int32Array } | undefined;

function constantsOf(): { readonly start: Int32Array; readonly k: Int32Array } {
  return (constants ??= {
    start: Int32Array.from(primes(8), (p) => fractionOfRoot(p, 2n)),
    k: Int32Array.from(primes(ROUNDS), (p) => fractionOfRoot(p, 3n)),
  });
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** @returns 64 hexadecimal digits */
export function sha256(bytes: Uint8Array): string {
  const { start, k } = constantsOf();
  const hash = start.slice();
  const w = new Int32Array(ROUNDS);
  const whole = bytes.length - (bytes.length % BLOCK);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += BLOCK) addBlock(hash, w, k, view, at);
  const end = ending(bytes, whole);
  for (let at = 0; at < end.byteLength; at += BLOCK) addBlock(hash, w, k, end, at);
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** What is left behind the whole blocks, with a bit of 1, and the length in bits at the end. */
function ending(bytes: Uint8Array, from: number): DataView {
  const rest = bytes.subarray(from);
  const end = new Uint8Array(Math.ceil((rest.length + 1 + LENGTH) / BLOCK) * BLOCK);
  end.set(rest);
  end[rest.length] = 0x80;
  const view = new DataView(end.buffer);
  view.setBigUint64(end.length - LENGTH, BigInt(bytes.length) * 8n);
  return view;
}

function addBlock(
  hash: Int32Array,
  w: Int32Array,
  k: Int32Array,
  view: DataView,
  at: number,
): void {
  for (let t = 0; t < 16; t++) w[t] = view.getInt32(at + 4 * t);
  for (let t = 16; t < ROUNDS; t++) {
    const [early, late] = [w[t - 15], w[t - 2]];
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[t] = w[t - 16] + s0 + w[t - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let t = 0; t < ROUNDS; t++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[t] + w[t]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) hash[i] += value;
}

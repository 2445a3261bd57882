import type { Random } from '../../../src/network/random.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Good JSON where something else is expected. */
const VALUES = [
  ...[
    '0',
    '-0',
    '-1',
    '1',
    '2',
    '3',
    '4',
    '8',
    '0.5',
    '1e999',
    '-1e999',
    '1e38',
    '4e38',
    '1e-400',
    '65536',
  ],
  ...[
    '65537',
    '4294967296',
    '9007199254740993',
    '18446744073709551616',
    '1e308',
    'null',
    'true',
    '[]',
    '{}',
  ],
  ...['[0]', '[[]]', '[1,2]', '[2,1]', '[0,0]', '{"length":2}', '{"__proto__":[]}'],
  `${'['.repeat(40)}${']'.repeat(40)}`,
];
const STRINGS = [
  ...[
    '""',
    '"F32"',
    '"F64"',
    '"F16"',
    '"BF16"',
    '"I8"',
    '"U8"',
    '"__proto__"',
    '"constructor"',
    '"sizes"',
  ],
  ...[
    '"layers.0.bias"',
    '"layers.1.weight"',
    '"layers.2.weight"',
    '"__metadata__"',
    '"relu"',
    '"\\ud800"',
  ],
];
/** What is no JSON, at least not here. */
const BROKEN = [
  ...[
    'NaN',
    'Infinity',
    '-',
    '01',
    '.5',
    '\\',
    '"',
    ':',
    ',',
    '{',
    '}',
    '[',
    ']',
    '\u0000',
    '\ufeff',
    '"a":1,',
  ],
  '['.repeat(300),
  `${'{"a":'.repeat(200)}0${'}'.repeat(200)}`,
];

function pick<T>(list: readonly T[], random: Random): T {
  return list[random.integer(list.length)];
}

/** The bytes with those from `start` to `end` replaced. */
function splice(bytes: Uint8Array, start: number, end: number, by: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (end - start) + by.length);
  result.set(bytes.subarray(0, start));
  result.set(by, start);
  result.set(bytes.subarray(end), start + by.length);
  return result;
}

/** Harm that any file may take: bits flipped, bytes lost, added, repeated, overwritten. */
const harms: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => {
    const copy = bytes.slice();
    copy[random.integer(bytes.length)] ^= 1 << random.integer(8);
    return copy;
  },
  (bytes, random) => {
    const copy = bytes.slice();
    copy[random.integer(bytes.length)] = pick(
      [0, 1, 0x22, 0x2c, 0x2d, 0x5d, 0x7b, 0x7f, 0x80, 0xff],
      random,
    );
    return copy;
  },
  (bytes, random) => {
    // The upper bytes of a NaN, an infinity, or a very large or small number, somewhere near the end, where numbers lie.
    const copy = bytes.slice();
    const end = bytes.length - random.integer(Math.ceil(bytes.length / 4));
    copy.set(
      [pick([0xc0, 0x80, 0x7f, 0x00], random), pick([0x7f, 0xff, 0x7e, 0x7c, 0x00], random)],
      Math.max(0, end - 2),
    );
    return copy;
  },
  (bytes, random) => bytes.slice(0, random.integer(bytes.length)),
  (bytes, random) => bytes.slice(random.integer(Math.min(bytes.length, 16))),
  (bytes, random) => {
    const start = random.integer(bytes.length);
    return splice(
      bytes,
      start,
      Math.min(bytes.length, start + 1 + random.integer(12)),
      new Uint8Array(),
    );
  },
  (bytes, random) => {
    const more = Uint8Array.from({ length: 1 + random.integer(12) }, () => random.integer(256));
    const at = random.integer(bytes.length + 1);
    return splice(bytes, at, at, more);
  },
  (bytes, random) => {
    const start = random.integer(bytes.length);
    const piece = bytes.slice(start, start + 1 + random.integer(40));
    const at = random.integer(bytes.length + 1);
    return splice(bytes, at, at, piece);
  },
];

/** What to put in the place of a token: most often something that leaves the text JSON, so that the harm lies deeper. */
function replacement(
  token: string,
  isKey: boolean,
  tokens: readonly string[],
  random: Random,
): string {
  if (random.integer(8) === 0) return pick(BROKEN, random);
  if (isKey) return pick([...STRINGS, ...tokens.filter((other) => other.startsWith('"'))], random);
  const number = Number(token);
  if (Number.isFinite(number) && random.integer(2) === 0) {
    return String(number + pick([-8, -4, -1, 1, 4, 8], random));
  }
  if (/^\[\d/.test(token) && random.integer(2) === 0) {
    const by = pick([-8, -4, -1, 1, 4, 8], random);
    return token.replaceAll(/\d+/g, (part) => String(Number(part) + by)); // a tensor that lies somewhere else
  }
  return pick([...VALUES, ...STRINGS, ...tokens], random);
}

/** A JSON text in which one number, string or list of these gives way to something else or takes another's place. */
function mutateText(text: string, random: Random): string {
  const found = [...text.matchAll(/-?\d[\d.e+-]*|"[^"]*"|\[[^[\]]*\]/g)];
  if (found.length === 0) return pick(BROKEN, random);
  const { 0: token, index } = pick(found, random);
  const end = index + token.length;
  const isKey = text[end] === ':';
  const tokens = found.map(([other]) => other);
  return text.slice(0, index) + replacement(token, isKey, tokens, random) + text.slice(end);
}

/** A safetensors file whose header is edited while its length still fits, so that the harm gets past the first check. */
function mutateHeader(file: Uint8Array, random: Random): Uint8Array {
  const end = 8 + new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const text = mutateText(decoder.decode(file.subarray(8, end)), random);
  const header = encoder.encode(text);
  const result = splice(file, 8, end, header);
  new DataView(result.buffer).setUint32(0, header.length, true);
  return result;
}

export type Kind = 'safetensors' | 'json';

/** A good file with one to three things wrong with it, or, by luck, nothing. */
export function mutate(file: Uint8Array, kind: Kind, random: Random): Uint8Array {
  let bytes = file;
  for (let edits = random.integer(3); edits > 0; edits--) {
    if (kind === 'safetensors') bytes = mutateHeader(bytes, random);
    else bytes = encoder.encode(mutateText(decoder.decode(bytes), random));
  }
  return bytes === file || random.integer(4) === 0 ? pick(harms, random)(bytes, random) : bytes;
}

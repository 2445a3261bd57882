import { checkFileSize } from './checks.ts';
import { ModelFileError, quote } from './model-file-error.ts';
import { LENGTH_BYTES, METADATA, type TensorFile } from './tensor-file.ts';
import { isRecord, parseJson } from './strict-json.ts';
import { countBytes, isDtype, type Tensor, widths } from './tensor.ts';

function isCount(n: unknown): n is number {
  return Number.isSafeInteger(n) && (n as number) >= 0;
}

/** Cuts the file into its header and its data. */
function open(bytes: Uint8Array): { header: Readonly<Record<string, unknown>>; data: Uint8Array } {
  checkFileSize(bytes.length);
  if (bytes.length < LENGTH_BYTES) {
    throw new ModelFileError(
      'truncated',
      `A safetensors file has at least 8 bytes; this one has ${bytes.length}.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getBigUint64(0, true);
  const rest = bytes.length - LENGTH_BYTES;
  if (headerLength > BigInt(rest)) {
    throw new ModelFileError(
      'truncated',
      `The file announces a header of ${headerLength} bytes; only ${rest} bytes follow.`,
    );
  }
  const dataStart = LENGTH_BYTES + Number(headerLength);
  const headerBytes = bytes.subarray(LENGTH_BYTES, dataStart);
  if (headerBytes[0] !== 0x7b) {
    throw new ModelFileError(
      'not-a-model',
      `A safetensors header starts with {; here stands ${headerBytes[0] === undefined ? 'nothing' : `byte ${headerBytes[0]}`}.`,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(headerBytes);
  } catch {
    throw new ModelFileError('bad-json', 'The header should be UTF-8 text; it holds other bytes.');
  }
  const header = parseJson(text, 'The header');
  if (!isRecord(header)) {
    throw new ModelFileError(
      'bad-header',
      `The header should be a JSON object; got ${quote(header)}.`,
    );
  }
  return { header, data: bytes.subarray(dataStart) };
}

function readMetadata(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) {
    throw new ModelFileError(
      'bad-header',
      `${METADATA} should be an object of strings; got ${quote(value)}.`,
    );
  }
  const metadata = new Map<string, string>();
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') {
      throw new ModelFileError(
        'bad-header',
        `${METADATA} holds strings alone; ${quote(key)} is ${quote(text)}.`,
      );
    }
    metadata.set(key, text);
  }
  return metadata;
}

interface Placed extends Tensor {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** One tensor of the header, held against the data and against itself. */
function readEntry(name: string, entry: unknown, data: Uint8Array): Placed {
  const called = quote(name);
  if (!isRecord(entry)) {
    throw new ModelFileError(
      'bad-header',
      `${called} should be {dtype, shape, data_offsets}; got ${quote(entry)}.`,
    );
  }
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!isDtype(dtype)) {
    throw new ModelFileError(
      'unknown-dtype',
      `${called} has dtype ${quote(dtype)}; we read ${Object.keys(widths).join(', ')}.`,
    );
  }
  if (!Array.isArray(shape) || !shape.every(isCount)) {
    throw new ModelFileError(
      'bad-header',
      `The shape of ${called} should be whole numbers; got ${quote(shape)}.`,
    );
  }
  if (
    !Array.isArray(offsets) ||
    offsets.length !== 2 ||
    !offsets.every(isCount) ||
    offsets[0] > offsets[1]
  ) {
    throw new ModelFileError(
      'bad-header',
      `The data_offsets of ${called} should be two whole numbers, begin <= end; got ${quote(offsets)}.`,
    );
  }
  const [begin, end] = offsets;
  if (end > data.length) {
    throw new ModelFileError(
      'truncated',
      `${called} ends at byte ${end} of the data; the data ends at ${data.length}.`,
    );
  }
  if (countBytes(dtype, shape) !== end - begin) {
    throw new ModelFileError(
      'wrong-shape',
      `${called} of shape ${quote(shape)} in ${dtype} takes ${countBytes(dtype, shape)} bytes; its data_offsets leave ${end - begin}.`,
    );
  }
  return { name, dtype, shape, begin, end, bytes: data.subarray(begin, end) };
}

/**
 * Reads a safetensors file. Its tensors are views of the bytes given.
 * @throws ModelFileError for anything that departs from the format, and for a key that stands twice
 */
export function unpackTensors(bytes: Uint8Array): TensorFile {
  const { header, data } = open(bytes);
  let metadata: ReadonlyMap<string, string> = new Map();
  const placed: Placed[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === METADATA) metadata = readMetadata(entry);
    else placed.push(readEntry(name, entry, data));
  }
  placed.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = 0;
  for (const { name, begin, end } of placed) {
    if (begin !== covered) {
      throw new ModelFileError(
        begin < covered ? 'overlapping' : 'holes',
        `${quote(name)} should start where the one before ends, at byte ${covered}; it starts at ${begin}.`,
      );
    }
    covered = end;
  }
  if (covered !== data.length) {
    throw new ModelFileError(
      'holes',
      `The tensors cover ${covered} bytes of data; there are ${data.length}.`,
    );
  }
  return { tensors: new Map(placed.map((tensor) => [tensor.name, tensor])), metadata };
}

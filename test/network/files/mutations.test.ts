import { describe, expect, it } from 'vitest';
import {
  ModelFileError,
  readJson,
  readModel,
  readSafetensors,
  writeJson,
  writeSafetensors,
} from '../../../src/network/files.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import { createNetwork, type Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { type Kind, mutate } from './mutate.ts';

/** How many of each kind; the long run sets a million. */
const FILES = Number(process.env['MUTATED_FILES'] ?? 50_000);

const network = createNetwork([3, 2, 2], 'normal', createRandom(1));
const text = writeJson(network);

const encode = (json: string): Uint8Array => new TextEncoder().encode(json);

interface Sort {
  readonly kind: Kind;
  readonly files: readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => Network;
  /** Reasons that mutations must have met, or they have not tried much. */
  readonly reasons: readonly string[];
}

const sorts: readonly Sort[] = [
  {
    kind: 'safetensors',
    files: [
      writeSafetensors(network, 'F32'),
      writeSafetensors(network, 'F16', { note: 'a note' }),
      writeSafetensors(network, 'I8'),
    ],
    read: readSafetensors,
    reasons: [
      ...['bad-header', 'bad-json', 'holes', 'missing-tensor', 'not-a-model', 'not-finite'],
      ...['overlapping', 'truncated', 'unknown-dtype', 'unknown-tensor', 'wrong-shape'],
    ],
  },
  {
    kind: 'json',
    files: [encode(text), encode(JSON.stringify(JSON.parse(text), null, ' '))],
    read: (bytes) => readJson(new TextDecoder().decode(bytes)),
    reasons: ['bad-json', 'not-a-model', 'not-finite', 'out-of-range', 'wrong-shape'],
  },
];

/** What is wrong with a network that a reader let through; undefined if nothing is. */
function faultOf({ sizes, layers }: Network): string | undefined {
  if (sizes.length < 2 || layers.length !== sizes.length - 1) return 'layers and sizes differ';
  for (const [l, { nIn, nOut, weights, biases }] of layers.entries()) {
    if (nIn !== sizes[l] || nOut !== sizes[l + 1]) return `layer ${l} does not fit the sizes`;
    if (weights.length !== nIn * nOut || biases.length !== nOut)
      return `layer ${l} has other lengths`;
    if (![...weights, ...biases].every(Number.isFinite)) return `layer ${l} is not finite`;
  }
  const { zs, activations } = feedforward({ sizes, layers }, new Float64Array(sizes[0]).fill(1));
  for (const list of [...zs, ...activations]) {
    if (!list.every(Number.isFinite)) return 'its scores are not finite';
  }
  return undefined;
}

/** 'ok', the reason of a refusal, or else what went wrong. */
function outcome(read: () => Network): string {
  try {
    return faultOf(read()) ?? 'ok';
  } catch (error) {
    if (error instanceof ModelFileError && error.message.length < 500) return error.reason;
    return `threw ${String(error)}`;
  }
}

describe.each(sorts)('mutated $kind files', ({ kind, files, read, reasons }) => {
  it('are refused by name or make a network, and nothing else', { timeout: 600_000 }, () => {
    const met = new Set<string>();
    for (let seed = 0; seed < FILES; seed++) {
      const random = createRandom(seed);
      const file = mutate(files[seed % files.length], kind, random);
      const before = file.slice();
      for (const by of [read, readModel]) {
        const result = outcome(() => by(file));
        met.add(result);
        if (result !== 'ok' && !/^[a-z-]+$/.test(result)) expect.fail(`seed ${seed}: ${result}`);
      }
      if (seed % 100 === 0) expect(file).toEqual(before);
    }
    expect([...met]).toEqual(expect.arrayContaining(['ok', ...reasons]));
  });
});

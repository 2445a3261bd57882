import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNetwork, type Network } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { OWN_NETWORK } from '../../src/reader/device.ts';
import { forget } from '../../src/reader/forget.ts';
import { type OwnNetwork, ownName } from '../../src/reader/own.ts';
import { keepOwn, readOwn, recallOwn, writeOwn } from '../../src/reader/own-network.ts';
import { fingerprintOf } from '../../src/training/runs/fingerprint.ts';
import { networkFrom, parametersOf } from '../../src/training/runs/parameters.ts';

/** Millions of characters: what browsers grant a site. */
const ROOM = 5_000_000;

function storage(room = ROOM): Map<string, string> {
  const map = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    get length() {
      return map.size;
    },
    key: (i: number) => [...map.keys()][i] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('Full.', 'QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key: string) => void map.delete(key),
  });
  return map;
}

afterEach(() => vi.unstubAllGlobals());

/** As the kernel leaves it, in single precision. */
function single(sizes: readonly number[]): Network {
  const network = createNetwork(sizes, 'scaled', createRandom(5));
  const copy = networkFrom(sizes, Float32Array.from(parametersOf(network)));
  if (copy === null) throw new Error('These are numbers.');
  return copy;
}

function own(network: Network): OwnNetwork {
  return { letter: 'B', network, fingerprint: fingerprintOf(network), text: '1_30' };
}

const small = own(single([784, 16, 16, 10]));

describe("a network of the reader's own", () => {
  it.each<[string, Network, number]>([
    ['784-16-16-10', small.network, 71_000],
    ['784-30-10', single([784, 30, 10]), 130_000],
    ['784-300-100-10', single([784, 300, 100, 10]), 1_430_000],
    ['784-300-300-300-10', single([784, 300, 300, 300, 10]), 2_300_000],
    [
      '784-30-10 in double precision',
      createNetwork([784, 30, 10], 'normal', createRandom(1)),
      260_000,
    ],
  ])('is kept to the last bit, in the room that there is: %s', (_, network, most) => {
    const map = storage();
    expect(keepOwn(own(network))).toBeNull();
    expect(map.get(OWN_NETWORK)?.length).toBeLessThan(most);
    const kept = recallOwn();
    expect(kept).toEqual(own(network));
    expect(kept !== null && kept !== 'damaged' && fingerprintOf(kept.network)).toBe(
      fingerprintOf(network),
    );
  });

  it('is called by its letter', () => {
    expect(ownName(small)).toBe('your network B');
    expect(ownName({ letter: null })).toBe('your network from a file');
    expect(readOwn(writeOwn({ ...small, letter: null }))).toEqual({ ...small, letter: null });
  });

  it('is given up, and forgotten with all the rest', async () => {
    const map = storage();
    keepOwn(small);
    expect(keepOwn(null)).toBeNull();
    expect(recallOwn()).toBeNull();
    keepOwn(small);
    await forget();
    expect([recallOwn(), map.size]).toEqual([null, 0]);
  });

  it('is said not to be kept where storage is full or denied; the one before stays', () => {
    storage(100_000);
    keepOwn(small);
    expect(keepOwn(own(single([784, 100, 10])))).toBe('full');
    expect(recallOwn()).toEqual(small);
    vi.unstubAllGlobals();
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    expect([keepOwn(small), recallOwn()]).toEqual(['denied', null]);
  });

  const record = JSON.parse(writeOwn(small)) as Record<string, unknown>;
  const with_ = (changes: object): string => JSON.stringify({ ...record, ...changes });
  const damaged: readonly [string, string][] = [
    ['nothing', ''],
    ['no object', '7'],
    ['a list', '[]'],
    ['cut off', writeOwn(small).slice(0, -9)],
    ['cut numbers', with_({ numbers: String(record['numbers']).slice(0, -8) })],
    ['numbers that are none', with_({ numbers: 'f//' })],
    ['no base64', with_({ numbers: '<img src=x>' })],
    ['infinite numbers', with_({ numbers: btoa('\u0000\u0000\u0080\u007f'.repeat(13_002)) })],
    ['other sizes', with_({ sizes: [784, 30, 10] })],
    ['huge sizes', with_({ sizes: [784, 1e9, 10] })],
    ['sizes of another kind', with_({ sizes: [784, '16', 16, 10] })],
    ['other inputs', with_({ sizes: [783, 16, 16, 10] })],
    ['a name that is markup', with_({ letter: '<b>' })],
    ['no fingerprint', with_({ fingerprint: 'x' })],
    ['a number of bits that there is not', with_({ bits: 16 })],
    ['a text without end', with_({ text: 'x'.repeat(1001) })],
  ];
  it.each(damaged)('counts as damaged: %s', (_, text) => {
    expect(readOwn(text)).toBe('damaged');
  });
});

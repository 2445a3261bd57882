import { afterEach, expect, it, vi } from 'vitest';
import { keep, keepNow, recall } from '../../src/reader/device.ts';
import { forget } from '../../src/reader/forget.ts';

/** A browser's storage, as far as we use it. */
function storage(entries: Record<string, string> = {}): Map<string, string> {
  const map = new Map(Object.entries(entries));
  vi.stubGlobal('localStorage', {
    get length() {
      return map.size;
    },
    key: (i: number) => [...map.keys()][i] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  });
  return map;
}

afterEach(() => vi.unstubAllGlobals());

it('gives back what it kept', () => {
  storage();
  expect(recall()).toEqual({});
  keep({ digit: '7', guesses: { edges: 'no' } });
  keepNow();
  expect(recall()).toEqual({ digit: '7', guesses: { edges: 'no' } });
});

it('keeps what has changed beside what another page has kept meanwhile', () => {
  storage();
  keep({ digit: '7', drawing: undefined, guesses: { edges: 'no' } });
  keep({ stage: '2' });
  const other = { digit: '3', neuron: '2.1', drawing: 'x', guesses: { halves: 'upper' } };
  localStorage.setItem('nought-to-nine:reader', JSON.stringify(other));
  keepNow();
  expect(recall()).toEqual({
    digit: '7',
    stage: '2',
    neuron: '2.1',
    guesses: { edges: 'no', halves: 'upper' },
  });
});

it('keeps nothing that waited when all was forgotten', () => {
  storage();
  keep({ digit: '7' });
  void forget();
  keepNow();
  expect(recall()).toEqual({});
});

it.each(['', 'null', '7', '[1]', '{"digit":', '"text"', `{"a":"${'x'.repeat(100_000)}"}`])(
  'makes nothing of what is damaged: %.20s',
  (text) => {
    storage({ 'nought-to-nine:reader': text });
    expect(recall()).toEqual({});
  },
);

it('forgets all that is ours, and nothing that another site of the same address kept', async () => {
  const map = storage({ theme: 'dark', 'nought-to-nine:training': '{}', other: 'theirs' });
  keep({ digit: '7' });
  keepNow();
  expect(await forget()).toBe(true);
  expect([...map]).toEqual([['other', 'theirs']]);
});

it('goes on without where storage is denied or full', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem() {
      throw new DOMException('Full.', 'QuotaExceededError');
    },
  });
  keep({ digit: '7' });
  keepNow();
  vi.unstubAllGlobals();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('Denied.', 'SecurityError');
    },
  });
  keep({ digit: '7' });
  keepNow();
  expect(recall()).toEqual({});
  expect(await forget()).toBe(false);
});

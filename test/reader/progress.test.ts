import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteAt, noteRead, progress } from '../../src/reader/progress.ts';

const KEY = 'nought-to-nine:progress';
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('remembers which chapters were read, once each and in order', () => {
  noteRead(3);
  noteRead(1);
  noteRead(3);
  expect(progress()).toEqual({ read: [1, 3], at: null });
});

it('keeps no more than seven chapters, whatever was kept', () => {
  kept.set(KEY, JSON.stringify({ read: Array.from({ length: 9000 }, (_, i) => (i % 7) + 1) }));
  expect(progress().read).toEqual([1, 2, 3, 4, 5, 6, 7]);
  noteAt({ chapter: 2, section: 'the-cost-of-one' });
  expect(kept.get(KEY)?.length).toBeLessThan(100);
});

it('remembers where the reader left off, until a chapter was read to its end', () => {
  noteRead(1);
  noteAt({ chapter: 2, section: 'the-cost-of-one' });
  expect(progress()).toEqual({ read: [1], at: { chapter: 2, section: 'the-cost-of-one' } });
  noteRead(2);
  expect(progress()).toEqual({ read: [1, 2], at: null });
});

it.each([
  ['no JSON', '{'],
  ['another kind of value', '[1, 2]'],
  ['null', 'null'],
  [
    'chapters that there are not',
    '{"read": [0, 8, 1.5, "1", null], "at": {"chapter": 9, "section": "a"}}',
  ],
  ['a section that is no name', '{"at": {"chapter": 1, "section": "\\"><img src=x>"}}'],
])('takes nothing from %s', (_what, text) => {
  kept.set(KEY, text);
  expect(progress()).toEqual({ read: [], at: null });
});

it('goes on where the browser denies storage', () => {
  const deny = (): never => {
    throw new Error('denied');
  };
  vi.stubGlobal('localStorage', { getItem: deny, setItem: deny });
  noteRead(1);
  noteAt({ chapter: 1, section: 'weights' });
  expect(progress()).toEqual({ read: [], at: null });
});

import { expect, it } from 'vitest';
import { arrowOf, type Key, sentTo } from '../../src/plot/arrow-keys.ts';

const press = (key: string, more: Partial<Key> = {}): Key => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});
const track = { at: 1, low: -3, high: 3, step: 0.5, page: 2, shifted: 10 };

it('points each arrow key to its side', () => {
  expect(
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => arrowOf(press(key))),
  ).toEqual([
    [-1, 0],
    [1, 0],
    [0, 1],
    [0, -1],
  ]);
});

it.each(['Enter', 'a', 'constructor', 'Home'])('finds no arrow in %s', (key) => {
  expect(arrowOf(press(key))).toBeNull();
});

it('leaves keys that are pressed with Ctrl, Meta or Alt to the browser', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
    expect(arrowOf(press('ArrowUp', { [held]: true }))).toBeNull();
    expect(sentTo(press('Home', { [held]: true }), track)).toBeNull();
  }
});

it.each([
  ['ArrowLeft', 0.5],
  ['ArrowDown', 0.5],
  ['ArrowRight', 1.5],
  ['ArrowUp', 1.5],
  ['PageDown', -1],
  ['PageUp', 3],
  ['Home', -3],
  ['End', 3],
  ['Enter', null],
])('sends a handle on a line with %s to %s', (key, to) => {
  expect(sentTo(press(key), track)).toBe(to);
});

it('goes farther with Shift', () => {
  expect(sentTo(press('ArrowRight', { shiftKey: true }), track)).toBe(6);
});

import { expect, it } from 'vitest';
import { PEN, PixelSheet, restorer, rubber } from '@/widgets/neurons/pixel-sheet.svelte.ts';

const grey = new Float64Array(784).fill(0.25);
const MIDDLE = 14 * 28 + 14;

function sheetOn(given = grey): PixelSheet {
  return new PixelSheet(() => given);
}

it('the pen leaves full ink where it is and half of it beside, and never takes any away', () => {
  const sheet = sheetOn();
  sheet.stroke(MIDDLE, 'start', PEN);
  expect(sheet.pixels[MIDDLE]).toBe(1);
  expect([1, -1, 28, -28].map((step) => sheet.pixels[MIDDLE + step])).toEqual([0.5, 0.5, 0.5, 0.5]);
  expect(sheet.pixels[MIDDLE + 29]).toBe(0.25);
  sheet.stroke(MIDDLE + 1, 'move', PEN);
  expect(sheet.pixels[MIDDLE]).toBe(1);
});

it('a brush at the end of a row does not reach round to the next', () => {
  const sheet = sheetOn();
  sheet.stroke(27, 'start', rubber(1));
  expect([sheet.pixels[26], sheet.pixels[27], sheet.pixels[28], sheet.pixels[55]]).toEqual([
    0, 0, 0.25, 0,
  ]);
});

it('a stroke is one step, and undo and redo go over it', () => {
  const sheet = sheetOn();
  sheet.stroke(MIDDLE, 'start', rubber(2));
  sheet.stroke(MIDDLE + 1, 'move', rubber(2));
  sheet.stroke(MIDDLE + 1, 'end', rubber(2));
  const after = sheet.pixels;
  sheet.stroke(MIDDLE, 'start', PEN);
  sheet.undo();
  expect(sheet.pixels).toBe(after);
  sheet.undo();
  expect(sheet.pixels).toBe(grey);
  expect([sheet.canUndo, sheet.isChanged]).toEqual([false, false]);
  sheet.undo();
  sheet.redo();
  expect(sheet.pixels).toBe(after);
});

it('what was rubbed out comes back as it was, and the picture is then the given one', () => {
  const sheet = sheetOn();
  sheet.stroke(MIDDLE, 'start', rubber(2));
  expect(sheet.isChanged).toBe(true);
  sheet.stroke(MIDDLE, 'start', restorer(2));
  expect(sheet.pixels).toBe(grey);
});

it('turning one pixel up and down is one step, another pixel another', () => {
  const sheet = sheetOn();
  for (const value of [0.3, 0.6, 7]) sheet.set(5, value);
  expect(sheet.pixels[5]).toBe(1);
  sheet.set(6, 0);
  sheet.undo();
  expect([sheet.pixels[5], sheet.pixels[6]]).toEqual([1, 0.25]);
  sheet.undo();
  expect(sheet.pixels).toBe(grey);
});

it.each([
  [-1, 0.5],
  [784, 0.5],
  [0.5, 0.5],
  [3, Number.NaN],
])('setting pixel %d to %d does nothing', (cell, value) => {
  const sheet = sheetOn();
  sheet.set(cell, value);
  expect(sheet.pixels).toBe(grey);
});

it('a stroke that changes nothing is no step', () => {
  const sheet = sheetOn(new Float64Array(784));
  sheet.stroke(MIDDLE, 'start', rubber(2));
  expect(sheet.canUndo).toBe(false);
});

it('starts afresh when another picture is given', () => {
  let given = grey;
  const sheet = new PixelSheet(() => given);
  sheet.stroke(MIDDLE, 'start', PEN);
  given = new Float64Array(784);
  expect(sheet.pixels).toBe(given);
  expect(sheet.canUndo).toBe(false);
});

it('remembers two hundred steps and no more', () => {
  const sheet = sheetOn(new Float64Array(784));
  for (let i = 0; i < 250; i++) sheet.set(i, 1);
  let steps = 0;
  while (sheet.canUndo) {
    sheet.undo();
    steps++;
  }
  expect(steps).toBe(200);
});

it('what was painted comes back by its text, in steps of 0.02, and nonsense is left aside', () => {
  const sheet = sheetOn();
  expect(sheet.toLink()).toEqual({});
  sheet.stroke(MIDDLE, 'start', PEN);
  sheet.set(3, 0.77);
  const { ink = '' } = sheet.toLink();
  expect(ink.length).toBeLessThan(40);
  const other = sheetOn();
  other.fromLink({ ink });
  expect(other.pixels).toEqual(sheet.pixels.with(3, 0.78));
  const fresh = sheetOn();
  for (const text of ['', 'A', '-784A', '-783', 'z784', '-9999', 'é784'])
    fresh.fromLink({ ink: text });
  expect(fresh.isChanged).toBe(false);
});

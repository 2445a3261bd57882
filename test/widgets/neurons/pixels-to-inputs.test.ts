import { beforeEach, expect, it } from 'vitest';
import {
  GUESSES,
  PixelsToInputs,
} from '@/widgets/neurons/pixels-to-inputs/pixels-to-inputs.svelte.ts';

/** Every pixel has a value of its own. */
const ramp = Float64Array.from({ length: 784 }, (_, i) => i / 783);

let unrolled: PixelsToInputs;
beforeEach(() => {
  unrolled = new PixelsToInputs(() => ramp);
});

it('row 12, column 14 is input 322', () => {
  expect(unrolled.chosen).toMatchObject({ row: 12, column: 14, k: 322 });
  expect(unrolled.words).toContain('The pixel in row 12, column 14 is input 322 of 784.');
});

it('every pixel has its place: the first is input 1, the last 784', () => {
  expect(unrolled.input(0)).toMatchObject({ row: 1, column: 1, k: 1 });
  expect(unrolled.input(27)).toMatchObject({ row: 1, column: 28, k: 28 });
  expect(unrolled.input(28)).toMatchObject({ row: 2, column: 1, k: 29 });
  expect(unrolled.input(783)).toMatchObject({ row: 28, column: 28, k: 784, value: 1 });
});

it('lists the chosen input between its neighbours, and nothing beyond the ends', () => {
  unrolled.point(783);
  expect(unrolled.list).toHaveLength(13);
  expect(unrolled.list[6].input?.k).toBe(784);
  expect(unrolled.list.slice(7).every(({ input }) => input === null)).toBe(true);
  unrolled.point(0);
  expect(unrolled.list.filter(({ input }) => input === null)).toHaveLength(6);
});

it('lays 28 inputs for each row, and points at the row laid last', () => {
  unrolled.lay(5);
  expect([unrolled.column.length, unrolled.chosen.row, unrolled.chosen.column]).toEqual([
    140, 5, 14,
  ]);
  expect(unrolled.words).toBe(
    'Rows 1 to 5 are laid: 140 inputs so far. Row 5 became inputs 113 to 140.',
  );
  unrolled.lay(0);
  expect([unrolled.column.length, unrolled.laid]).toEqual([0, 0]);
});

it('pointing at what is not laid yet lays the rest', () => {
  unrolled.lay(5);
  unrolled.point(3 * 28);
  expect(unrolled.laid).toBe(5);
  unrolled.point(20 * 28);
  expect([unrolled.laid, unrolled.cell]).toEqual([28, 560]);
});

it.each([
  ['ArrowDown', 322],
  ['ArrowUp', 320],
  ['PageDown', 321 + 28],
  ['PageUp', 321 - 28],
  ['Home', 0],
  ['End', 783],
])('on the column %s goes to pixel %d', (key, cell) => {
  expect(unrolled.press(key)).toBe(true);
  expect(unrolled.cell).toBe(cell);
});

it('stays in the column at its ends, and leaves other keys to the page', () => {
  unrolled.point(783);
  unrolled.press('PageDown');
  expect(unrolled.cell).toBe(783);
  expect([unrolled.press('Tab'), unrolled.press('toString')]).toEqual([false, false]);
});

it('paint changes the input that the pixel is', () => {
  unrolled.tool = 'pen';
  unrolled.point(0);
  unrolled.paint(0, 'start');
  expect(unrolled.chosen.value).toBe(1);
  unrolled.tool = 'rubber';
  unrolled.paint(0, 'start');
  expect(unrolled.chosen.value).toBe(0);
  expect(unrolled.words).toContain('no ink');
});

it.each([null, -1, 784, 0.5, Number.NaN])('pointing at %s changes nothing', (cell) => {
  unrolled.point(cell);
  expect(unrolled.canReset).toBe(false);
});

it('goes into a link and out of it, and takes no nonsense', () => {
  expect(unrolled.toLink()).toEqual({});
  unrolled.point(99);
  expect(unrolled.toLink()).toEqual({ input: '100' });
  const other = new PixelsToInputs(() => ramp);
  for (const input of ['0', '785', '-3', '1e2', 'x']) other.fromLink({ input });
  expect(other.canReset).toBe(false);
  other.fromLink(unrolled.toLink());
  expect(other.cell).toBe(99);
  unrolled.sheet.set(4, 0.5);
  unrolled.lay(9);
  other.fromLink(unrolled.toLink());
  expect([other.laid, other.cell, other.sheet.pixels[4]]).toEqual([9, unrolled.cell, 0.5]);
});

it('that begins elsewhere has nothing to reset at first', () => {
  expect(new PixelsToInputs(() => ramp, { pixel: 40, laid: 5 }).canReset).toBe(false);
});

it('Reset restores the first state', () => {
  unrolled.point(5);
  unrolled.tool = 'pen';
  unrolled.paint(5, 'start');
  unrolled.lay(3);
  unrolled.isPlaying = true;
  unrolled.reset();
  expect(unrolled.canReset).toBe(false);
});

it('tells the input right below against what the reader guessed, and forgets the guess at Reset', () => {
  expect(unrolled.outcome).toBe('');
  const [near, , below] = GUESSES;
  expect(unrolled.input(below - 1)).toMatchObject({ row: 13, column: 14, k: 350 });
  unrolled.guess = near;
  expect(unrolled.canReset).toBe(true);
  expect(unrolled.outcome).toMatch(/^Not 323 but input 350/);
  unrolled.guess = below;
  expect(unrolled.outcome).toMatch(/^It is input 350/);
  unrolled.point(5);
  expect([unrolled.guess, unrolled.outcome]).toEqual([null, '']);
  unrolled.guess = below;
  unrolled.reset();
  expect([unrolled.guess, unrolled.canReset]).toEqual([null, false]);
});

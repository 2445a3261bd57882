import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellCursor, type PaintPhase } from '../../../src/controls/cells/cell-cursor.svelte.ts';
import type { Key } from '../../../src/plot/arrow-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function start(cell: number | null, isPainter = false) {
  const field = { columns: 28, rows: 28, cell };
  const picked: number[] = [];
  const painted: [number, PaintPhase][] = [];
  const paint = (at: number, phase: PaintPhase): void => void painted.push([at, phase]);
  const cursor = new CellCursor(
    () => field,
    () => ({
      go: (to) => (field.cell = to),
      pick: (at) => picked.push(at),
      paint: isPainter ? paint : undefined,
    }),
  );
  const type = (...keys: (string | Key)[]): boolean[] =>
    keys.map((key) => cursor.press(typeof key === 'string' ? { ...plain, key } : key));
  return { field, picked, painted, cursor, type };
}

const at = (row: number, column: number): number => 28 * row + column;
const far = (key: string): Key => ({ ...plain, key, shiftKey: true });

describe('keys', () => {
  it.each([
    ['ArrowRight', at(5, 6)],
    ['ArrowLeft', at(5, 4)],
    ['ArrowUp', at(4, 5)],
    ['ArrowDown', at(6, 5)],
    ['Home', at(5, 0)],
    ['End', at(5, 27)],
  ])('%s goes from row 5, column 5 to cell %d', (key, to) => {
    const { field, type } = start(at(5, 5));
    expect(type(key)).toEqual([true]);
    expect(field.cell).toBe(to);
  });

  it('go four cells at a time with Shift, and stop at the edge', () => {
    const { field, type } = start(at(5, 5));
    type(far('ArrowDown'), far('ArrowLeft'), far('ArrowLeft'));
    expect(field.cell).toBe(at(9, 0));
    type('ArrowLeft');
    expect(field.cell).toBe(at(9, 0));
  });

  it.each([null, -1, 784, 3.5, NaN])('start in the middle where no cell is chosen (%d)', (cell) => {
    const { field, cursor, type } = start(cell);
    expect(cursor.cell).toBeNull();
    type('ArrowLeft');
    expect(field.cell).toBe(at(14, 14));
  });

  it('let go of the cell by Escape, and hand a second Escape to the page', () => {
    const { field, type } = start(7);
    expect(type('Escape', 'Escape')).toEqual([true, false]);
    expect(field.cell).toBeNull();
  });

  it('pick by Space and Enter, once a cell is chosen', () => {
    const { picked, type } = start(null);
    expect(type(' ', 'ArrowUp', ' ', 'Enter')).toEqual([false, true, true, true]);
    expect(picked).toEqual([at(14, 14), at(14, 14)]);
  });

  it('leave the page its own: Tab, letters, and all with Ctrl, Alt or the command key', () => {
    const { field, type } = start(7);
    const own = ['ctrlKey', 'metaKey', 'altKey'].map((held) => ({
      ...plain,
      key: 'ArrowRight',
      [held]: true,
    }));
    expect(type('Tab', 'a', ...own)).toEqual([false, false, false, false, false]);
    expect(field.cell).toBe(7);
  });
});

describe('paint', () => {
  it('goes down by Space, follows the arrows cell by cell, and is lifted by Space', () => {
    const { painted, type } = start(at(5, 5), true);
    type(' ', far('ArrowRight'), ' ', 'ArrowRight');
    expect(painted).toEqual([
      [at(5, 5), 'start'],
      [at(5, 6), 'move'],
      [at(5, 7), 'move'],
      [at(5, 8), 'move'],
      [at(5, 9), 'move'],
      [at(5, 9), 'end'],
    ]);
  });

  it('is lifted by Escape, which then leaves the cell where it is', () => {
    const { field, painted, cursor, type } = start(3, true);
    type(' ', 'Escape');
    expect([cursor.isDown, field.cell]).toEqual([false, 3]);
    expect(painted.at(-1)).toEqual([3, 'end']);
  });

  it('leaves no gap between the cells that a quick hand passes', () => {
    const cells = fc.array(fc.nat({ max: 783 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(cells, ([first, ...others]) => {
        const { painted, cursor } = start(null, true);
        cursor.down(first);
        for (const cell of others) cursor.move(cell);
        cursor.lift();
        for (const [i, [cell]] of painted.slice(1).entries()) {
          const [before] = painted[i];
          expect(Math.abs((cell % 28) - (before % 28))).toBeLessThanOrEqual(1);
          expect(Math.abs(Math.floor(cell / 28) - Math.floor(before / 28))).toBeLessThanOrEqual(1);
        }
        expect(painted.at(-1)).toEqual([others.at(-1), 'end']);
      }),
    );
  });
});

it('finds the cell at a place, the nearest for places outside, and none where there is no place', () => {
  const { cursor } = start(null);
  expect(cursor.cellAt(0.5, 0.5)).toBe(at(14, 14));
  expect(cursor.cellAt(1, 1)).toBe(783);
  expect(cursor.cellAt(-3, 99)).toBe(at(27, 0));
  expect(cursor.cellAt(NaN, 0)).toBeNull();
  expect(cursor.cellAt(0, Infinity)).toBeNull();
});

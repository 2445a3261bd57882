import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sketch } from '../../src/controls/pad/sketch.svelte.ts';
import { GridCursor } from '../../src/controls/grid-cursor.svelte.ts';
import type { Key } from '../../src/plot/arrow-keys.ts';
import { applyErasers } from '../../src/digits/eraser.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function start(): {
  sketch: Sketch;
  cursor: GridCursor;
  type: (...keys: (string | Key)[]) => void;
} {
  const sketch = new Sketch(applyErasers);
  const cursor = new GridCursor(sketch);
  const type = (...keys: (string | Key)[]): void => {
    for (const key of keys) cursor.press(typeof key === 'string' ? { ...plain, key } : key);
  };
  return { sketch, cursor, type };
}

const cells = (sketch: Sketch): number[] =>
  sketch.sheet.strokes.flatMap(({ points }) => points.map((v) => v * 28 - 0.5).map(Math.round));

describe('the cursor on the grid', () => {
  it('walks by arrows, four cells with Shift, and stops at the edge', () => {
    const { cursor, type } = start();
    type('ArrowRight', 'ArrowUp', { ...plain, key: 'ArrowDown', shiftKey: true });
    expect([cursor.column, cursor.row]).toEqual([15, 17]);
    for (let i = 0; i < 40; i++) type('ArrowLeft');
    expect(cursor.column).toBe(0);
    type('Home');
    expect([cursor.column, cursor.row]).toEqual([14, 14]);
  });

  it('leaves ink only while the pen is down', () => {
    const { sketch, type } = start();
    type('ArrowRight', ' ', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowLeft');
    expect(cells(sketch)).toEqual([15, 14, 15, 15, 15, 16]);
    expect(sketch.isDrawing).toBe(false);
  });

  it('makes a slope of a stair, and keeps a corner of longer sides but for its tip', () => {
    const { sketch, type } = start();
    type(' ', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown');
    expect(cells(sketch)).toEqual([14, 14, 15, 15, 16, 16]);
    sketch.clear();
    const corner = start();
    corner.type(' ', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown');
    expect(cells(corner.sketch)).toEqual([14, 14, 15, 14, 16, 15, 16, 16]);
  });

  it('changes to the eraser and back, undoes, redoes, clears', () => {
    const { sketch, type } = start();
    type(' ', 'ArrowDown', 'ArrowDown', ' ');
    const drawn = sketch.sheet;
    type('e', ' ', 'ArrowUp', 'Escape');
    expect(sketch.sheet.strokes).not.toEqual(drawn.strokes);
    type({ ...plain, key: 'z', ctrlKey: true });
    expect(sketch.sheet).toBe(drawn);
    type('E');
    expect(sketch.tool).toBe('pen');
    type('Backspace');
    expect(sketch.isBlank).toBe(true);
    type({ ...plain, key: 'Z', metaKey: true, shiftKey: true });
    expect(sketch.sheet).toBe(drawn);
    type('Delete', 'Backspace', 'Backspace', { ...plain, key: 'y', ctrlKey: true });
    expect(sketch.sheet).toBe(drawn);
  });

  it('leaves keys that mean nothing to it to the page', () => {
    const { cursor } = start();
    for (const key of ['Tab', 'a', 'Escape', 'PageDown', 'F5'])
      expect(cursor.press({ ...plain, key })).toBe(false);
    expect(cursor.press({ ...plain, key: 'r', ctrlKey: true })).toBe(false);
    expect(cursor.press({ ...plain, key: 'ArrowLeft', altKey: true })).toBe(false);
    expect(cursor.isShown).toBe(false);
  });

  it('says in words where it is and what it holds', () => {
    const { cursor, type } = start();
    expect(cursor.words).toBe('');
    type('ArrowUp', ' ');
    expect(cursor.words).toBe('Pen down, row 14, column 15.');
    type('e');
    expect(cursor.words).toBe('Eraser up, row 14, column 15.');
  });

  it('stays on the grid, and its ink on the pad, whatever is typed', () => {
    const key = fc.record({
      key: fc.constantFrom(
        'ArrowLeft',
        'ArrowRight',
        'ArrowUp',
        'ArrowDown',
        ' ',
        'e',
        'Backspace',
        'Delete',
        'Home',
        'Escape',
        'z',
        'y',
      ),
      shiftKey: fc.boolean(),
      ctrlKey: fc.boolean(),
      metaKey: fc.constant(false),
      altKey: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 80 }), (keys) => {
        const { sketch, cursor, type } = start();
        type(...keys);
        for (const v of [cursor.column, cursor.row]) expect(v >= 0 && v < 28).toBe(true);
        for (const v of sketch.sheet.strokes.flatMap(({ points }) => points))
          expect(v > 0 && v < 1).toBe(true);
      }),
    );
  });
});

describe('the keys that undo', () => {
  const ctrl = { ...plain, ctrlKey: true };
  it.each([
    ['a Latin layout', { ...ctrl, key: 'z', code: 'KeyZ' }],
    ['a German one, where Z and Y change places', { ...ctrl, key: 'z', code: 'KeyY' }],
    ['a Cyrillic one', { ...ctrl, key: 'я', code: 'KeyZ' }],
    ['a Greek one', { ...ctrl, key: 'ζ', code: 'KeyZ' }],
  ])('are those of %s', (_, key) => {
    const { sketch, cursor, type } = start();
    type(' ', 'ArrowDown', ' ');
    expect(cursor.press(key)).toBe(true);
    expect(sketch.isBlank).toBe(true);
    expect(cursor.press({ ...key, shiftKey: true })).toBe(true);
    expect(sketch.isBlank).toBe(false);
  });

  it('are left to the browser where the letter is another', () => {
    const { cursor } = start();
    expect(cursor.press({ ...ctrl, key: 'w', code: 'KeyZ' })).toBe(false); // French
    expect(cursor.press({ ...ctrl, key: 'ц', code: 'KeyW' })).toBe(false);
    expect(cursor.pressBeside({ ...plain, key: 'z', code: 'KeyZ' })).toBe(false);
  });
});

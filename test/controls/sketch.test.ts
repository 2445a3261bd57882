/** Long because a sketch has many ways to be drawn on, and undo must hold for all of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_POINTS, Sketch } from '../../src/controls/pad/sketch.svelte.ts';
import { BLANK, type GivenDigit, type Sheet } from '../../src/controls/pad/sheet.ts';
import { applyErasers } from '../../src/digits/eraser.ts';

const four: GivenDigit = {
  index: 4,
  label: 4,
  pixels: new Float64Array(784).map((_, i) => (i % 28 === 14 ? 1 : 0)),
};

/** One thing that somebody may do to a sketch. */
type Act =
  | { kind: 'stroke'; points: number[]; erase: boolean; lifts: boolean }
  | { kind: 'clear' | 'give' | 'takeBack' | 'undo' | 'redo' };

function perform(sketch: Sketch, act: Act): void {
  if (act.kind !== 'stroke') {
    if (act.kind === 'give') sketch.give(four);
    else sketch[act.kind]();
    return;
  }
  sketch.down(act.points[0], act.points[1], act.erase);
  sketch.move(act.points.slice(2));
  if (act.lifts) sketch.lift();
}

const coordinate = fc.double({ min: -0.3, max: 1.3, noNaN: true });
const points = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 })
  .map((list) => list.flat());
const stroke = (erase: boolean): fc.Arbitrary<Act> =>
  fc.record({
    kind: fc.constant('stroke'),
    points,
    erase: fc.constant(erase),
    lifts: fc.boolean(),
  });
const forward = fc.oneof(
  { weight: 4, arbitrary: stroke(false) },
  { weight: 2, arbitrary: stroke(true) },
  fc.constantFrom<Act>({ kind: 'clear' }, { kind: 'give' }, { kind: 'takeBack' }),
);
const anyAct = fc.oneof(
  { weight: 3, arbitrary: forward },
  fc.constantFrom<Act>({ kind: 'undo' }, { kind: 'redo' }),
);

function sketchAfter(acts: readonly Act[]): Sketch {
  const sketch = new Sketch(applyErasers);
  for (const act of acts) perform(sketch, act);
  return sketch;
}

describe('history', () => {
  it('comes back to the same sheet when an undo is redone', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        const sketch = sketchAfter(acts);
        sketch.lift();
        const before = sketch.sheet;
        if (!sketch.canUndo) return;
        sketch.undo();
        sketch.redo();
        expect(sketch.sheet).toBe(before);
      }),
    );
  });

  it('comes back to the blank sheet when everything is undone, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        const sketch = sketchAfter(acts);
        while (sketch.canUndo) sketch.undo();
        expect(sketch.sheet).toEqual(BLANK);
        expect(sketch.isBlank).toBe(true);
      }),
    );
  });

  it('brings every sheet back in order when everything is undone and redone', () => {
    fc.assert(
      fc.property(fc.array(forward, { maxLength: 20 }), (acts) => {
        const sketch = new Sketch(applyErasers);
        const sheets: Sheet[] = [sketch.sheet];
        for (const act of acts) {
          perform(sketch, act);
          sketch.lift();
          if (sketch.sheet !== sheets.at(-1)) sheets.push(sketch.sheet);
        }
        for (const sheet of sheets.toReversed()) {
          expect(sketch.sheet).toBe(sheet);
          sketch.undo();
        }
        for (const sheet of sheets) {
          expect(sketch.sheet).toBe(sheet);
          sketch.redo();
        }
      }),
    );
  });

  it('forgets what could be redone as soon as something new is done', () => {
    fc.assert(
      fc.property(fc.array(forward, { minLength: 1, maxLength: 10 }), (acts) => {
        const sketch = sketchAfter(acts);
        sketch.undo();
        sketch.down(0.2, 0.2, false);
        sketch.move([0.8, 0.9]);
        sketch.lift();
        expect(sketch.canRedo).toBe(false);
        const before = sketch.sheet;
        sketch.redo();
        expect(sketch.sheet).toBe(before);
      }),
    );
  });

  it('does not count a step where nothing changed', () => {
    const sketch = new Sketch(applyErasers);
    sketch.clear();
    sketch.down(0.5, 0.5, true);
    sketch.move([0.6, 0.6]);
    sketch.lift();
    expect(sketch.canUndo).toBe(false);
    sketch.down(0.1, 0.1);
    sketch.move([0.1, 0.9]);
    sketch.lift();
    const before = sketch.sheet;
    sketch.down(0.8, 0.1, true);
    sketch.move([0.8, 0.9]);
    sketch.lift();
    expect(sketch.sheet).toBe(before);
  });

  it('never goes behind the sheet that it was given at the start', () => {
    const first: Sheet = { digit: four, strokes: [] };
    const sketch = new Sketch(applyErasers, first);
    expect(sketch.canUndo).toBe(false);
    sketch.down(0.5, 0.5);
    expect(sketch.sheet.digit).toBeNull();
    sketch.undo();
    expect(sketch.sheet).toBe(first);
  });
});

describe('a stroke', () => {
  it('is on the sheet from the first point, and one step for undo', () => {
    const sketch = new Sketch(applyErasers);
    sketch.down(0.2, 0.3);
    expect(sketch.isDrawing).toBe(true);
    expect(sketch.sheet.strokes).toEqual([{ points: [0.2, 0.3], width: 0.07, erase: false }]);
    sketch.move([0.4, 0.3, 0.6, 0.5]);
    sketch.lift();
    expect(sketch.sheet.strokes[0].points).toEqual([0.2, 0.3, 0.4, 0.3, 0.6, 0.5]);
    sketch.undo();
    expect(sketch.isBlank).toBe(true);
  });

  it('leaves nothing when it is taken back', () => {
    const sketch = new Sketch(applyErasers);
    sketch.down(0.2, 0.3);
    sketch.move([0.9, 0.9]);
    sketch.takeBack();
    expect(sketch.isBlank).toBe(true);
    expect(sketch.canUndo).toBe(false);
  });

  it('ends at the edge of the pad and goes on where the pen comes back', () => {
    const sketch = new Sketch(applyErasers);
    sketch.down(0.5, 0.5);
    sketch.move([1.5, 0.5, 1.5, 0.75, 0.5, 0.75]);
    sketch.lift();
    const pieces = sketch.sheet.strokes.map(({ points: line }) => line);
    expect(pieces).toEqual([
      [0.5, 0.5, 1, 0.5],
      [1, 0.75, 0.5, 0.75],
    ]);
    sketch.undo();
    expect(sketch.isBlank).toBe(true);
  });

  it('never has a point beside the pad, nor one that is no number', () => {
    const wild = fc.oneof(coordinate, fc.constantFrom(NaN, Infinity, -Infinity, -1e9, 1e9));
    fc.assert(
      fc.property(fc.array(wild, { minLength: 2, maxLength: 30 }), (list) => {
        const sketch = new Sketch(applyErasers);
        sketch.down(list[0], list[1]);
        sketch.move(list.slice(2));
        sketch.cutCorner(list[0], list[1]);
        for (const { points: line } of sketch.sheet.strokes) {
          expect(line.length % 2).toBe(0);
          for (const v of line) expect(v >= 0 && v <= 1).toBe(true);
        }
      }),
    );
  });

  it('is drawn the same whether its points come one by one or all at once', () => {
    fc.assert(
      fc.property(points, (list) => {
        const [single, whole] = [new Sketch(applyErasers), new Sketch(applyErasers)];
        for (const sketch of [single, whole]) sketch.down(list[0], list[1], false);
        whole.move(list.slice(2));
        for (let i = 2; i < list.length; i += 2) single.move([list[i], list[i + 1]]);
        expect(single.sheet).toEqual(whole.sheet);
      }),
    );
  });

  it('starts afresh on a given digit, which undo brings back', () => {
    const sketch = new Sketch(applyErasers);
    sketch.give(four);
    sketch.down(0.2, 0.2);
    sketch.lift();
    expect(sketch.sheet.digit).toBeNull();
    expect(sketch.sheet.strokes).toHaveLength(1);
    sketch.undo();
    expect(sketch.sheet.digit).toBe(four);
  });

  it('stops when the pad is full of ink, and the eraser still works', () => {
    const sketch = new Sketch(applyErasers);
    sketch.down(0.5, 0.5);
    const zigzag = Array.from({ length: 2 * MOST_POINTS }, (_, i) => [i % 2, 0.5]).flat();
    sketch.move(zigzag.slice(0, 2 * MOST_POINTS));
    expect(sketch.isFull).toBe(true);
    const before = sketch.sheet;
    sketch.move([0.1, 0.1]);
    expect(sketch.sheet).toEqual(before);
    sketch.lift();
    sketch.down(0.2, 0.2);
    expect(sketch.isDrawing).toBe(false);
    sketch.down(0.5, 0.5, true);
    expect(sketch.isDrawing).toBe(true);
  });
});

describe('the eraser', () => {
  it('rubs out what it passes over and leaves the rest', () => {
    const sketch = new Sketch(applyErasers);
    sketch.down(0.1, 0.5);
    sketch.move([0.9, 0.5]);
    sketch.lift();
    sketch.tool = 'eraser';
    sketch.down(0.5, 0.2);
    sketch.move([0.5, 0.8]);
    sketch.lift();
    const [left, right] = sketch.sheet.strokes.map(({ points: line }) => line);
    const reach = (0.07 + 0.07 * 1.5) / 2;
    expect(left.at(-2)).toBeCloseTo(0.5 - reach, 12);
    expect(right[0]).toBeCloseTo(0.5 + reach, 12);
    expect(sketch.sheet.strokes.some(({ erase }) => erase)).toBe(false);
    sketch.undo();
    expect(sketch.sheet.strokes).toHaveLength(1);
  });

  it('leaves the blank sheet when it takes all there is', () => {
    const sketch = new Sketch(applyErasers);
    sketch.down(0.4, 0.5);
    sketch.move([0.6, 0.5]);
    sketch.down(0.3, 0.5, true);
    sketch.move([0.7, 0.5]);
    sketch.lift();
    expect(sketch.isBlank).toBe(true);
  });

  it('takes the pixels of a given digit that it covers, and undo puts them back', () => {
    const sketch = new Sketch(applyErasers);
    sketch.give(four);
    sketch.tool = 'eraser';
    sketch.down(0.1, 0.25);
    sketch.move([0.9, 0.25]);
    sketch.lift();
    const rubbed = sketch.sheet.digit?.pixels ?? [];
    expect(rubbed[7 * 28 + 14]).toBe(0);
    expect(rubbed[20 * 28 + 14]).toBe(1);
    expect(four.pixels[7 * 28 + 14]).toBe(1);
    sketch.undo();
    expect(sketch.sheet.digit).toBe(four);
  });
});

describe('the eraser', () => {
  it.each<[string, (sketch: Sketch) => void]>([
    ['a pad is cleared', (sketch) => sketch.clear()],
    ['another pen is chosen', (sketch) => (sketch.penWidth = 0.09)],
    ['the same pen is chosen again', (sketch) => (sketch.penWidth = 0.07)],
  ])('is put down when %s', (_, act) => {
    const sketch = new Sketch(applyErasers);
    sketch.tool = 'eraser';
    act(sketch);
    sketch.down(0.2, 0.2);
    sketch.move([0.4, 0.4]);
    sketch.lift();
    expect(sketch.sheet.strokes).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { Sketch } from '../../../src/controls/pad/sketch.svelte.ts';
import { applyErasers } from '../../../src/digits/eraser.ts';
import { Replay } from '../../../src/widgets/recogniser/recogniser/replay.svelte.ts';
import { FOUR } from '../../../src/widgets/recogniser/drawn.ts';

/** A replay whose frames the test lets pass. */
function stage(): { sketch: Sketch; replay: Replay; pass: (milliseconds: number) => void } {
  let call: ((now: number) => void) | null = null;
  let now = 0;
  const sketch = new Sketch(applyErasers, FOUR);
  const replay = new Replay(sketch, (each) => {
    call = each;
    return () => (call = null);
  });
  const pass = (milliseconds: number): void => {
    call?.((now += milliseconds));
  };
  return { sketch, replay, pass };
}

describe('a replay', () => {
  it('draws the strokes again, as if by a pen, and leaves the pad as it was', () => {
    const { sketch, replay, pass } = stage();
    const { sheet } = sketch;
    replay.again();
    pass(0);
    expect(sketch.isDrawing).toBe(true);
    expect(sketch.sheet.strokes).toHaveLength(1);
    pass(300);
    const early = sketch.sheet.strokes[0].points.length;
    expect(early).toBeGreaterThan(2);
    expect(early).toBeLessThan(FOUR.strokes[0].points.length);
    pass(700);
    expect(sketch.sheet.strokes).toHaveLength(2);
    pass(5000);
    expect([replay.isRunning, sketch.isDrawing]).toEqual([false, false]);
    expect(sketch.sheet).toBe(sheet);
  });

  it('puts another drawing on the pad, and undo brings back the one before', () => {
    const { sketch, replay, pass } = stage();
    const strokes = [{ points: [0.1, 0.1, 0.9, 0.9], width: 0.07, erase: false }];
    replay.show(strokes);
    pass(0);
    pass(9000);
    expect(sketch.sheet.strokes).toBe(strokes);
    sketch.undo();
    expect(sketch.sheet).toBe(FOUR);
  });

  it('gives way to a pen, and to Clear, before its first frame and after', () => {
    for (const frames of [0, 2]) {
      const { sketch, replay, pass } = stage();
      replay.again();
      for (let i = 0; i < frames; i++) pass(100);
      sketch.clear();
      pass(100);
      expect([replay.isRunning, sketch.isBlank]).toEqual([false, true]);
      sketch.down(0.5, 0.5);
      pass(100);
      expect(sketch.sheet.strokes).toHaveLength(1);
    }
  });

  it('can be stopped, does not begin twice, and of nothing not at all', () => {
    const { sketch, replay, pass } = stage();
    const { sheet } = sketch;
    replay.again();
    pass(50);
    replay.show([]);
    replay.show([{ points: [0, 0, 1, 1], width: 0.07, erase: false }]);
    replay.stop();
    expect([replay.isRunning, sketch.sheet]).toEqual([false, sheet]);
    sketch.clear();
    replay.again();
    expect(replay.isRunning).toBe(false);
  });
});

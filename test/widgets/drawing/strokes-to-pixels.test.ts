import { describe, expect, it } from 'vitest';
import { preprocess } from '@/digits/preprocess.ts';
import { FIVE, LARGE_FOUR } from '@/widgets/drawing/examples.ts';
import {
  FIRST_PIXEL,
  GRID,
  STAGES,
  StrokesToPixels,
  type StrokesStart,
} from '@/widgets/drawing/strokes-to-pixels/strokes-to-pixels.svelte.ts';
import {
  inkFormula,
  pixelWords,
  stageWords,
} from '@/widgets/drawing/strokes-to-pixels/strokes-words.ts';

const figureOf = (start: StrokesStart = {}, drawing = FIVE): StrokesToPixels =>
  new StrokesToPixels(() => drawing, start);

describe('a drawing on its way to pixels', () => {
  it('ends in the numbers that the network gets', () => {
    for (const drawing of [FIVE, LARGE_FOUR]) {
      expect(figureOf({ step: 4 }, drawing).pixels).toEqual(preprocess(drawing));
    }
  });

  it('opens a pixel: its ink follows from its distance as it is printed', () => {
    const figure = figureOf();
    const [, printed] = /^1\.75 − (\d\.\d\d) = /.exec(inkFormula(figure.open)) ?? [];
    expect(1.75 - Number(printed)).toBeCloseTo(figure.open.ink, 2);
    expect(figure.open.ink).toBeGreaterThan(0.3);
    expect(figure.open.ink).toBeLessThan(0.7);
    expect(Math.abs(figure.open.covered - figure.open.ink)).toBeLessThan(0.1);
    expect(pixelWords(figure.open)).toMatch(
      /^row 15, column 20: ink 0\.\d\d; the pen covers \d+% of it$/,
    );
    figure.point(0);
    expect(inkFormula(figure.open)).toMatch(/is 1\.75 or more: ink 0$/);
    figure.point(figure.pixels.indexOf(1));
    expect(inkFormula(figure.open)).toMatch(/is 0\.75 or less: ink 1$/);
  });

  it('tells of every stage, with the numbers of the drawing', () => {
    const words = STAGES.map((_, step) => stageWords(figureOf({ step })));
    expect(new Set(words).size).toBe(5);
    const points = FIVE.reduce((sum, stroke) => sum + stroke.points.length / 2, 0);
    expect(words[0]).toContain(`2 strokes of ${points} points`);
    expect(words[1]).toContain('becomes 17.5 pixels; the pen adds 2.5, which makes 20');
    const figure = figureOf();
    expect(words[3]).toContain(`${figure.inked} pixels have some`);
    expect(words[4]).toContain('lies 14.5 from the left');
    expect(words[4].match(/14\.5/g)).toHaveLength(2);
  });

  it('has nothing to say of a blank pad but that', () => {
    for (let step = 0; step < STAGES.length; step++) {
      const figure = figureOf({ step }, []);
      expect(stageWords(figure)).toMatch(/^There is no ink yet/);
      expect(inkFormula(figure.open)).toBe('no line: ink 0');
      expect(figure.open.covered).toBe(0);
    }
  });

  it('goes to no stage and no pixel that there is not', () => {
    const figure = figureOf();
    for (const step of [NaN, Infinity]) figure.step = step;
    expect(figure.step).toBe(GRID);
    figure.step = 9;
    expect(figure.step).toBe(4);
    for (const cell of [-1, 784, 1.5, null]) figure.point(cell);
    expect(figure.cell).toBe(FIRST_PIXEL);
  });

  it('comes back by its link, takes no nonsense from one, and goes back to its start', () => {
    const figure = figureOf({ step: 0 });
    expect(figure.toLink()).toEqual({});
    figure.step = 4;
    figure.point(3);
    const again = figureOf({ step: 0 });
    again.fromLink(figure.toLink());
    expect([again.step, again.cell]).toEqual([4, 3]);
    again.fromLink({ step: '5', pixel: '784' });
    expect([again.step, again.cell]).toEqual([4, 3]);
    again.reset();
    expect([again.step, again.cell, again.canReset]).toEqual([0, FIRST_PIXEL, false]);
  });
});

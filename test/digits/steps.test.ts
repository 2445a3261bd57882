import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX, CENTRE, INK, preprocess } from '../../src/digits/preprocess.ts';
import {
  ALL_ON,
  inkOf,
  SETTINGS,
  settingOf,
  stagesOf,
  type Step,
  STEPS,
  type Steps,
} from '../../src/digits/steps.ts';
import { bounds } from '../../src/digits/strokes.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { anyLine, anyWidth, pen, rubber } from './geometry.ts';

const without = (...steps: Step[]): Steps => ({
  ...ALL_ON,
  ...Object.fromEntries(steps.map((step) => [step, false])),
});
/** A lying L: 0.4 wide, 0.2 high, at the lower left. */
const ELL = [pen([0.1, 0.7, 0.1, 0.9, 0.5, 0.9], 0.07)];
const box = (lines: readonly { points: readonly number[] }[]) => {
  const found = bounds(lines.map(({ points }) => points));
  if (!found) throw new Error('There are no lines.');
  return found;
};

describe('with all steps on', () => {
  it('the stages end in the very numbers that the pads of the site get', () => {
    for (const { strokes } of DRAWN_DIGITS) {
      const drawing = strokes.map((points) => pen(points, 0.07));
      expect(stagesOf(drawing, ALL_ON).pixels).toEqual(preprocess(drawing));
    }
  });

  it('that holds for any lines, pens and rubbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyLine, anyWidth, fc.boolean()), { maxLength: 4 }),
        (strokes) => {
          const drawing = strokes.map(([line, width, erases]) =>
            erases ? rubber(line, width) : pen(line, width),
          );
          expect(stagesOf(drawing, ALL_ON).pixels).toEqual(preprocess(drawing));
        },
      ),
    );
  });
});

describe('a step that is left out', () => {
  it('box: the ink is as large as it was drawn, and stays where it was', () => {
    const { ink } = stagesOf(ELL, without('box', 'centre'));
    ink[0].points.forEach((v, i) => expect(v).toBeCloseTo(28 * ELL[0].points[i], 9));
    expect(ink[0].width).toBe(INK.width);
  });

  it('aspect: the shorter side is stretched to the longer', () => {
    const { left, right, top, bottom } = box(stagesOf(ELL, without('aspect')).ink);
    expect(right - left).toBeCloseTo(BOX - INK.width, 9);
    expect(bottom - top).toBeCloseTo(BOX - INK.width, 9);
    const kept = box(stagesOf(ELL, ALL_ON).ink);
    expect(kept.bottom - kept.top).toBeCloseTo((BOX - INK.width) / 2, 9);
  });

  it('ink: the pen grows with the drawing, and the box holds it all the same', () => {
    const { ink } = stagesOf(ELL, without('ink'));
    const { left, right } = box(ink);
    expect(ink[0].width).toBeCloseTo((BOX * 0.07) / 0.47, 9);
    expect(right - left + ink[0].width).toBeCloseTo(BOX, 9);
  });

  it('centre: the middle of the box is the middle of the picture, and the centre of mass is elsewhere', () => {
    const { centre, mass } = stagesOf(ELL, without('centre'));
    const { left, right, top, bottom } = box(centre);
    expect((left + right) / 2).toBeCloseTo(14, 9);
    expect((top + bottom) / 2).toBeCloseTo(14, 9);
    expect(Math.abs((mass?.y ?? CENTRE) - CENTRE)).toBeGreaterThan(1);
  });

  it('grey: pixels are black or white', () => {
    const { pixels } = stagesOf(ELL, without('grey'));
    expect(new Set(pixels)).toEqual(new Set([0, 1]));
    const grey = preprocess(ELL);
    pixels.forEach((v, i) => expect(v).toBe(grey[i] >= 0.5 ? 1 : 0));
  });
});

it('the picture of a stage before its aspect fills the box, and without the box is the drawing', () => {
  const { left, right, top, bottom } = box(stagesOf(ELL, ALL_ON).box);
  expect(right - left).toBeCloseTo(bottom - top, 9);
  const off = stagesOf(ELL, SETTINGS[0]);
  expect(off.box).toEqual(off.drawn);
});

it('pens of several widths are inked each by its own, and the darker counts', () => {
  const lines = [
    { points: [4, 14, 24, 14], width: 1 },
    { points: [14, 4, 14, 24], width: 4 },
  ];
  const both = inkOf(lines);
  const [one, other] = lines.map((line) => inkOf([line]));
  both.forEach((v, i) => expect(v).toBe(Math.max(one[i], other[i])));
});

it('a drawing without ink is blank at every stage and setting', () => {
  for (const steps of SETTINGS) {
    const { pixels, mass } = stagesOf([], steps);
    expect(pixels.every((v) => v === 0)).toBe(true);
    expect(mass).toBeUndefined();
  }
});

it('settings are told apart by their places, from none to all', () => {
  expect(SETTINGS).toHaveLength(32);
  SETTINGS.forEach((steps, i) => expect(settingOf(steps)).toBe(i));
  expect(Object.values(SETTINGS[0])).toEqual([false, false, false, false, false]);
  expect(SETTINGS[31]).toEqual(ALL_ON);
  expect(Object.keys(ALL_ON)).toEqual([...STEPS]);
});

import { expect, it } from 'vitest';
import { PlotFrame } from '@/plot/charts/plot-frame.ts';

const margin = { top: 10, right: 20, bottom: 30, left: 40 };
const frame = new PlotFrame(() => ({
  width: 360,
  height: 140,
  xDomain: [-15, 15],
  yDomain: [0, 1],
  margin,
}));

it('stands larger values further right and higher up, in pixels from the upper left', () => {
  expect([frame.x(-15), frame.x(0), frame.x(15)]).toEqual([40, 190, 340]);
  expect([frame.y(0), frame.y(1)]).toEqual([110, 10]);
  expect([frame.left, frame.right, frame.top, frame.bottom]).toEqual([40, 340, 10, 110]);
});

it('finds its way back from a place to its value', () => {
  for (const value of [-20, -15, 0, 3.25, 15]) expect(frame.xAt(frame.x(value))).toBeCloseTo(value);
  expect(frame.yAt(frame.y(0.3))).toBeCloseTo(0.3);
});

it('draws a line to a tenth of a pixel, and none through no points', () => {
  const line = frame.path([
    [0, 0],
    [1, 0.333],
  ]);
  expect(line).toBe('M190 110l10 -33.3');
  expect(frame.path([])).toBe('');
});

it('breaks a line off where a number is missing, and goes on after it', () => {
  const line = frame.path([
    [0, 0],
    [1, NaN],
    [Infinity, 1],
    [2, 1],
    [3, 1],
  ]);
  expect(line).toBe('M190 110M210 10l10 0');
});

it('has as many round numbers as there is room for', () => {
  expect(frame.ticks('x')).toEqual([-10, 0, 10]);
  expect(frame.ticks('y')).toEqual([0, 0.5, 1]);
});

it('has two round numbers at least, since one alone measures nothing', () => {
  const low = new PlotFrame(() => ({
    width: 360,
    height: 140,
    xDomain: [0, 1],
    yDomain: [-3, 2],
    margin,
  }));
  expect(low.ticks('y')).toEqual([-2, 0, 2]);
});

it('stays finite where it has no width', () => {
  const none = new PlotFrame(() => ({
    width: 60,
    height: 40,
    xDomain: [0, 1],
    yDomain: [2, 2],
    margin,
  }));
  expect(none.xAt(50)).toBe(0.5);
  expect(none.y(2)).toBe(10);
});

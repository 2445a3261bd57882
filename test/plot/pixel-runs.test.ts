import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pixelRuns } from '../../src/plot/pixels/pixel-runs.ts';
import { cellsOf } from './cells-of.ts';

it('joins neighbours of one value into a run, and leaves out what is 0', () => {
  expect(pixelRuns([0, 1, 1, 0, 0.5, 0], 3)).toEqual([
    { value: 0.5, path: 'M1 1h1v1h-1z' },
    { value: 1, path: 'M1 0h2v1h-2z' },
  ]);
});

it('does not run on from one row into the next', () => {
  expect(pixelRuns([0, 1, 1, 0], 2)).toEqual([{ value: 1, path: 'M1 0h1v1h-1zm-1 1h1v1h-1z' }]);
});

it('covers every pixel once, with its value to a sixteenth', () => {
  const grid = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 35,
    maxLength: 35,
  });
  fc.assert(
    fc.property(grid, (values) => {
      const painted = Array<number>(35).fill(0);
      for (const { value, path } of pixelRuns(values, 5)) {
        for (const [i, times] of cellsOf(path, 5, 35).entries()) painted[i] += times * value;
      }
      for (const [i, value] of values.entries())
        expect(Math.abs(painted[i] - value)).toBeLessThanOrEqual(1 / 32);
    }),
  );
});

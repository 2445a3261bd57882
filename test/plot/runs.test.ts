import { expect, it } from 'vitest';
import { eachRun, RunPath } from '@/plot/runs.ts';
import { cellsOf } from './cells-of.ts';

it('tells every run once, and none goes on into the next row', () => {
  const kinds = [1, 1, 2, 2, 2, 1, 3];
  const told: number[][] = [];
  eachRun(
    kinds.length,
    3,
    (i) => kinds[i],
    (...run) => told.push(run),
  );
  expect(told).toEqual([
    [1, 0, 0, 2],
    [2, 2, 0, 1],
    [2, 0, 1, 2],
    [1, 2, 1, 1],
    [3, 0, 2, 1],
  ]);
});

it('ends where cells have no kind at all', () => {
  const told: number[] = [];
  eachRun(
    2,
    2,
    () => NaN,
    (kind) => told.push(kind),
  );
  expect(told).toEqual([NaN, NaN]);
});

it('leads a path from where the last run left the pen', () => {
  const strokes = new RunPath();
  strokes.add(1, 0, 'h2', 2);
  strokes.add(0, 1, 'h1', 1);
  expect(strokes.text).toBe('M1 0h2m-3 1h1');
  const closed = new RunPath();
  closed.add(1, 0, 'h2v1h-2z', 0);
  closed.add(0, 1, 'h1v1h-1z', 0);
  expect(closed.text).toBe('M1 0h2v1h-2zm-1 1h1v1h-1z');
  expect(cellsOf(strokes.text, 3, 6)).toEqual([0, 1, 1, 1, 0, 0]);
  expect(cellsOf(closed.text, 3, 6)).toEqual([0, 1, 1, 1, 0, 0]);
});

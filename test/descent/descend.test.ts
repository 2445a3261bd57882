import { expect, it } from 'vitest';
import { descend, descendPath, standAt, steepness } from '../../src/descent/descend.ts';
import { bowl, ravine } from '../../src/descent/surfaces.ts';

const start = { x: 2, y: -1 };

it('goes against the gradient, eta times as far as it is steep', () => {
  const from = standAt(bowl, start);
  expect(steepness(from)).toBeCloseTo(Math.sqrt(5), 15);
  expect(descend(bowl, from, 0.25)).toEqual(standAt(bowl, { x: 1.5, y: -0.75 }));
});

it('reaches the bottom of a round bowl in one step at 1 / curvature', () => {
  expect(descend(bowl, standAt(bowl, start), 1)).toMatchObject({ x: 0, y: 0, value: 0 });
});

it.each([1.99, 2.01])('at %s / curvature of the steeper side it rests or runs away', (factor) => {
  const path = descendPath(ravine, { x: 0.6, y: -0.8 }, factor / 4, 2000);
  const last = path[path.length - 1];
  if (factor < 2) expect(last.value).toBeLessThan(1e-6);
  else expect(last.value).toBeGreaterThan(path[0].value);
});

it('ends a path before numbers end', () => {
  const path = descendPath(bowl, start, 1e100, 50);
  expect(path.length).toBeLessThan(10);
  for (const stand of path) expect(Object.values(stand).every(Number.isFinite)).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { curvatures, measureBend } from '../../src/descent/field.ts';
import { surfaces, type SurfaceName } from '../../src/descent/surfaces.ts';
import { createRandom } from '../../src/network/random.ts';

const names = Object.keys(surfaces) as SurfaceName[];

describe.each(names)('the %s', (name) => {
  const surface = surfaces[name];
  const random = createRandom(7);
  const points = Array.from({ length: 1000 }, () => ({
    x: 8 * random.uniform() - 4,
    y: 8 * random.uniform() - 4,
  }));

  it('slopes as central differences of its height say, at 1,000 points', () => {
    const h = 1e-5;
    for (const { x, y } of points) {
      const { dx, dy } = surface.at(x, y);
      const byX = (surface.at(x + h, y).value - surface.at(x - h, y).value) / (2 * h);
      const byY = (surface.at(x, y + h).value - surface.at(x, y - h).value) / (2 * h);
      expect(Math.abs(byX - dx)).toBeLessThan(1e-8);
      expect(Math.abs(byY - dy)).toBeLessThan(1e-8);
    }
  });

  it('bends as central differences of its slopes say', () => {
    for (const point of points) {
      const bend = surface.bendAt(point.x, point.y);
      const measured = measureBend(surface, point, 1e-5);
      for (const key of ['xx', 'xy', 'yy'] as const) {
        expect(Math.abs(measured[key] - bend[key])).toBeLessThan(1e-7);
      }
    }
  });

  it('is never below 0', () => {
    for (const { x, y } of points) expect(surface.at(x, y).value).toBeGreaterThanOrEqual(0);
  });
});

it('knows the curvatures of a bend, the larger first', () => {
  expect(curvatures(surfaces.ravine.bendAt(1, 1)).map((k) => Number(k.toFixed(12)))).toEqual([
    4, 0.16,
  ]);
  expect(curvatures(surfaces.saddle.bendAt(0, 0))).toEqual([1, -1]);
  expect(curvatures(surfaces.saddle.bendAt(2, 0))).toEqual([2, 1]);
});

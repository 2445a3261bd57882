import { beforeAll, describe, expect, it } from 'vitest';
import { openModel } from '../../src/commands/models.ts';
import { readMnist } from '../../src/commands/mnist-files.ts';
import type { Box, Field, Point } from '../../src/descent/field.ts';
import { Filling } from '../../src/descent/filling.ts';
import { measureSlice } from '../../src/descent/measure.ts';
import { measureNodes, Patches } from '../../src/descent/patches.ts';
import { Slice } from '../../src/descent/slice.ts';
import { surfaces, type SurfaceName } from '../../src/descent/surfaces.ts';
import { PIXELS } from '../../src/digits/mnist.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { contourPath, groundPath, grow, MapFrame } from '../../src/plot/surface/contour-paths.ts';
import { CELLS, traceContours } from '../../src/plot/surface/contours.ts';

const BOX: Box = { x: [-3, 3], y: [-3, 3] };
const SIZE = 500;
const POINTS = 1000;

const linesOf = (field: Field, box: Box, cells: number, level: number) =>
  traceContours(field, box, cells, [level]).flatMap(({ lines }) => lines);

/** The cubics of a path, each as its four points in pixels. */
function cubics(path: string): [number, number][][] {
  const all: [number, number][][] = [];
  let at: [number, number] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([Mcl])([^Mclz]*)/g)) {
    const n = numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? [];
    if (command === 'M') at = [n[0], n[1]];
    else if (command === 'l') at = [at[0] + n[0], at[1] + n[1]];
    else {
      const from = at;
      const to = (i: number): [number, number] => [from[0] + n[i], from[1] + n[i + 1]];
      all.push([from, to(0), to(2), to(4)]);
      at = to(4);
    }
  }
  return all;
}

/** The place on the drawn line nearest to a spot: how far away, and which way the line runs there. */
function nearest(all: [number, number][][], spot: Point): { far: number; tx: number; ty: number } {
  let best = { far: Infinity, tx: 0, ty: 0 };
  if (all.length === 0) return best;
  const look = ([a, b, c, d]: [number, number][], t: number): typeof best => {
    const s = 1 - t;
    const at = (i: 0 | 1): number =>
      s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
    const run = (i: 0 | 1): number =>
      3 * (s * s * (b[i] - a[i]) + 2 * s * t * (c[i] - b[i]) + t * t * (d[i] - c[i]));
    return { far: Math.hypot(at(0) - spot.x, at(1) - spot.y), tx: run(0), ty: run(1) };
  };
  for (const cubic of all) {
    let near = { t: 0, ...look(cubic, 0) };
    for (let t = 1 / 32; t <= 1; t += 1 / 32) {
      const found = look(cubic, t);
      if (found.far < near.far) near = { t, ...found };
    }
    if (near.far > best.far + 20) continue;
    for (let step = 1 / 64; step > 1e-7; step /= 2) {
      for (const by of [-step, step]) {
        const t = Math.min(1, Math.max(0, near.t + by));
        const found = look(cubic, t);
        if (found.far < near.far) near = { t, ...found };
      }
    }
    if (near.far < best.far) best = near;
  }
  return best;
}

/**
 * How far from a right angle, in degrees, an arrow from each of 1,000 random points meets the contour drawn through that point, at
 * worst. Passed over are points where the slope is less than a hundredth of the steepest, and those whose contour is too small for the
 * grid to find; `missed` counts the latter.
 */
function worstAngle(map: Field, arrows: Field, box: Box): { angle: number; missed: number } {
  const random = createRandom(11);
  const frame = new MapFrame(box, SIZE);
  const wide = grow(box, 1 / 40);
  const { dxs, dys } = measureNodes(map, box, 41);
  const steepest = Math.max(...dxs.map((dx, i) => Math.hypot(dx, dys[i])));
  let [angle, missed, seen] = [0, 0, 0];
  while (seen < POINTS && missed < POINTS) {
    const point = { x: random.between(...box.x), y: random.between(...box.y) };
    const { dx, dy } = arrows.at(point.x, point.y);
    if (Math.hypot(dx, dy) < 0.01 * steepest) continue;
    const level = map.at(point.x, point.y).value;
    const lines = cubics(contourPath(linesOf(map, wide, CELLS, level), frame));
    const line = nearest(lines, { x: frame.x(point.x), y: frame.y(point.y) });
    if (line.far > 0.3) {
      missed++;
      continue;
    }
    // As it is drawn: downhill, the page's y downwards.
    const [ax, ay] = [-dx, dy];
    const long = Math.hypot(ax, ay) * Math.hypot(line.tx, line.ty);
    const askew = Math.abs(ax * line.tx + ay * line.ty) / long;
    angle = Math.max(angle, (Math.asin(Math.min(1, askew)) * 180) / Math.PI);
    seen++;
  }
  return { angle, missed };
}

describe('the arrow meets the contour at right angles, both as drawn, in pixels, within 1 degree', () => {
  it.each(Object.keys(surfaces) as SurfaceName[])('on the %s', (name) => {
    const { angle, missed } = worstAngle(surfaces[name], surfaces[name], BOX);
    expect(angle).toBeLessThan(1);
    expect(missed).toBeLessThan(0.01 * POINTS);
  });

  describe('on the slice of the digit cost', () => {
    const box: Box = { x: [-15, 57.8], y: [-30, 42.8] };
    const filling = new Filling(box);
    let slice: Slice;

    beforeAll(() => {
      const { inputs, labels, full } = readMnist('test');
      const count = 500;
      measureSlice(
        {
          networks: [
            openModel('explainer'),
            openModel('explainer-b'),
            createNetwork([784, 16, 16, 10], 'scaled', createRandom(1)),
          ],
          pixels: Float64Array.from(inputs.subarray(0, count * PIXELS), (v) => v / full),
          labels: Uint8Array.from(labels.subarray(0, count)),
          box,
          from: 0,
        },
        () => 0,
        (report) => {
          if (report.kind === 'parts') slice = new Slice(report.parts);
          else if (report.kind === 'nodes') filling.take(report.slopes);
        },
      );
    }, 60_000);

    it('where the arrow is the true gradient in the plane, and the contour that of the measured grid', () => {
      const patches = filling.patches();
      if (patches === null) throw new Error('The grid is not filled.');
      const { angle, missed } = worstAngle(patches, slice, box);
      expect(angle).toBeLessThan(1);
      expect(missed).toBeLessThan(0.01 * POINTS);
    }, 60_000);
  });
});

it('draws a circle as a few long cubics', () => {
  const [circle, ...others] = linesOf(surfaces.bowl, BOX, 40, 2);
  expect(others).toEqual([]);
  expect(circle.isClosed).toBe(true);
  expect(circle.spots.length).toBeLessThan(20);
  for (const { x, y } of circle.spots) expect(Math.hypot(x, y)).toBeCloseTo(2, 9);
});

it('keeps two valleys apart below a pass, and joins them above it', () => {
  const below = linesOf(surfaces.saddle, BOX, 40, 0.9);
  const above = linesOf(surfaces.saddle, BOX, 40, 1.1);
  expect(below.filter(({ isClosed }) => isClosed)).toHaveLength(2);
  expect(above.filter(({ isClosed }) => isClosed)).toHaveLength(1);
});

describe('the ground above a level', () => {
  const frame = new MapFrame(BOX, SIZE);
  const area = (path: string): number => {
    let [sum, x, y, x0, y0] = [0, 0, 0, 0, 0];
    const to = (nx: number, ny: number): void => {
      sum += x * ny - nx * y;
      [x, y] = [nx, ny];
    };
    for (const [, command, numbers] of path.matchAll(/([Mclz])([^Mclz]*)/g)) {
      const n = numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? [];
      if (command === 'M') [x, y, x0, y0] = [n[0], n[1], n[0], n[1]];
      else if (command === 'z') to(x0, y0);
      else if (command === 'l') to(x + n[0], y + n[1]);
      else {
        const p = [x, y, x + n[0], y + n[1], x + n[2], y + n[3], x + n[4], y + n[5]];
        for (let t = 0.01; t < 1.001; t += 0.01) {
          const s = 1 - t;
          const at = (i: number): number =>
            s * s * s * p[i] + 3 * s * s * t * p[i + 2] + 3 * s * t * t * p[i + 4] + t * t * t * p[i + 6]; // prettier-ignore
          to(at(0), at(1));
        }
      }
    }
    return Math.abs(sum / 2) / (SIZE * SIZE);
  };

  it.each([
    ['bowl', 2],
    ['bowl', 6],
    ['ravine', 1],
    ['ravine', 4],
    ['saddle', 1.3],
    ['valleys', 0.9],
    ['valleys', 1.5],
  ] as const)('of the %s above %s covers as much as there is', (name, level) => {
    const field = surfaces[name];
    const [ground] = traceContours(field, BOX, 40, [level]);
    const path = groundPath(ground, frame);
    const { values } = measureNodes(field, BOX, 401);
    const share = values.filter((value) => value >= level).length / values.length;
    expect(area(path)).toBeCloseTo(share, 1.9);
  });

  it('is all of the box below its lowest place, and nothing above its highest', () => {
    const [low, high] = traceContours(surfaces.bowl, BOX, 40, [-1, 1e3]);
    expect(area(groundPath(low, frame))).toBeCloseTo(1, 9);
    expect(groundPath(high, frame)).toBe('');
  });
});

it('runs smoothly through measured nodes', () => {
  const patches = new Patches(measureNodes(surfaces.valleys, BOX, 41));
  const random = createRandom(2);
  for (let n = 0; n < 300; n++) {
    const [x, y] = [random.between(-3, 3), random.between(-3, 3)];
    const [is, should] = [patches.at(x, y), surfaces.valleys.at(x, y)];
    for (const key of ['value', 'dx', 'dy'] as const) {
      expect(Math.abs(is[key] - should[key])).toBeLessThan(0.02);
    }
  }
});

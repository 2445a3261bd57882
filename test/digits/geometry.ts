import fc from 'fast-check';
import type { Drawing, Line, Stroke } from '../../src/digits/strokes.ts';

/** Plane geometry for the tests, worked out another way than in src/digits, and lines to try it on. */

/** How far (x, y) is from a line, which has at least a point. */
export function distance(x: number, y: number, line: Line): number {
  let nearest = Math.hypot(line[0] - x, line[1] - y);
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = line.slice(i - 2, i + 2);
    const length = Math.hypot(bx - ax, by - ay);
    if (length < 1e-15) continue; // its ends say it all
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
    const across = Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
    const beside = along >= 0 && along <= length ? across : Infinity;
    nearest = Math.min(nearest, beside, Math.hypot(bx - x, by - y));
  }
  return nearest;
}

/** How far (x, y) is from the nearest of several lines; Infinity where there is none. */
export function distanceToAny(x: number, y: number, lines: readonly Line[]): number {
  return Math.min(Infinity, ...lines.map((line) => distance(x, y, line)));
}

export function lengthOf(line: Line): number {
  let sum = 0;
  for (let i = 2; i < line.length; i += 2) {
    sum += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
  }
  return sum;
}

/** The same line by more points: each of its segments cut into `count` equal parts. */
export function finer(line: Line, count: number): number[] {
  const points = line.slice(0, 2);
  for (let i = 2; i < line.length; i += 2) {
    for (let n = 1; n <= count; n++) {
      for (const k of [i, i + 1]) points.push(line[k - 2] + (n / count) * (line[k] - line[k - 2]));
    }
  }
  return points;
}

/** The points of a line, one by one. */
export function pointsOf(line: Line): [number, number][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);
}

/**
 * Whether a line of ink touches the rubber's edge and no more, all but exactly: whether it is cut there is then decided by a rounding, and
 * what is left jumps with it.
 */
export function grazes(ink: Stroke, gone: Stroke): boolean {
  const reach = (ink.width + gone.width) / 2;
  return segmentsOf(ink.points).some((segment) =>
    segmentsOf(gone.points).some((core) => {
      const nearest = Math.min(
        ...pointsOf(segment).map(([x, y]) => distance(x, y, core)),
        ...pointsOf(core).map(([x, y]) => distance(x, y, segment)),
      );
      return Math.abs(nearest - reach) < 1e-9;
    }),
  );
}

/** A line's straight stretches; a dot is one. */
function segmentsOf(line: Line): Line[] {
  if (line.length === 2) return [line];
  return pointsOf(line)
    .slice(1)
    .map(([x, y], i) => [line[2 * i], line[2 * i + 1], x, y]);
}

export function pen(points: Line, width = 0.1): Stroke {
  return { points, width, erase: false };
}

export function rubber(points: Line, width = 0.1): Stroke {
  return { points, width, erase: true };
}

/** Every point and width of a drawing, scaled about the pad's upper left corner and then shifted. */
export function moved(drawing: Drawing, scale: number, dx: number, dy: number): Drawing {
  return drawing.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((v, i) => scale * v + (i % 2 === 0 ? dx : dy)),
    width: scale * stroke.width,
  }));
}

/**
 * Coordinates on the pad and a little beside it. Most are spread evenly; some lie on a coarse grid, so that lines meet, double back
 * and run level; a few are any doubles, mostly tiny.
 */
const coordinate = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2000, max: 12000 }).map((n) => n / 10000) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }).map((n) => n / 5) },
  { weight: 1, arbitrary: fc.double({ min: -0.2, max: 1.2, noNaN: true }) },
);

/** A line of one to eight points, some of them twice running. */
export const anyLine: fc.Arbitrary<number[]> = fc
  .array(fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((list) => list.flatMap(([x, y, n]) => (n === 1 ? [x, y, x, y] : [x, y])));

export const anyWidth: fc.Arbitrary<number> = fc.integer({ min: 5, max: 300 }).map((n) => n / 1000);

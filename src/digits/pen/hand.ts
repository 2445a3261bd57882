import type { Random } from '../../network/random.ts';
import { BOX, fit, inkFitted } from '../preprocess.ts';
import { bounds, type Line, transform } from '../strokes.ts';
import { spline } from './spline.ts';

/** How far a hand strays from a form; each is the largest, or the spread, of a random amount. */
export interface Hand {
  /** Standard deviation of each control point's own error, in hundredths of the form's height. */
  readonly shake: number;
  /** Standard deviation of the smooth warp at the form's edge, in hundredths of its height. */
  readonly warp: number;
  /** Tangent of half the angle of rotation, at most. */
  readonly rotation: number;
  /** Sideways lean at most, a share of the height. */
  readonly shear: number;
  /** Wider or narrower by this factor at most, as against the height. */
  readonly aspect: number;
  /** The share of strokes that begin or end in a small hook, where the pen came down or left early. */
  readonly hooks: number;
}

/** Control points of the strokes of one way to write something: x, y, … in hundredths of its height, y down; a point twice is a corner. */
export type Form = readonly Line[];

/** A form as one hand writes it once, as the network sees a drawing. @returns (28, 28) row-major, 0 to 1 */
export function inked(form: Form, hand: Hand, random: Random): Float64Array {
  const careless = 2 * random.uniform(); // some write close to the form, some hardly
  const lines = form.map((points) => {
    const line = spline(shake(points, careless * hand.shake, random));
    if (random.uniform() < hand.hooks) hook(line, random);
    return line;
  });
  return inkFitted(fit(bent(lines, careless, hand, random)), 1);
}

/**
 * Lines that were traced from a picture, written again by a hand: warped, leaned, stretched and turned, as the network sees a drawing.
 * @param lines in pixels of the picture
 * @returns (28, 28) row-major, 0 to 1; all 0 where there are none
 */
export function inkedAgain(lines: readonly Line[], hand: Hand, random: Random): Float64Array {
  const large = transform(lines, 100 / BOX, 0, 0); // MNIST's digits are as high as their box, mostly
  return inkFitted(fit(bent(large, 2 * random.uniform(), hand, random)), 1);
}

/** The lines warped, leaned, stretched and turned; in no special place or size. */
function bent(lines: readonly Line[], careless: number, hand: Hand, random: Random): number[][] {
  const warp = createWarp(lines, careless * hand.warp, random);
  const move = createMap(hand, random);
  return lines.map((line) => {
    const moved: number[] = [];
    for (let i = 0; i < line.length; i += 2) moved.push(...move(...warp(line[i], line[i + 1])));
    return moved;
  });
}

/** Each control point somewhat off; both of a corner alike. */
function shake(points: Line, spread: number, random: Random): number[] {
  const result: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const isCorner = i > 0 && points[i] === points[i - 2] && points[i + 1] === points[i - 1];
    if (isCorner) result.push(result[i - 2], result[i - 1]);
    else {
      result.push(points[i] + spread * random.normal(), points[i + 1] + spread * random.normal());
    }
  }
  return result;
}

/** A short line to anywhere, before the line's first point or behind its last. Mutates. */
function hook(line: number[], random: Random): void {
  const dx = 6 * random.normal();
  const dy = 6 * random.normal();
  if (random.uniform() < 0.5) line.unshift(line[0] + dx, line[1] + dy);
  else line.push(line[line.length - 2] + dx, line[line.length - 1] + dy);
}

/** A smooth map that bends straight lines: a random polynomial of second and third degree, about the middle of the lines' box. */
function createWarp(
  lines: readonly Line[],
  spread: number,
  random: Random,
): (x: number, y: number) => [number, number] {
  const { left, top, right, bottom } = bounds(lines) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const [halfX, halfY] = [Math.max(25, (right - left) / 2), Math.max(25, (bottom - top) / 2)];
  const [x2, xy, y2, x2y, y3, alongX2, alongXy, alongY2, alongXy2, alongX3] = Array.from(
    { length: 10 },
    () => spread * random.normal(),
  );
  return (x, y) => {
    const u = (x - (left + right) / 2) / halfX;
    const v = (y - (top + bottom) / 2) / halfY;
    return [
      x + x2 * u * u + xy * u * v + y2 * v * v + x2y * u * u * v + y3 * v * v * v,
      y +
        alongX2 * u * u +
        alongXy * u * v +
        alongY2 * v * v +
        alongXy2 * u * v * v +
        alongX3 * u * u * u,
    ];
  };
}

/** Aspect, then lean, then rotation; cosine and sine from the tangent of the half angle. */
function createMap(hand: Hand, random: Random): (x: number, y: number) => [number, number] {
  const stretch = random.between(-1, 1) * (hand.aspect - 1);
  const wide = stretch > 0 ? 1 + stretch : 1 / (1 - stretch);
  const lean = random.between(-1, 1) * random.uniform() * hand.shear;
  const t = random.between(-1, 1) * hand.rotation;
  const cosine = (1 - t * t) / (1 + t * t);
  const sine = (2 * t) / (1 + t * t);
  return (x, y) => {
    const leaned = wide * x - lean * y;
    return [cosine * leaned - sine * y, sine * leaned + cosine * y];
  };
}

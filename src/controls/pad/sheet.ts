import type { GivenDigit, Sheet } from '@/digits/sheet.ts';
import type { Drawing, Stroke } from '@/digits/strokes.ts';

export type { GivenDigit, Sheet } from '@/digits/sheet.ts';

/** Carries out the erase strokes of a drawing: ink alone is left. `src/digits` has the one in use. */
export type RubOut = (drawing: Drawing) => Drawing;

export const BLANK: Sheet = { digit: null, strokes: [] };

export function isBlank(sheet: Sheet): boolean {
  return sheet.digit === null && sheet.strokes.length === 0 && sheet.picture === undefined;
}

/** How many points its ink has. */
export function countPoints(sheet: Sheet): number {
  return sheet.strokes.reduce((sum, { points }) => sum + points.length / 2, 0);
}

/** The sheet with more ink on it. Ink on a given digit starts a sheet of its own. */
export function ink(sheet: Sheet, strokes: Drawing): Sheet {
  return { digit: null, strokes: [...sheet.strokes, ...strokes] };
}

/**
 * The sheet after an eraser went over it. It takes whatever ink it touches, and the pixels of a given digit whose centres it covers.
 * @returns the same sheet where there was nothing to take
 */
export function rub(sheet: Sheet, eraser: Stroke, rubOut: RubOut): Sheet {
  if (sheet.digit !== null) return rubDigit(sheet, sheet.digit, eraser);
  const strokes = rubOut([...sheet.strokes, { ...eraser, erase: true }]);
  return sameInk(strokes, sheet.strokes) ? sheet : { digit: null, strokes };
}

function sameInk(some: Drawing, others: Drawing): boolean {
  return (
    some.length === others.length &&
    some.every(({ points }, i) => {
      const before = others[i].points;
      return points.length === before.length && points.every((v, k) => v === before[k]);
    })
  );
}

function rubDigit(sheet: Sheet, digit: GivenDigit, eraser: Stroke): Sheet {
  const side = Math.sqrt(digit.pixels.length);
  const covered = (i: number): boolean => {
    const x = ((i % side) + 0.5) / side;
    const y = (Math.floor(i / side) + 0.5) / side;
    return distance(eraser, x, y) <= eraser.width / 2;
  };
  let changed = false;
  const pixels = digit.pixels.map((value, i) => {
    if (value === 0 || !covered(i)) return value;
    changed = true;
    return 0;
  });
  return changed ? { digit: { ...digit, pixels }, strokes: [] } : sheet;
}

/** How far (x, y) is from the centre line of a stroke, in pad units. */
function distance({ points }: Stroke, x: number, y: number): number {
  let nearest = Math.hypot(points[0] - x, points[1] - y);
  for (let i = 2; i < points.length; i += 2) {
    const [ax, ay] = [points[i - 2], points[i - 1]];
    const [dx, dy] = [points[i] - ax, points[i + 1] - ay];
    const length2 = dx * dx + dy * dy;
    const along = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2;
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(ax + t * dx - x, ay + t * dy - y));
  }
  return nearest;
}

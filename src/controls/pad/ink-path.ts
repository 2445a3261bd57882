import type { Stroke } from '@/digits/strokes.ts';

/** Path data count in thousandths of the pad, which keeps them short. */
export const PATH_UNITS = 1000;

const known = new WeakMap<Stroke, string>();

/**
 * The centre line of a stroke as SVG path data, in thousandths of the pad. Points become the corners of a smooth line through the
 * middles between them, so that neither a slow mouse nor the stairs of a keyboard show; first and last point are kept.
 */
export function inkPath(stroke: Stroke): string {
  let path = known.get(stroke);
  if (path === undefined) {
    path = smooth(stroke.points);
    known.set(stroke, path);
  }
  return path;
}

function smooth(points: readonly number[]): string {
  const at = (i: number): string => `${units(points[2 * i])} ${units(points[2 * i + 1])}`;
  const middle = (i: number): string =>
    `${units((points[2 * i] + points[2 * i + 2]) / 2)} ${units((points[2 * i + 1] + points[2 * i + 3]) / 2)}`;
  const last = points.length / 2 - 1;
  // A dot: browsers give a line without length its round ends only if it is drawn at all.
  if (last === 0) return `M${at(0)}l0 .01`;
  let path = `M${at(0)}L${middle(0)}`;
  for (let i = 1; i < last; i++) path += `Q${at(i)} ${middle(i)}`;
  return `${path}L${at(last)}`;
}

/** To a tenth of a thousandth of the pad: finer than any screen. */
function units(v: number): number {
  return Math.round(v * PATH_UNITS * 10) / 10;
}

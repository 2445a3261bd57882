import type { Stroke } from '@/digits/strokes.ts';

/** Path data count in thousandths of the pad, which keeps them short. */
export const PATH_UNITS = 1000;

const known = new WeakMap<Stroke, string>();

/**
 * The centre line of a stroke as SVG path data, in thousandths of the pad: the same straight lines from point to point that are inked for
 * the network (digits/raster.ts) and that the rubber cuts (digits/eraser.ts). A smoother curve would show other ink than is read.
 */
export function inkPath(stroke: Stroke): string {
  let path = known.get(stroke);
  if (path === undefined) {
    path = straight(stroke.points);
    known.set(stroke, path);
  }
  return path;
}

function straight(points: readonly number[]): string {
  const at = (i: number): string => `${units(points[2 * i])} ${units(points[2 * i + 1])}`;
  // A dot: browsers give a line without length its round ends only if it is drawn at all.
  if (points.length === 2) return `M${at(0)}l0 .01`;
  return `M${Array.from({ length: points.length / 2 }, (_, i) => at(i)).join('L')}`;
}

/** To a tenth of a thousandth of the pad: finer than any screen. */
function units(v: number): number {
  return Math.round(v * PATH_UNITS * 10) / 10;
}

import type { Line } from '@/digits/strokes.ts';

/** A line on the grid of 28 x 28 as SVG path data, to hundredths of a pixel. */
export function gridPath(points: Line): string {
  const at = (i: number): string => `${hundredths(points[i])} ${hundredths(points[i + 1])}`;
  // A dot: browsers give a line without length its round ends only if it is drawn at all.
  if (points.length === 2) return `M${at(0)}l0 .01`;
  return `M${Array.from({ length: points.length / 2 }, (_, i) => at(2 * i)).join('L')}`;
}

const hundredths = (v: number): number => Math.round(v * 100) / 100;

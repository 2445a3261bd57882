/** Marks of the ball's figure as path data, in the pixels of a picture. */
import { line } from 'd3';
import type { Point } from '@/descent/field.ts';
import { type Stand, steepness } from '@/descent/descend.ts';
import type { MapFrame } from '@/plot/surface/contour-paths.ts';

/** Of the ball, in pixels. */
export const RADIUS = 11;
/** The longest arrow, as a part of the map's side. */
const ARROW = 0.2;
/** Half the tangent's length and the side of the right angle, in pixels: they stand clear of the ball. */
const TANGENT = 34;
const CORNER = 17;

/** Pixels, no further off than a browser can draw. */
const inReach = (pixels: number): number => Math.min(1e5, Math.max(-1e5, pixels));
/** A tenth of a pixel is as fine as a mark needs. */
export const near = (pixels: number): string => inReach(pixels).toFixed(1);

export const pair = (frame: MapFrame, { x, y }: Point): string =>
  `${near(frame.x(x))} ${near(frame.y(y))}`;

/** The lines from place to place. */
export function pathOf(places: readonly Point[]): string {
  const draw = line<Point>(
    ({ x }) => inReach(x),
    ({ y }) => inReach(y),
  ).digits(1);
  return draw(places) ?? '';
}
export const wayOn = (frame: MapFrame, way: readonly Point[]): string =>
  pathOf(way.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) })));
/** A line of no length at each place: with round caps, a dot. */
export const dotsOn = (frame: MapFrame, way: readonly Point[]): string =>
  way.map((stand) => `M${pair(frame, stand)}h0`).join('');

/** Arrow, tangent and right angle, in pixels from the ball; null where there is no slope. @param steepest slope on the map */
export function arrowOf(stand: Stand, steepest: number, size: number) {
  const steep = steepness(stand);
  if (!(steep > 0)) return null;
  const [ux, uy] = [-stand.dx / steep, stand.dy / steep];
  const length = RADIUS + 3 + Math.min(1.4, Math.sqrt(steep / steepest)) * ARROW * size;
  const to = (along: number, beside: number): string =>
    `${(along * ux - beside * uy).toFixed(2)} ${(along * uy + beside * ux).toFixed(2)}`;
  return {
    shaft: `M0 0L${to(length, 0)}M${to(length - 8, 6)}L${to(length, 0)}L${to(length - 8, -6)}`,
    tangent: `M${to(0, -TANGENT)}L${to(0, TANGENT)}`,
    corner: `M${to(0, CORNER)}L${to(CORNER, CORNER)}L${to(CORNER, 0)}`,
  };
}

/** Contours in the pixels of a square picture: as paths, as the ground above a level, and where their labels stand. */
import { scaleLinear } from 'd3';
import type { Box, Point } from '@/descent/field.ts';
import { type Contour, cubicHandles, type Edge, type Level } from './contours.ts';
import { RelativePath } from '../charts/relative-path.ts';

/** From the plane to a square picture, the larger y higher up. */
export class MapFrame {
  readonly box: Box;
  /** In CSS pixels. */
  readonly size: number;
  /** Pixels from the left, and from the top. */
  readonly x;
  readonly y;

  /** @param box a square part of the plane, so that right angles stay right */
  constructor(box: Box, size: number) {
    this.box = box;
    this.size = size;
    this.x = scaleLinear(box.x, [0, size]);
    this.y = scaleLinear(box.y, [size, 0]);
  }

  /** The point of the plane at some pixels. */
  at(left: number, top: number): Point {
    return { x: this.x.invert(left), y: this.y.invert(top) };
  }
}

/** The box with some more on all sides, as a part of its own: lines are traced beyond the rim of the picture, so that none that only touches it is missed. */
export function grow({ x, y }: Box, part: number): Box {
  const [dx, dy] = [part * (x[1] - x[0]), part * (y[1] - y[0])];
  return { x: [x[0] - dx, x[1] + dx], y: [y[0] - dy, y[1] + dy] };
}

/** Parts of a pixel: lines in whole hundredths, so that a tangent is drawn as it is, to a fraction of a degree; grounds in tenths. */
const LINE = 100;
const GROUND = 10;

/** Cubics from spot to spot along a contour, and back to the first where it is closed. */
function draw(path: RelativePath, { spots, isClosed }: Contour, frame: MapFrame): void {
  const last = isClosed ? spots.length : spots.length - 1;
  for (let i = 0; i < last; i++) {
    const [from, to] = [spots[i], spots[(i + 1) % spots.length]];
    const h = cubicHandles(from, to);
    path.bezierCurveTo(
      ...[frame.x(from.x + h * from.tx), frame.y(from.y + h * from.ty)],
      ...[frame.x(to.x - h * to.tx), frame.y(to.y - h * to.ty)],
      ...[frame.x(to.x), frame.y(to.y)],
    );
  }
}

/** Contours as the `d` of an SVG path. */
export function contourPath(contours: readonly Contour[], frame: MapFrame): string {
  const path = new RelativePath(LINE);
  for (const contour of contours) {
    path.moveTo(frame.x(contour.spots[0].x), frame.y(contour.spots[0].y));
    draw(path, contour, frame);
    if (contour.isClosed) path.closePath();
  }
  return path.toString();
}

/** The ground above a level, as a closed path: along its contours, and from one to the next along the rim. */
export function groundPath({ edges }: Pick<Level, 'edges'>, frame: MapFrame): string {
  const path = new RelativePath(GROUND);
  for (const edge of edges) {
    edge.forEach((part, i) => {
      const { x, y } = 'spots' in part ? part.spots[0] : part;
      if (i === 0) path.moveTo(frame.x(x), frame.y(y));
      else if (!isOnSide(edge, i)) path.lineTo(frame.x(x), frame.y(y));
      if ('spots' in part) draw(path, part, frame);
    });
    path.closePath();
  }
  return path.toString();
}

/** Whether a spot of the rim lies on one straight side with both its neighbours, so that no line need stop there. */
function isOnSide(edge: Edge, i: number): boolean {
  const [before, spot, after] = [edge[i - 1], edge[i], edge[i + 1]];
  if (!after || 'spots' in before || 'spots' in spot || 'spots' in after) return false;
  return (before.x === spot.x && spot.x === after.x) || (before.y === spot.y && spot.y === after.y);
}

/** A label on a contour. */
export interface LevelLabel {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Where the labels of some contours stand, in pixels: near the line x = `across`, each clear of the others and of the rim.
 * @param taken spots that are to stay free
 */
export function placeLabels(
  contours: readonly Contour[],
  frame: MapFrame,
  across: number,
  taken: readonly Point[] = [],
): LevelLabel[] {
  const [WIDE, HIGH] = [52, 24];
  const labels: LevelLabel[] = [];
  for (const level of new Set(contours.map((contour) => contour.level))) {
    const spots = contours
      .filter((contour) => contour.level === level)
      .flatMap((contour) => contour.spots.map(({ x, y }) => ({ x: frame.x(x), y: frame.y(y) })))
      .filter(({ x, y }) => x > 26 && x < frame.size - 26 && y > 14 && y < frame.size - 34)
      .filter((spot) =>
        [...labels, ...taken].every(
          ({ x, y }) => Math.abs(x - spot.x) > WIDE || Math.abs(y - spot.y) > HIGH,
        ),
      )
      .sort((a, b) => Math.abs(a.x - across) - Math.abs(b.x - across) || a.y - b.y);
    if (spots.length > 0) labels.push({ level, ...spots[0] });
  }
  return labels;
}

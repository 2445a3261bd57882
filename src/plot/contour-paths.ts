/** Contours in the pixels of a square picture: as paths, as the ground above a level, and where their labels stand. */
import type { Box, Point } from '../descent/field.ts';
import { type Contour, type ContourSpot, cubicHandles } from './contours.ts';

/** From the plane to a square picture, the larger y higher up. */
export class MapFrame {
  readonly box: Box;
  /** In CSS pixels. */
  readonly size: number;

  /** @param box a square part of the plane, so that right angles stay right */
  constructor(box: Box, size: number) {
    this.box = box;
    this.size = size;
  }

  /** Pixels to a unit of the plane. */
  get scale(): number {
    return this.size / (this.box.x[1] - this.box.x[0]);
  }
  x(x: number): number {
    return (x - this.box.x[0]) * this.scale;
  }
  y(y: number): number {
    return (this.box.y[1] - y) * this.scale;
  }
  /** The point of the plane at some pixels. */
  at(left: number, top: number): Point {
    return { x: this.box.x[0] + left / this.scale, y: this.box.y[1] - top / this.scale };
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

/** Writes a path from spot to spot, each said from the one before, which packs to half of what places on the page do. */
class Pen {
  readonly #frame: MapFrame;
  readonly #parts: number;
  #path = '';
  #x = 0;
  #y = 0;

  /** @param parts how many parts of a pixel are told apart */
  constructor(frame: MapFrame, parts: number) {
    this.#frame = frame;
    this.#parts = parts;
  }

  get path(): string {
    return this.#path;
  }

  move({ x, y }: Point): void {
    this.#goTo(x, y);
    this.#path += `M${this.#x / this.#parts} ${this.#y / this.#parts}`;
  }

  line({ x, y }: Point): void {
    this.#path += `l${this.#to(x, y)}`;
    this.#goTo(x, y);
  }

  curve(from: ContourSpot, to: ContourSpot): void {
    const h = cubicHandles(from, to);
    const first = this.#to(from.x + h * from.tx, from.y + h * from.ty);
    const second = this.#to(to.x - h * to.tx, to.y - h * to.ty);
    this.#path += `c${first} ${second} ${this.#to(to.x, to.y)}`;
    this.#goTo(to.x, to.y);
  }

  close(): void {
    this.#path += 'z';
  }

  #goTo(x: number, y: number): void {
    this.#x = Math.round(this.#parts * this.#frame.x(x));
    this.#y = Math.round(this.#parts * this.#frame.y(y));
  }

  #to(x: number, y: number): string {
    const right = Math.round(this.#parts * this.#frame.x(x)) - this.#x;
    const down = Math.round(this.#parts * this.#frame.y(y)) - this.#y;
    return `${right / this.#parts} ${down / this.#parts}`;
  }
}

function draw(pen: Pen, { spots, isClosed }: Contour): void {
  for (let i = 1; i < spots.length; i++) pen.curve(spots[i - 1], spots[i]);
  if (isClosed) pen.curve(spots[spots.length - 1], spots[0]);
}

/** Contours as the `d` of an SVG path. */
export function contourPath(contours: readonly Contour[], frame: MapFrame): string {
  const pen = new Pen(frame, LINE);
  for (const contour of contours) {
    pen.move(contour.spots[0]);
    draw(pen, contour);
    if (contour.isClosed) pen.close();
  }
  return pen.path;
}

/** How far round the rim a spot on it lies, counter-clockwise from the lower left corner: 0 to 4. */
function round4({ x: [left, right], y: [bottom, top] }: Box, { x, y }: Point): number {
  const u = (x - left) / (right - left);
  const v = (y - bottom) / (top - bottom);
  const nearest = Math.min(v, 1 - u, 1 - v, u);
  if (nearest === v) return u;
  if (nearest === 1 - u) return 1 + v;
  return nearest === 1 - v ? 3 - u : 4 - v;
}

/**
 * The ground above a level, as a closed path.
 * @param contours all lines of this one level in a box
 * @param box the one they were traced in
 * @param isCornerHigh whether its lower left corner lies above the level
 */
export function groundPath(
  contours: readonly Contour[],
  frame: MapFrame,
  box: Box,
  isCornerHigh: boolean,
): string {
  const corners = [
    { x: box.x[0], y: box.y[0] },
    { x: box.x[1], y: box.y[0] },
    { x: box.x[1], y: box.y[1] },
    { x: box.x[0], y: box.y[1] },
  ];
  const pen = new Pen(frame, GROUND);
  for (const contour of contours) {
    if (!contour.isClosed) continue;
    pen.move(contour.spots[0]);
    draw(pen, contour);
    pen.close();
  }
  const open = contours
    .filter(({ isClosed }) => !isClosed)
    .map((contour) => ({
      contour,
      start: round4(box, contour.spots[0]),
      end: round4(box, contour.spots[contour.spots.length - 1]),
    }));
  if (open.length === 0 && isCornerHigh) {
    pen.move(corners[0]);
    for (const corner of corners.slice(1)) pen.line(corner);
    pen.close();
  }
  // The high ground lies to the left of a line; from its end it goes on along the rim, counter-clockwise, to where the next begins.
  const left = new Set(open);
  for (const first of open) {
    if (!left.has(first)) continue;
    pen.move(first.contour.spots[0]);
    let line = first;
    do {
      left.delete(line);
      draw(pen, line.contour);
      const ahead = ({ start }: { start: number }): number => (start - line.end + 4) % 4;
      const next = [...left, first].reduce((a, b) => (ahead(b) < ahead(a) ? b : a));
      for (let k = Math.floor(line.end) + 1; k < line.end + ahead(next); k++) {
        pen.line(corners[k % 4]);
      }
      if (next !== first) pen.line(next.contour.spots[0]);
      line = next;
    } while (line !== first);
    pen.close();
  }
  return pen.path;
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

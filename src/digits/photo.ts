/**
 * A digit found in a photograph: from grey values to its ink, and from that to a picture as `preprocessPicture` takes it. Long because it
 * is one thought: what is paper, what is ink, which of the ink is the digit.
 *
 * Paper is what a closing leaves (a dilation, then an erosion): it fills whatever is narrower than its window, and so follows shadows, even
 * hard ones, that a mean round each pixel would smear. Whether ink is darker than its ground or lighter is seen from the mean round each
 * pixel (an integral image): ink is the rarer side. What ruled paper has printed on it is found as long straight runs and taken out, but
 * where something thicker crosses it.
 */
import { distances } from './distances.ts';

/** Grey values of a picture. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  /** (height, width) row-major, 0 black to 1 white. */
  readonly values: Float32Array;
}

/** A part of a picture, in whole pixels; right and bottom are the first that do not belong to it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What was found in a photograph. */
export interface FoundInk {
  /** Whether ink is darker than what it lies on. */
  readonly isDark: boolean;
  /** All that was taken for ink, (height, width) row-major, 0 or 1: rules and specks are taken out. */
  readonly ink: Uint8Array;
  /** Round the digit. */
  readonly box: Box;
  /** The digit alone, its line as thick as our pen's: (side, side) row-major, 0 to 1. */
  readonly digit: { readonly side: number; readonly picture: Float64Array };
}

/** Pictures are looked at at this size, in pixels along the longer side. */
export const LOOKED_AT = 480;

/** Wider lines than this share of the longer side are no ink. */
const WINDOW = 1 / 5;
/** Ink takes at least so much of the light that its ground throws back. */
const FAINTEST = 0.09;
/** And this many times as much as the ground differs from itself. */
const ABOVE_NOISE = 6;
/** Ink takes at least this share of what the darkest ink takes. */
const SHARE = 0.42;
/** A digit is at least so high, as a share of the shorter side. */
const LOWEST = 0.07;
/** Of MNIST's digits: how thick a line is, for one of the longer side. */
const LINE = 2.5 / 20;
/** A line thicker than this share of the longer side is a patch. */
const PATCH = 0.34;

/** Finds the digit in a photograph. @returns null where there is none */
export function findInk(photo: Grey): FoundInk | null {
  const { width, height } = photo;
  const soft = blurred(blurred(photo, 1), 1);
  const isDark = isInkDark(soft);
  const { depth, top } = depthOf(soft, isDark);
  if (top === null) return null;
  const ink = Uint8Array.from(depth, (v) => Number(v >= SHARE * top));
  takeRulesOut(ink, width, height);
  const pieces = piecesOf(ink, depth, width, height);
  const chosen = chooseDigit(pieces, width, height);
  if (chosen === null) return null;
  const { labels, parts, box } = chosen;
  const digit = digitOf(labels, new Set(parts), width, box);
  return digit && { isDark, ink, box, digit };
}

/** The mean of each pixel's neighbours, as far as `reach` pixels each way, from an integral image. */
function blurred({ width, height, values }: Grey, reach: number): Grey {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += values[y * width + x];
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  const means = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const [up, down] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum =
        sums[down * (width + 1) + right] -
        sums[up * (width + 1) + right] -
        sums[down * (width + 1) + left] +
        sums[up * (width + 1) + left];
      means[y * width + x] = sum / ((down - up) * (right - left));
    }
  }
  return { width, height, values: means };
}

/** Ink is the rarer side: pixels that differ much from the mean round them are mostly darker, or mostly lighter. */
function isInkDark(soft: Grey): boolean {
  const around = blurred(soft, Math.round(Math.max(soft.width, soft.height) / 10));
  let skew = 0;
  for (let i = 0; i < soft.values.length; i++) {
    const off = soft.values[i] - around.values[i];
    skew += off * off * off;
  }
  return skew <= 0;
}

/**
 * How much of the light ink takes, beyond what the ground itself differs, pixel for pixel.
 * @returns `top` is what the darkest ink takes; null where there is nothing dark enough to be ink
 */
function depthOf(soft: Grey, isDark: boolean): { depth: Float32Array; top: number | null } {
  const { width, height, values } = soft;
  const light = isDark ? values : values.map((v) => 1 - v);
  const reach = Math.round((Math.max(width, height) * WINDOW) / 2);
  const ground = extreme(extreme(light, width, height, reach, 1), width, height, reach, -1);
  // On a board light takes darkness away: what counts is the difference, for a dark ground has next to no light to take.
  const depth = light.map((v, i) =>
    isDark ? 1 - v / Math.max(0.05, ground[i]) : Math.max(0, ground[i] - v),
  );
  const sorted = depth.filter((_, i) => i % 3 === 0).sort();
  const usual = sorted[sorted.length >> 1];
  const noise = sorted[Math.floor(0.75 * sorted.length)] - usual;
  const top = sorted[Math.floor(0.998 * sorted.length)] - usual;
  for (let i = 0; i < depth.length; i++) depth[i] -= usual;
  return { depth, top: top < Math.max(FAINTEST, ABOVE_NOISE * noise) ? null : top };
}

/** The highest (sign 1) or lowest (sign -1) value within `reach` pixels each way: van Herk's way, three comparisons a pixel whatever the reach. */
function extreme(
  values: Float32Array,
  width: number,
  height: number,
  reach: number,
  sign: 1 | -1,
): Float32Array {
  const rows = new Float32Array(values.length);
  for (let y = 0; y < height; y++) extremeOfLine(values, rows, y * width, 1, width, reach, sign);
  const both = new Float32Array(values.length);
  for (let x = 0; x < width; x++) extremeOfLine(rows, both, x, width, height, reach, sign);
  return both;
}

function extremeOfLine(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  count: number,
  reach: number,
  sign: 1 | -1,
): void {
  const size = 2 * reach + 1;
  const length = Math.ceil((count + 2 * reach) / size) * size;
  const line = new Float32Array(length).fill(-Infinity);
  for (let i = 0; i < count; i++) line[i + reach] = sign * from[start + i * step];
  const forth = line.slice();
  const back = line.slice();
  for (let i = 1; i < length; i++) {
    if (i % size !== 0) forth[i] = Math.max(forth[i], forth[i - 1]);
    const j = length - 1 - i;
    if (j % size !== size - 1) back[j] = Math.max(back[j], back[j + 1]);
  }
  for (let i = 0; i < count; i++) {
    to[start + i * step] = sign * Math.max(back[i], forth[i + size - 1]);
  }
}

/** Rules lean at most so much, as a rise a pixel: 12 degrees. */
const LEAN = 0.22;
const LEANS = 45;
/** A straight run that covers at least this share of the picture is a rule. */
const RULED = 0.55;

/** Takes printed lines out of ink, whatever their number: those that run nearly along the rows, and nearly along the columns. Mutates `ink`. */
function takeRulesOut(ink: Uint8Array, width: number, height: number): void {
  const along = rulesIn(ink, width, height, 1, width);
  const down = rulesIn(ink, height, width, width, 1);
  for (const i of [...along, ...down]) ink[i] = 0;
}

/**
 * The ink of lines that run nearly along the first axis: found by counting ink along every line of some leans (Hough's way).
 * @param step from a pixel to the next along the first axis, and `stride` across it
 * @returns indices of ink that no thicker ink crosses
 */
function rulesIn(
  ink: Uint8Array,
  length: number,
  breadth: number,
  step: number,
  stride: number,
): number[] {
  /** A rule is no thicker than this, in pixels. */
  const thick = Math.max(3, Math.round(Math.max(length, breadth) / 70));
  const found: number[] = [];
  const middle = length / 2;
  const at = (x: number, y: number): number => x * step + y * stride;
  /** The ink's places, x and y after each other: there is far less of it than of paper. */
  const places: number[] = [];
  for (let x = 0; x < length; x++) {
    for (let y = 0; y < breadth; y++) if (ink[at(x, y)] === 1) places.push(x, y);
  }
  for (let k = 0; k < LEANS; k++) {
    const lean = LEAN * ((2 * k) / (LEANS - 1) - 1);
    const shifts = Int32Array.from({ length }, (_, x) => Math.round(lean * (x - middle)));
    const counts = new Float64Array(breadth);
    for (let i = 0; i < places.length; i += 2) {
      const across = places[i + 1] - shifts[places[i]];
      if (across >= 0 && across < breadth) counts[across]++;
    }
    /** How much of each line lies on the picture. */
    const wholes = new Float64Array(breadth + 1);
    for (const shift of shifts) {
      wholes[Math.max(0, -shift)]++;
      wholes[Math.min(breadth, breadth - shift)]--;
    }
    for (let across = 1; across < breadth; across++) wholes[across] += wholes[across - 1];
    for (let across = 0; across < breadth; across++) {
      if (wholes[across] < length / 4 || counts[across] < RULED * wholes[across]) continue;
      for (let x = 0; x < length; x++) {
        const y = across + shifts[x];
        if (y < 0 || y >= breadth) continue;
        let up = y;
        let below = y;
        while (up > 0 && ink[at(x, up - 1)] === 1 && y - up <= thick) up--;
        while (below < breadth - 1 && ink[at(x, below + 1)] === 1 && below - y <= thick) below++;
        if (below - up + 1 > thick) continue;
        for (let one = up; one <= below; one++) if (ink[at(x, one)] === 1) found.push(at(x, one));
      }
    }
  }
  return found;
}

/** A connected piece of ink. */
interface Piece {
  readonly label: number;
  readonly box: Box;
  /** Pixels. */
  readonly area: number;
  /** How much light it takes, in all. */
  readonly weight: number;
}

interface Pieces {
  /** For each pixel the label of its piece, from 1; 0 is no ink. */
  readonly labels: Int32Array;
  readonly pieces: readonly Piece[];
}

function piecesOf(ink: Uint8Array, depth: Float32Array, width: number, height: number): Pieces {
  const labels = new Int32Array(ink.length);
  const pieces: Piece[] = [];
  const stack: number[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] === 0 || labels[start] !== 0) continue;
    const label = pieces.length + 1;
    let [left, top, right, bottom, area, weight] = [width, height, 0, 0, 0, 0];
    labels[start] = label;
    stack.push(start);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % width;
      const y = (i - x) / width;
      area++;
      weight += depth[i];
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      // Two pixels each way: where a rule was taken out of a line, the line goes on.
      for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++) {
        for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) {
          const near = v * width + u;
          if (ink[near] === 0 || labels[near] !== 0) continue;
          labels[near] = label;
          stack.push(near);
        }
      }
    }
    pieces.push({ label, box: { left, top, right, bottom }, area, weight });
  }
  return { labels, pieces };
}

/** The piece that is most likely a digit, with what belongs to it. */
function chooseDigit(
  { labels, pieces }: Pieces,
  width: number,
  height: number,
): { labels: Int32Array; parts: number[]; box: Box } | null {
  const shorter = Math.min(width, height);
  const inside = ({ left, top, right, bottom }: Box): boolean =>
    left > 1 && top > 1 && right < width - 1 && bottom < height - 1;
  const plausible = pieces.filter(({ box, area }) => {
    const [across, down] = [box.right - box.left, box.bottom - box.top];
    if (!inside(box) || down < LOWEST * shorter || across > 2 * down || down > 14 * across) {
      return false;
    }
    return across < down / 3 || area < 0.7 * across * down;
  });
  const [best] = plausible.sort((one, other) => worth(other) - worth(one));
  function worth({ box, weight }: Piece): number {
    const x = (box.left + box.right) / width - 1;
    const y = (box.top + box.bottom) / height - 1;
    return weight * (1.5 - 0.5 * (x * x + y * y));
  }
  if (!plausible.length) return null;
  const parts = [best.label];
  let { box } = best;
  for (const piece of pieces) {
    if (piece === best || !inside(piece.box) || piece.area < 0.03 * best.area) continue;
    const reach = 0.12 * (best.box.bottom - best.box.top);
    const { left, right, top, bottom } = piece.box;
    const overlap = Math.min(right, best.box.right) - Math.max(left, best.box.left);
    const isNear =
      overlap > -reach / 2 &&
      top < best.box.bottom + reach &&
      bottom > best.box.top - reach &&
      overlap > 0.4 * Math.min(right - left, best.box.right - best.box.left) - reach;
    if (!isNear) continue;
    parts.push(piece.label);
    box = {
      left: Math.min(box.left, left),
      right: Math.max(box.right, right),
      top: Math.min(box.top, top),
      bottom: Math.max(box.bottom, bottom),
    };
  }
  return { labels, parts, box };
}

/** Cuts the digit out, as thick as our pen writes. @returns null where it has no line to speak of: a patch is no digit */
function digitOf(
  labels: Int32Array,
  parts: ReadonlySet<number>,
  width: number,
  box: Box,
): FoundInk['digit'] | null {
  const longer = Math.max(box.right - box.left, box.bottom - box.top);
  const margin = Math.ceil(LINE * longer);
  const side = longer + 2 * margin;
  const mask = new Uint8Array(side * side);
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      if (!parts.has(labels[y * width + x])) continue;
      mask[(y - box.top + margin) * side + x - box.left + margin] = 1;
    }
  }
  const outside = distances(mask, side, side);
  const inside = distances(
    mask.map((v) => 1 - v),
    side,
    side,
  );
  let sum = 0;
  let area = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    area++;
    sum += inside[i];
  }
  // Across a line of thickness t the distance from its edge is t / 4 in the mean.
  const thick = (4 * sum) / area - 1;
  if (thick > PATCH * longer) return null;
  // A thin line is made thicker in full; a thick one is thinned by half, for its ends would go.
  const off = (LINE * longer - thick) / 2;
  const grow = off > 0 ? off : off / 2;
  const soft = longer / 20;
  const picture = Float64Array.from(mask, (_, i) => {
    const beyond = mask[i] === 1 ? 0.5 - inside[i] : outside[i] - 0.5;
    return Math.min(1, Math.max(0, 0.5 + (grow - beyond) / soft));
  });
  return { side, picture };
}

/** A smaller picture: each pixel is the mean of those it stands for. @param most pixels along the longer side */
export function shrunk(photo: Grey, most: number): Grey {
  const scale = Math.max(photo.width, photo.height) / most;
  if (scale <= 1) return photo;
  const width = Math.max(1, Math.round(photo.width / scale));
  const height = Math.max(1, Math.round(photo.height / scale));
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [y, y + 1].map((v) => Math.floor((v * photo.height) / height));
    for (let x = 0; x < width; x++) {
      const [left, right] = [x, x + 1].map((v) => Math.floor((v * photo.width) / width));
      let sum = 0;
      for (let v = top; v < bottom; v++) {
        for (let u = left; u < right; u++) sum += photo.values[v * photo.width + u];
      }
      values[y * width + x] = sum / Math.max(1, (bottom - top) * (right - left));
    }
  }
  return { width, height, values };
}

/** Grey values of pixels that have red, green, blue and opacity, each 0 to 255; what shows through is white paper. */
export function greyOf(rgba: ArrayLike<number>, width: number, height: number): Grey {
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const light = (0.299 * rgba[4 * i] + 0.587 * rgba[4 * i + 1] + 0.114 * rgba[4 * i + 2]) / 255;
    const opacity = rgba[4 * i + 3] / 255;
    values[i] = opacity * light + 1 - opacity;
  }
  return { width, height, values };
}

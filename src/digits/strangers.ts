import type { Random } from '../network/random.ts';
import { type Digits, PIXELS, SIDE, picture } from './mnist.ts';
import { preprocess } from './preprocess.ts';
import type { Line } from './strokes.ts';

/**
 * Pictures that are no digit. A network that has only ever seen digits takes everything for one; shown some of these, with every
 * output wanted at 0, it learns to say nothing.
 */

function ink(lines: readonly Line[]): Float64Array {
  return preprocess(lines.map((points) => ({ points, width: 0.07, erase: false })));
}

/** A picture of one of the digits that `labels` names. */
function someDigit(digits: Digits, labels: readonly number[], random: Random): Float64Array {
  for (;;) {
    const i = random.integer(digits.count);
    if (!labels.includes(digits.labels[i])) continue;
    return picture(digits, i);
  }
}

/** Digits that are none when mirrored: a mirrored 2 might pass for a 5, a 0, 1 or 8 for itself. */
const MIRRORED = [3, 4, 6, 7, 9];
/** Digits that are none when lying on their side. */
const ON_SIDE = [3, 4, 5, 7, 8];

function mirrored(digits: Digits, random: Random): Float64Array {
  const picture = someDigit(digits, MIRRORED, random);
  return picture.map((_, i) => picture[i - (i % SIDE) + SIDE - 1 - (i % SIDE)]);
}

function lying(digits: Digits, random: Random): Float64Array {
  const picture = someDigit(digits, ON_SIDE, random);
  const clockwise = random.uniform() < 0.5;
  return picture.map((_, i) => {
    const row = Math.floor(i / SIDE);
    const column = i % SIDE;
    return clockwise
      ? picture[(SIDE - 1 - column) * SIDE + row]
      : picture[column * SIDE + (SIDE - 1 - row)];
  });
}

/** Two digits side by side, each squeezed to half its width. */
function pair(digits: Digits, random: Random): Float64Array {
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const left = someDigit(digits, all, random);
  const right = someDigit(digits, all, random);
  const gap = random.between(0, 3);
  return new Float64Array(PIXELS).map((_, i) => {
    const row = Math.floor(i / SIDE);
    const column = i % SIDE;
    const half = column < SIDE / 2 ? left : right;
    const c = Math.round(
      column < SIDE / 2 ? 2 * (column + gap) - 2 : 2 * (column - SIDE / 2 - gap) + 2,
    );
    if (c < 0 || c >= SIDE) return 0;
    return c + 1 < SIDE
      ? (half[row * SIDE + c] + half[row * SIDE + c + 1]) / 2
      : half[row * SIDE + c];
  });
}

/** Strokes between random points of a lattice of 3 x 4, shaken, straight or bowed: the stuff of letters and signs. */
function lattice(random: Random): Float64Array {
  const point = (): [number, number] => [
    random.integer(3) / 2 + random.between(-0.08, 0.08),
    random.integer(4) / 3 + random.between(-0.08, 0.08),
  ];
  const lines: number[][] = [];
  const strokes = 3 + random.integer(3);
  for (let s = 0; s < strokes; s++) {
    const [ax, ay] = point();
    const [bx, by] = point();
    lines.push(random.uniform() < 0.5 ? [ax, ay, bx, by] : bow(ax, ay, ...point(), bx, by));
  }
  return ink(lines);
}

/** A parabola from a to c, pulled towards b. */
function bow(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number[] {
  const line: number[] = [];
  for (let i = 0; i <= 8; i++) {
    const t = i / 8;
    const [u, v, w] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    line.push(u * ax + v * bx + w * cx, u * ay + v * by + w * cy);
  }
  return line;
}

/** Parallel lines, most often crossed by others: hatching and grids. */
function hatching(random: Random): Float64Array {
  const lines: Line[] = [];
  const wide = random.between(0.5, 1.5);
  const lean = random.between(-0.3, 0.3);
  const down = 3 + random.integer(3);
  const across = random.integer(5);
  for (let i = 0; i < down; i++)
    lines.push([(wide * i) / (down - 1), 0, (wide * i) / (down - 1) + lean, 1]);
  for (let i = 0; i < across; i++) {
    const y = (i + 0.5) / across + random.between(-0.05, 0.05);
    lines.push([lean * y, y, wide + lean * y, y]);
  }
  return ink(lines);
}

/** A closed polygon of three to five corners round the middle, or a star where every second corner is drawn in. */
function polygon(random: Random): Float64Array {
  const corners = 3 + random.integer(3);
  const star = random.uniform() < 0.4;
  const count = star ? 2 * corners : corners;
  const start = random.between(0, 1);
  const wide = random.between(0.5, 1.5);
  const line: number[] = [];
  for (let i = 0; i <= count; i++) {
    const [x, y] = onCircle((i % count) / count + start / count);
    const radius = (star && i % 2 === 1 ? 0.4 : 1) + random.between(-0.1, 0.1);
    line.push(wide * x * radius, y * radius);
  }
  const lines: Line[] = [line];
  if (random.uniform() < 0.3) lines.push([-wide, 0, wide, 0], [0, -1, 0, 1]);
  return ink(lines);
}

/** The point at a share of a full turn, near enough to the unit circle: made of parabolas, since sine and cosine differ between engines. */
function onCircle(turn: number): [number, number] {
  const wave = (t: number): number => {
    const u = t - Math.floor(t) - 0.5; // -1/2 to 1/2
    return 16 * u * (Math.abs(u) - 0.5);
  };
  return [wave(turn + 0.25), wave(turn)];
}

/** A wandering line: smooth or jagged, short or a dense scrawl. */
function scribble(random: Random): Float64Array {
  const line: number[] = [];
  const points = 30 + random.integer(120);
  const turn = random.between(0.15, 0.7);
  let x = 0;
  let y = 0;
  let vx = random.normal();
  let vy = random.normal();
  for (let i = 0; i < points; i++) {
    line.push(x, y);
    vx += turn * random.normal() - 0.03 * x;
    vy += turn * random.normal() - 0.03 * y;
    const speed = Math.sqrt(vx * vx + vy * vy);
    if (speed > 1) {
      vx /= speed;
      vy /= speed;
    }
    x += vx;
    y += vy;
  }
  return ink([line]);
}

/** Several separate dots or dashes, or a lone level line. */
function marks(random: Random): Float64Array {
  if (random.uniform() < 0.3) {
    return ink([[0, 0, 0.5, random.between(-0.08, 0.08), 1, random.between(-0.2, 0.2)]]);
  }
  const lines: Line[] = [];
  const count = 2 + random.integer(5);
  for (let i = 0; i < count; i++) {
    const x = random.uniform();
    const y = random.uniform();
    lines.push(
      random.uniform() < 0.5
        ? [x, y]
        : [x, y, x + random.between(-0.3, 0.3), y + random.between(-0.3, 0.3)],
    );
  }
  return ink(lines);
}

/**
 * A picture that is no digit, of one of eight kinds.
 * @param digits real digits, the stuff of some kinds
 * @returns (28, 28) row-major, 0 to 1
 */
export function stranger(digits: Digits, random: Random): Float64Array {
  const kind = random.uniform();
  if (kind < 0.1) return mirrored(digits, random);
  if (kind < 0.2) return lying(digits, random);
  if (kind < 0.26) return pair(digits, random);
  if (kind < 0.58) return lattice(random);
  if (kind < 0.74) return polygon(random);
  if (kind < 0.8) return hatching(random);
  if (kind < 0.95) return scribble(random);
  return marks(random);
}

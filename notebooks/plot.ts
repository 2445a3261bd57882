/**
 * Pictures for the notebooks, as SVG: numbers in, something that Jupyter shows out. Put one last in a cell.
 */
import { letters, round } from './lettering.ts';

/** Jupyter's TypeScript kernel asks the last value of a cell for its forms by this name. */
export const DISPLAY: unique symbol = Symbol.for('Jupyter.display');

/** Something to show, in one or more forms by their MIME types. */
export interface Shown {
  readonly [DISPLAY]: () => Readonly<Record<string, string>>;
}

const PAPER = '#f8f7f2';
const INK = '#1b2026';
const QUIET = '#525a62';
const RULE = '#d8d4c7';
const PLATE = '#0d1114';
const PLATE_QUIET = '#a3abb1';
const MARK = '#ffe169';
export const BLUE = '#2160ab';
export const RED = '#ae2e27';

/** @param alt says in words what the picture shows, for those who do not see it */
function picture(width: number, height: number, ground: string, body: string, alt: string): Shown {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escaped(alt)}</title><rect width="${width}" height="${height}" fill="${ground}"/>${body}</svg>`;
  return { [DISPLAY]: () => ({ 'image/svg+xml': svg, 'text/plain': alt }) };
}

/** A picture of 28 x 28. */
export interface Tile {
  /** (28, 28) row-major, 0 background. */
  readonly pixels: ArrayLike<number>;
  /** What stands under it. */
  readonly caption?: string;
  /** Whether the caption is to catch the eye. */
  readonly marked?: boolean;
}

/**
 * Tiles in rows, light on dark, in 16 steps of grey.
 * @param full the number that stands for full ink
 * @param scale pixels of the screen along the side of one pixel of a tile
 */
export function tiles(
  list: readonly Tile[],
  full: number,
  alt: string,
  { columns = 10, scale = 2 } = {},
): Shown {
  const side = 28 * scale;
  const gap = 8;
  const line = list.some(({ caption }) => caption) ? 20 : 0;
  const drawn = list.map(({ pixels, caption, marked }, i) => {
    const x = gap + (i % columns) * (side + gap);
    const y = gap + Math.floor(i / columns) * (side + gap + line);
    const ink = `<g transform="translate(${x} ${y}) scale(${scale})" fill="none" shape-rendering="crispEdges">${inked(pixels, full)}</g>`;
    if (!caption) return ink;
    const word = letters(caption, x + side / 2, y + side + 16, 10, 'middle');
    return `${ink}<g color="${marked ? MARK : PLATE_QUIET}">${word}</g>`;
  });
  const rows = Math.ceil(list.length / columns);
  const width = gap + Math.min(columns, list.length) * (side + gap);
  return picture(width, gap + rows * (side + gap + line), PLATE, drawn.join(''), alt);
}

/** Runs of equal grey along the rows, one path for each grey. */
function inked(pixels: ArrayLike<number>, full: number): string {
  const grey = (k: number): number => Math.round((15 * pixels[k]) / full);
  const paths = new Map<number, string>();
  for (let start = 0, end = 0; start < 784; start = end) {
    end = start + 1;
    while (end % 28 > 0 && grey(end) === grey(start)) end++;
    const run = `M${start % 28} ${Math.floor(start / 28)}.5h${end - start}`;
    paths.set(grey(start), (paths.get(grey(start)) ?? '') + run);
  }
  paths.delete(0);
  return [...paths]
    .map(([step, d]) => `<path stroke="#${step.toString(16).repeat(3)}" d="${d}"/>`)
    .join('');
}

/** One axis: its name and the numbers that stand along it. The first and the last are its ends. */
export interface Axis {
  readonly name: string;
  readonly marks: readonly number[];
  readonly format?: (v: number) => string;
}

export interface Curve {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Heights at which names do not run into each other: each stands a line below the next higher one, where its own would be nearer. */
function apart(heights: readonly number[], line = 14): number[] {
  const order = heights.map((_, i) => i).sort((one, other) => heights[one] - heights[other]);
  const moved = [...heights];
  order.slice(1).forEach((i, above) => {
    moved[i] = Math.max(moved[i], moved[order[above]] + line);
  });
  return moved;
}

/** Curves over two axes. */
export function curves(x: Axis, y: Axis, list: readonly Curve[], alt: string): Shown {
  const [width, height, left, right, top, foot] = [640, 300, 64, 148, 36, 248];
  const along = ({ marks }: Axis, v: number): number =>
    (v - marks[0]) / (marks[marks.length - 1] - marks[0]);
  const toX = (v: number): number => round(left + along(x, v) * (width - right - left));
  const toY = (v: number): number => round(foot - along(y, v) * (foot - top));
  const rules = y.marks.map((v) => {
    const label = letters((y.format ?? String)(v), left - 8, toY(v) + 5, 10, 'end');
    return `<path stroke="${RULE}" d="M${left} ${toY(v)}H${width - right}"/>${label}`;
  });
  const below = x.marks.map((v) =>
    letters((x.format ?? String)(v), toX(v), foot + 18, 10, 'middle'),
  );
  const names = [
    letters(y.name, left, 18, 10),
    letters(x.name, toX(x.marks[x.marks.length - 1]), height - 12, 10, 'end'),
  ];
  const heights = apart(list.map(({ points }) => toY(points[points.length - 1][1])));
  const lines = list.map(({ name, colour, points }, i) => {
    const d = points.map(([px, py]) => `${toX(px)} ${toY(py)}`).join('L');
    const [endX] = points[points.length - 1];
    const label = letters(name, toX(endX) + 8, heights[i] + 5, 10);
    return `<g color="${colour}"><path fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round" d="M${d}"/>${label}</g>`;
  });
  const axes = `<g color="${QUIET}">${[...rules, ...below, ...names].join('')}</g>`;
  return picture(width, height, PAPER, axes + lines.join(''), alt);
}

/** What the network answered (columns) to each digit (rows); the mistakes are shaded, the more the darker. */
export function confusions(counts: ArrayLike<number>, alt: string): Shown {
  const [cellX, cellY, left, top] = [54, 30, 64, 58];
  const wrong = (i: number): boolean => i % 11 !== 0;
  const most = Math.max(1, ...Array.from(counts).filter((_, i) => wrong(i)));
  const heads = Array.from({ length: 10 }, (_, i) => {
    const across = letters(String(i), left + (i + 0.5) * cellX, top - 10, 11, 'middle');
    return across + letters(String(i), left - 14, top + i * cellY + 21, 11, 'end');
  });
  const cells = Array.from(counts, (n, i) => {
    if (n === 0) return '';
    const x = left + (i % 10) * cellX;
    const y = top + Math.floor(i / 10) * cellY;
    const shade = wrong(i) ? round((0.75 * n) / most) : 0;
    const ground = `<rect x="${x}" y="${y}" width="${cellX - 2}" height="${cellY - 2}" fill="${RED}" fill-opacity="${shade}"/>`;
    const number = letters(String(n), x + cellX / 2 - 1, y + 19, 10, 'middle');
    return `${shade > 0 ? ground : ''}<g color="${shade > 0.55 ? PAPER : INK}">${number}</g>`;
  });
  const names = letters('answer', left, 18, 10) + letters('digit', left - 14, top - 10, 10, 'end');
  const quiet = `<g color="${QUIET}">${heads.join('')}${names}</g>`;
  return picture(left + 10 * cellX + 14, top + 10 * cellY + 14, PAPER, quiet + cells.join(''), alt);
}

/** A table: numbers to the right, words to the left. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Shown {
  const cell = (tag: string, v: string | number): string =>
    `<${tag}>${escaped(String(v))}</${tag}>`;
  const row = (tag: string, list: readonly (string | number)[]): string =>
    `<tr>${list.map((v) => cell(tag, v)).join('')}</tr>`;
  const html = `<table><thead>${row('th', head)}</thead><tbody>${rows.map((list) => row('td', list)).join('')}</tbody></table>`;
  const plain = [head, ...rows].map((list) => list.join('\t')).join('\n');
  return { [DISPLAY]: () => ({ 'text/html': html, 'text/plain': plain }) };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

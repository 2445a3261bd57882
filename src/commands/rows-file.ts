import { bounds, type Drawing, type Line, transform } from '../digits/strokes.ts';
import { argmax } from '../network/feedforward.ts';
import type { Network } from '../network/network.ts';
import type { Random } from '../network/random.ts';
import { readDrawing } from '../recogniser/recognise.ts';
import { readSeveral } from '../recogniser/several.ts';
import type { PenDigit } from './strokes-file.ts';

/** How two digits of a row stand to each other. */
export type Spacing = 'gaps' | 'touching' | 'joined';

/** How rows of pen digits are cut and read; shares from 0 to 1. */
export interface RowsResult {
  /** Digits in a row. */
  readonly length: number;
  readonly spacing: Spacing;
  readonly rows: number;
  /** Rows cut into as many pieces as digits, into fewer and into more. */
  readonly cut: number;
  readonly fewer: number;
  readonly more: number;
  /** Rows of which every digit was read as it was meant, and no more. */
  readonly right: number;
  /** What would be right if each digit were read by itself: as well as a perfect cut could do. */
  readonly ceiling: number;
  /** Of the rows with a digit in them, 0 to 9, those that are right; null where no row has it. */
  readonly perDigit: readonly (number | null)[];
  /** What was read otherwise than it was meant: the pairs, or longer rows, of which most were; of equals the lower. */
  readonly missed: readonly Missed[];
}

/** Rows that mean the same. */
export interface Missed {
  /** '57'. */
  readonly meant: string;
  /** What those were taken for that were not read as this, each once. */
  readonly said: readonly string[];
  readonly rows: number;
  readonly wrong: number;
}

/** A row and what was meant by it. */
export interface PenRow {
  readonly labels: readonly number[];
  /** In pad units; the pad for rows is 1 wide and 0.75 high. */
  readonly drawing: Drawing;
  /** The same, digit for digit. */
  readonly digits: readonly Drawing[];
}

/** Gaps as people leave them, in heights of a digit. */
const GAPS = [0.08, 0.4] as const;
/** How much heights differ within a row, and how far digits stand off the line, in heights. */
const VARIED = 0.12;
const OFF = 0.06;
const PEN = 0.05;
/** Pen digits are 1000 along their longer side. */
const UNIT = 1000;
/** As much of the pad's width as a row takes at most, and of its height a digit. */
const [ROOM, TALL] = [0.92, 0.5];

/**
 * A row of one writer's digits on the pad. Touching digits are moved together until their ink meets; joined ones besides are one stroke, the pen
 * not having been lifted from the last point of one to the first of the next.
 */
export function penRow(digits: readonly PenDigit[], spacing: Spacing, random: Random): PenRow {
  const placed: Line[][] = [];
  for (const { strokes } of digits) {
    const scale = random.between(1 - VARIED, 1 + VARIED) / UNIT;
    const box = bounds(strokes) ?? { left: 0, right: 0, top: 0, bottom: 0 };
    const lift = random.between(-OFF, OFF);
    const at = transform(strokes, scale, -scale * box.left, lift - scale * box.bottom);
    const last = placed.at(-1);
    if (last === undefined) {
      placed.push(at);
      continue;
    }
    const right = bounds(placed.flat())?.right ?? 0;
    const gap = random.between(...GAPS);
    placed.push(transform(at, 1, spacing === 'gaps' ? right + gap : touch(last, at, right), 0));
  }
  const box = bounds(placed.flat()) ?? { left: 0, right: 1, top: 0, bottom: 1 };
  const scale = Math.min(ROOM / (box.right - box.left), TALL / (box.bottom - box.top));
  const dx = random.uniform() * (1 - scale * (box.right - box.left)) - scale * box.left;
  const dy = random.uniform() * (0.75 - scale * (box.bottom - box.top)) - scale * box.top;
  const inked = (lines: readonly Line[]): Drawing =>
    transform(lines, scale, dx, dy).map((points) => ({ points, width: PEN, erase: false }));
  return {
    labels: digits.map(({ label }) => label),
    drawing: inked(spacing === 'joined' ? joined(placed) : placed.flat()),
    digits: placed.map(inked),
  };
}

/** How far right a digit goes so that its ink meets that of the digit before; in heights. */
function touch(last: readonly Line[], next: readonly Line[], right: number): number {
  const REACH = 0.06;
  for (let dx = right + 0.2; ; dx -= 0.01) {
    const isMet = last.some((one) =>
      pointsOf(one).some(([x, y]) =>
        next.some((other) => pointsOf(other).some(([u, v]) => near(u + dx - x, v - y, REACH))),
      ),
    );
    // What never meets, as a high dot beside a low one, stands edge to edge.
    if (isMet || dx < right - 0.3) return isMet ? dx : right;
  }
}

function near(dx: number, dy: number, reach: number): boolean {
  return dx * dx + dy * dy <= reach * reach;
}

function pointsOf(line: Line): [number, number][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);
}

/** The last stroke of each digit goes on as the first of the next. */
function joined(placed: readonly Line[][]): Line[] {
  return placed.reduce<Line[]>((lines, digit) => {
    const last = lines.pop();
    return last ? [...lines, [...last, ...digit[0]], ...digit.slice(1)] : [...digit];
  }, []);
}

/** The rows that are measured: as people leave gaps between digits, where ink meets, and where the pen was not lifted. */
export const MEASURED_ROWS: readonly Pick<RowsResult, 'length' | 'spacing'>[] = [
  ...[2, 3, 4, 5].map((length) => ({ length, spacing: 'gaps' as const })),
  { length: 2, spacing: 'touching' },
  { length: 3, spacing: 'touching' },
  { length: 2, spacing: 'joined' },
];

/** Draws rows, each by one writer, has them cut and read, and counts. */
export function evaluateRows(
  network: Network,
  digits: readonly PenDigit[],
  { length, spacing, rows }: Pick<RowsResult, 'length' | 'spacing' | 'rows'>,
  random: Random,
): RowsResult {
  const byWriter = Map.groupBy(digits, ({ writer }) => writer);
  const writers = [...byWriter.values()];
  const drawn = Array.from({ length: rows }, () => {
    const hand = writers[random.integer(writers.length)];
    const chosen = Array.from({ length }, () => hand[random.integer(hand.length)]);
    const row = penRow(chosen, spacing, random);
    return {
      meant: row.labels.join(''),
      said: readSeveral(network, row.drawing)
        .pieces.map(({ reading }) => argmax(reading.scores))
        .join(''),
      alone: row.digits.map((digit) => argmax(readDrawing(network, digit).scores)).join(''),
    };
  });
  const share = (is: (row: ReadRow) => boolean, among: readonly ReadRow[] = drawn): number =>
    among.filter(is).length / among.length;
  const isRight = ({ meant, said }: ReadRow): boolean => said === meant;
  return {
    ...{ length, spacing, rows },
    cut: share(({ said }) => said.length === length),
    fewer: share(({ said }) => said.length < length),
    more: share(({ said }) => said.length > length),
    right: share(isRight),
    ceiling: share(({ meant, alone }) => alone === meant),
    perDigit: Array.from({ length: 10 }, (_, digit) => {
      const having = drawn.filter(({ meant }) => meant.includes(String(digit)));
      return having.length === 0 ? null : share(isRight, having);
    }),
    missed: missedOf(drawn),
  };
}

/** A row's digits, as they were meant and as they were read: cut, and each by itself. */
interface ReadRow {
  readonly meant: string;
  readonly said: string;
  readonly alone: string;
}

function missedOf(rows: readonly ReadRow[]): Missed[] {
  return [...Map.groupBy(rows, ({ meant }) => meant)]
    .map(([meant, same]) => {
      const wrong = same.filter(({ said }) => said !== meant).map(({ said }) => said);
      return { meant, said: [...new Set(wrong)], rows: same.length, wrong: wrong.length };
    })
    .filter(({ wrong }) => wrong > 0)
    .sort((one, other) => other.wrong - one.wrong || one.meant.localeCompare(other.meant, 'en'));
}

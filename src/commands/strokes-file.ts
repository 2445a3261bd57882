import { gunzipSync } from 'node:zlib';
import { bounds, type Drawing, transform } from '../digits/strokes.ts';
import type { Network } from '../network/network.ts';
import type { Random } from '../network/random.ts';
import { argmax } from '../network/feedforward.ts';
import { readDrawing } from '../recogniser/recognise.ts';
import { fromFile } from './command-line.ts';

/** One digit that somebody wrote with a pen. */
export interface PenDigit {
  readonly id: string;
  readonly writer: string;
  /** 0 to 9. */
  readonly label: number;
  /** Each x0, y0, x1, y1, …; the longer side of them all is 1000; y points down. */
  readonly strokes: readonly (readonly number[])[];
}

/** How a pen digit is put on the pad. */
export interface Placement {
  /** Its longer side, in 28ths of the pad's side. */
  readonly size: number;
  /** In the middle of the pad, or anywhere that it fits. */
  readonly place: 'centre' | 'random';
  /** Degrees clockwise. */
  readonly rotation: number;
}

/** How the network does on pen digits. All are shares, 0 to 1, but null where there is nothing to take a share of. */
export interface StrokesResult extends Placement {
  readonly accuracy: number | null;
  /** The mean of the writers' own accuracies, since some wrote many more digits than others. */
  readonly writerMean: number | null;
  readonly perDigit: readonly (number | null)[];
  /** Of the wrong answers, those that the page would not have stood by: not sure, or no digit. */
  readonly flaggedWrong: number | null;
  /** The same of the right answers. */
  readonly flaggedRight: number | null;
}

/** Screen pixels along the side of the pad that the digits are drawn on: points are rounded to them, as a mouse would report them. */
const PAD = 320;

function isPenDigit(value: unknown): value is PenDigit {
  if (typeof value !== 'object' || value === null) return false;
  const { id, writer, label, strokes } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    typeof writer === 'string' &&
    Number.isInteger(label) &&
    Number(label) >= 0 &&
    Number(label) <= 9 &&
    Array.isArray(strokes) &&
    strokes.length > 0 &&
    strokes.every(
      (stroke) =>
        Array.isArray(stroke) &&
        stroke.length >= 2 &&
        stroke.length % 2 === 0 &&
        stroke.every((v) => Number.isFinite(v)),
    )
  );
}

/**
 * Reads a file of pen digits: a JSON array, gzipped or not.
 * @throws Error that says which record is wrong, and what was expected
 */
export function readStrokes(file: string): PenDigit[] {
  return fromFile(file, (bytes) => {
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    let records: unknown;
    try {
      records = JSON.parse(text.toString('utf8'));
    } catch (cause) {
      throw new Error('expected a JSON array of pen digits; this is no JSON.', { cause });
    }
    if (!Array.isArray(records)) throw new Error('expected a JSON array of pen digits.');
    return records.map((record: unknown, i) => {
      if (!isPenDigit(record)) {
        throw new Error(
          `record ${i} is not {id, writer, label 0 to 9, strokes: [[x0, y0, …], …]}.`,
        );
      }
      return record;
    });
  });
}

/**
 * Whether a writer belongs to the half that the recogniser's recipe was chosen on: every second one, by name. What is claimed of
 * the recogniser is measured on the other half.
 */
export function tunedOn(digits: readonly PenDigit[]): (digit: PenDigit) => boolean {
  const writers = [...new Set(digits.map(({ writer }) => writer))].sort();
  const tuned = new Set(writers.filter((_, i) => i % 2 === 0));
  return ({ writer }) => tuned.has(writer);
}

/** A pen digit on the pad, in pad units, each point at a whole screen pixel. */
export function place(digit: PenDigit, placement: Placement, random: Random): Drawing {
  const turn = (placement.rotation * Math.PI) / 180;
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  const scale = placement.size / 28 / 1000;
  const turned = digit.strokes.map((points) =>
    points.map((v, i) =>
      i % 2 === 0
        ? scale * (cosine * v - sine * points[i + 1])
        : scale * (sine * points[i - 1] + cosine * v),
    ),
  );
  const box = bounds(turned) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const share = (): number => (placement.place === 'random' ? random.uniform() : 0.5);
  const dx = share() * (1 - (box.right - box.left)) - box.left;
  const dy = share() * (1 - (box.bottom - box.top)) - box.top;
  return transform(turned, 1, dx, dy).map((points) => ({
    points: points.map((v) => Math.round(v * PAD) / PAD),
    width: 0.07,
    erase: false,
  }));
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Draws every digit on the pad, lets the network read it, and counts. */
export function evaluateStrokes(
  network: Network,
  digits: readonly PenDigit[],
  placement: Placement,
  random: Random,
): StrokesResult {
  const right = { all: 0, flagged: 0, perDigit: new Array<number>(10).fill(0) };
  const wrong = { all: 0, flagged: 0 };
  const total = new Array<number>(10).fill(0);
  const writers = new Map<string, { right: number; all: number }>();
  for (const digit of digits) {
    const { scores, verdict } = readDrawing(network, place(digit, placement, random));
    const hit = argmax(scores) === digit.label;
    const side = hit ? right : wrong;
    side.all += 1;
    if (verdict.kind !== 'digit') side.flagged += 1;
    total[digit.label] += 1;
    if (hit) right.perDigit[digit.label] += 1;
    const writer = writers.get(digit.writer) ?? { right: 0, all: 0 };
    writers.set(digit.writer, { right: writer.right + (hit ? 1 : 0), all: writer.all + 1 });
  }
  const means = [...writers.values()].map((writer) => writer.right / writer.all);
  return {
    ...placement,
    accuracy: share(right.all, digits.length),
    writerMean: share(
      means.reduce((sum, mean) => sum + mean, 0),
      means.length,
    ),
    perDigit: total.map((all, digit) => share(right.perDigit[digit], all)),
    flaggedWrong: share(wrong.flagged, wrong.all),
    flaggedRight: share(right.flagged, right.all),
  };
}

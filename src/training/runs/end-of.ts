/** How a run ended that learned nothing, or unlearned it: which outputs are stuck, and at what. */
import { feedforward } from '../../network/feedforward.ts';
import type { Network } from '../../network/network.ts';
import type { Point } from '../run.ts';
import { epochOf, type RunEnd } from './record.ts';

/** Between which activations an output moved, 0 to 1, over the pictures that it was shown. */
export interface OutputRange {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * How far each output moves from picture to picture.
 * @param pictures (28, 28) row-major, 0 to 1; a hundred digits of all kinds are enough
 * @throws ShapeError when a picture does not fit the network
 */
export function outputRanges(
  network: Network,
  pictures: readonly Float64Array[],
): readonly OutputRange[] {
  const ranges = Array.from({ length: network.sizes.at(-1) ?? 0 }, () => ({
    lowest: 1,
    highest: 0,
  }));
  for (const picture of pictures) {
    const scores = feedforward(network, picture).activations.at(-1) ?? [];
    ranges.forEach((range, j) => {
      range.lowest = Math.min(range.lowest, scores[j]);
      range.highest = Math.max(range.highest, scores[j]);
    });
  }
  return ranges;
}

/** An output that stays this near to 0 or to 1, whatever it is shown, is stuck there. */
export const STUCK = 0.01;

export interface Ending {
  /** Digits whose outputs stay at 0, and at 1, whatever the network is shown. */
  readonly atNought: readonly number[];
  readonly atOne: readonly number[];
  /** The end of its last sound epoch. */
  readonly epoch: number;
  /** Sentences for the reader; empty where there is nothing to say: the run came to its end and no output is stuck. */
  readonly words: string;
}

/**
 * What to say of a run's end. With the quadratic cost ten outputs at 0 cost .5 a digit, for only the one that should be 1 is wrong; with
 * one of the ten at 1 the mean is near .9, for on nine digits in ten a second one is wrong as well.
 * @param run its curve, never empty, and how it ended
 * @param ranges `outputRanges` of its last sound network
 */
export function endOf(
  { points, end }: { readonly points: readonly Point[]; readonly end: RunEnd },
  ranges: readonly OutputRange[],
): Ending {
  const epoch = epochOf({ points });
  const stuck = (isStuck: (range: OutputRange) => boolean): number[] =>
    ranges.flatMap((range, digit) => (isStuck(range) ? [digit] : []));
  const atNought = stuck(({ highest }) => highest < STUCK);
  const atOne = stuck(({ lowest }) => lowest > 1 - STUCK);
  const cost = points.at(-1)?.test.cost ?? 0;
  const said = stuckWords(atNought, atOne, ranges.length, cost);
  return { atNought, atOne, epoch, words: [leftWords(end, epoch), said].filter(Boolean).join(' ') };
}

function leftWords(end: RunEnd, epoch: number): string {
  if (end.kind !== 'failed') return '';
  const since = epoch === 0 ? 'In its first epoch' : `After epoch ${epoch}`;
  return `${since} the run could not go on. ${end.message}`;
}

function stuckWords(
  atNought: readonly number[],
  atOne: readonly number[],
  count: number,
  cost: number,
): string {
  if (atNought.length + atOne.length === 0) return '';
  const mean = `The mean cost is ${cost.toFixed(2)}.`;
  if (atNought.length === count) {
    return `All ${count} outputs are stuck at 0, whatever the digit. ${mean}`;
  }
  if (atOne.length === count)
    return `All ${count} outputs are stuck at 1, whatever the digit. ${mean}`;
  const parts = [
    ...(atOne.length > 0 ? [`${outputs(atOne)} stuck at 1`] : []),
    ...(atNought.length > 0
      ? [
          atNought.length + atOne.length === count && atOne.length > 0
            ? `all others at 0`
            : `${outputs(atNought)} stuck at 0`,
        ]
      : []),
  ];
  const joined = parts.join(' and ');
  return `${joined[0].toUpperCase()}${joined.slice(1)}, whatever the digit. ${mean}`;
}

/** 'output 4 is', 'outputs 3, 5 and 8 are'. */
function outputs(digits: readonly number[]): string {
  if (digits.length === 1) return `output ${digits[0]} is`;
  return `outputs ${digits.slice(0, -1).join(', ')} and ${digits.at(-1) ?? ''} are`;
}

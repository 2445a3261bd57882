/** What the stuck run says. */
import { sigmoid } from '@/network/activation.ts';
import type { StuckRun } from '@/training/recorded/stuck.ts';
import { countedInWords, inWords, manyOf } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';
import { capital } from '@/words/english.ts';
import {
  digitsUntil,
  formatNumber,
  percent,
  roundToDigits,
  significant,
  thousands,
  two,
} from '@/words/numbers.ts';
import { weakerBy } from './output-view.ts';
import type { Pull, StuckDigit } from './stuck-digit.svelte.ts';
import { ALL, countsAt, DIGIT, EPOCHS, TESTED, wakesAfter } from './stuck-record.ts';

/** A slope below this is flat: on either side of some 4.6. */
const FLAT = 0.01;

export const RUN_NAMES: Readonly<Record<StuckRun, string>> = {
  classic: 'Classic',
  scaled: 'Scaled start',
  'cross-entropy': 'Cross-entropy',
};

/** A number above 0 with two digits that count. */
export function small(value: number): string {
  return significant(value, 2).replace('+', '');
}

/** What a run is, as the middle of a sentence has it. */
export function planOf({ setting }: StuckDigit): string {
  const start = setting.start === 'normal' ? 'N(0, 1)' : 'scaled weights';
  return `from ${start}, ${setting.cost} cost`;
}

/** The figure in words. */
export function sentence(figure: StuckDigit): string {
  const { epoch, run, middles } = figure;
  const { own, all } = countsAt(run, epoch);
  const after = epoch === 0 ? 'Before training' : `After ${countedInWords(epoch, 'epoch')}`;
  const read = `${after} it reads ${own === 0 ? 'none' : thousands(own)} of the ${manyOf(TESTED[DIGIT], DIGIT)}, and ${percent(all / ALL)} of all test digits.`;
  const z = middles?.[epoch];
  return z === undefined ? read : `${read} ${middleWords(figure, z)}`;
}

function middleWords({ setting }: StuckDigit, z: number): string {
  const slope = sigmoid.prime(z);
  const at = `The middle ${DIGIT} of the sample has z = ${two(z)}, where the slope is ${small(slope)}`;
  if (setting.cost === 'cross-entropy') {
    return `${at}; but cross-entropy pulls by the miss alone, however flat it is there.`;
  }
  if (slope >= FLAT) return `${at}: steep enough to learn by.`;
  if (z > 0) return `${at}: flat again, but at the right end, where little is left to mend.`;
  const times = thousands(roundToDigits(weakerBy(z), 2));
  return `${at}: the same miss pulls ${times} times more weakly than it would at z = 0.`;
}

/** The question of a run. */
export function question({ run }: StuckDigit): string {
  const more = run === 'classic' ? '' : ' now';
  return `Guess first: how many epochs does it take${more} until one ${DIGIT} in ten is read?`;
}

/** How the guess came out; empty while nothing was guessed. */
export function verdict({ guess, isRight, run }: StuckDigit): string {
  if (guess === null) return '';
  const wakes = wakesAfter(run);
  const took = wakes === 1 ? 'one epoch' : `${wakes} epochs`;
  const then = percent(countsAt(run, wakes).own / TESTED[DIGIT]);
  const most = Math.max(...Array.from({ length: wakes - 1 }, (_, i) => countsAt(run, i + 1).own));
  const course =
    wakes === 1
      ? `${then} of them are read at once.`
      : `until then ${most === 0 ? 'none' : `at most ${inWords(most)}`} of them is read, then ${then}.`;
  return `${isRight ? `Yes, ${took}` : `It takes ${took}`}: ${course}`;
}

/** The digit pointed at, for a listener. */
export function pointedWords({ pointedDigit: { label, index }, pull }: StuckDigit): string {
  if (!pull) return 'Not here yet';
  return `${capital(aDigit(label))}, digit ${index} of the set: z ${two(pull.z)}, slope ${small(pull.slope)}`;
}

/** What a stop of the epoch axis has, for a listener. */
export function epochWords(run: StuckRun, epoch: number): string {
  const { own } = countsAt(run, epoch);
  return `epoch ${epoch} of ${EPOCHS}: ${own} of ${TESTED[DIGIT]} read`;
}

/** The pull worked out, with as many digits as make the product come out as printed; a as near to 1 as the miss says. */
export function pullWorked(
  { a, y, slope, delta }: Pull,
  isQuadratic: boolean,
): Readonly<Record<'a' | 'miss' | 'slope' | 'delta', string>> {
  const shown = { value: delta, digits: 2 };
  const digits = isQuadratic ? digitsUntil(2, (round) => round(a - y) * round(slope), shown) : 2;
  const miss = significant(a - y, digits);
  const places = miss.split('.')[1]?.length ?? 0;
  return {
    a: a > 0.5 ? formatNumber(a, places) : small(a),
    miss,
    slope: significant(slope, digits).replace('+', ''),
    delta: significant(delta, 2),
  };
}

/** By how much one step moves the bias of the output for one digit: −eta/m times delta. */
export function stepWorked(
  delta: number,
  rate: number,
): { readonly delta: string; readonly moved: string } {
  const moved = -rate * delta;
  const digits = digitsUntil(2, (round) => -rate * round(delta), { value: moved, digits: 2 });
  return { delta: significant(delta, digits), moved: significant(moved, 2) };
}

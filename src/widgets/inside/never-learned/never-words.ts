import { countedInWords, inWords } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';
import { capital } from '@/words/english.ts';
import { formatNumber, thousands, two, upTo } from '@/words/numbers.ts';
import { pixelName } from '@/words/pixels.ts';
import { type Corners, type NeverLearnedFigure, RARE, type Says } from './never-learned.svelte.ts';

/** Who minds the ink, and how much. */
export function neverWords(figure: NeverLearnedFigure): string {
  const { never, painted, says, search } = figure;
  if (painted.length === 0) {
    const where = `${inWords(never.length)} of the 784 pixels have ink in none of the ${thousands(figure.record.count)} training digits.`;
    return search === 'nothing'
      ? `No ink on those ${inWords(never.length)} pixels was found that makes ${says[0].name} read anything but ${aDigit(says[0].before.answer)} here.`
      : `${capital(where)} Put ink on some, and see who minds.`;
  }
  const inked = capital(countedInWords(painted.length, 'pixel'));
  const where = `${inked} inked that no training digit uses`;
  return `${where}: ${says.map(mindWords).join('; ')}.`;
}

function mindWords({ name, before, after, still, hasMoved }: Says): string {
  if (after.answer !== before.answer) {
    return `${name} now reads ${aDigit(after.answer)}, at ${two(after.score)}, not ${aDigit(before.answer)}, which it scores ${two(still)}`;
  }
  if (!hasMoved) return `to ${name} nothing has changed, not one score by one bit`;
  const [now, was] = [two(after.score), two(before.score)];
  const moved = now === was ? `at ${now} as before` : `at ${now}, before at ${was}`;
  return `${name} still reads ${aDigit(after.answer)}, ${moved}`;
}

/** Weights whose spread is within a tenth of what it was at the start count as unchanged. */
const SAME = 0.1;

/** What the weights from those pixels are. @param began the spread of all first weights before anything was learned */
export function cornerWords({ areZero, spread }: Corners, began: number): string {
  if (areZero) return 'exactly 0, all of them';
  const isStart = Math.abs(spread / began - 1) < SAME;
  return isStart
    ? `spread ${two(spread)}, the noise it began with`
    : `spread ${upTo(2, spread)}, at the start ${upTo(2, began)}`;
}

/** A pixel of the picture, for a listener and beside the picture. */
export function pixelWords({ record, painted, never }: NeverLearnedFigure, k: number): string {
  const count = record.counts[k];
  const many =
    count === 0
      ? `ink in none of ${thousands(record.count)} digits`
      : `ink in ${thousands(count)} of ${thousands(record.count)} digits, ${share(count / record.count)}`;
  const paint = painted.includes(k) ? ', inked by you' : never.includes(k) ? ', free to ink' : '';
  return `${capital(pixelName(k))}: ${many}${paint}`;
}

function share(part: number): string {
  return part < 0.001 ? 'fewer than one in a thousand' : `${formatNumber(100 * part, 1)}%`;
}

/** What is marked on the picture. */
export function legendWords({ never, rare }: NeverLearnedFigure): string {
  return `Framed: the ${never.length} pixels that never have ink. Dotted: ${rare.length} more with ink in fewer than ${RARE} digits.`;
}

import { inWords } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';
import { two } from '@/words/numbers.ts';
import { pixelName } from '@/words/pixels.ts';
import { type ChangeFigure, type Subject, WHOLE } from './smallest-change.svelte.ts';

/** How a network is called: in the header and in the slot. */
export const NAMES: Readonly<Record<Subject, { header: string; slot: string }>> = {
  explainer: { header: 'explainer network', slot: 'the explainer network' },
  classic: { header: 'classic network', slot: 'the classic network' },
  recogniser: { header: 'recogniser', slot: 'the recogniser' },
};

/** What the change does where the thumb stands, and what noise as long does. */
export function changeWords(figure: ChangeFigure): string {
  const { before, change, changed, noisy, along } = figure;
  if (figure.isSearching) return 'The smallest change is being looked for.';
  if (change === undefined) return 'No change was found that flips it.';
  const length = (change.length * along) / WHOLE;
  if (along === 0)
    return `Unchanged it is read as ${aDigit(before.answer)}, at ${two(before.score)}.`;
  const isFlipped = changed.answer !== before.answer;
  const now = isFlipped
    ? `turns ${aDigit(before.answer)} into ${aDigit(changed.answer)} for the network`
    : `leaves it ${aDigit(before.answer)} for the network`;
  const noise =
    noisy.answer === before.answer
      ? `leaves it ${aDigit(noisy.answer)}, at ${two(noisy.score)}`
      : `makes it ${aDigit(noisy.answer)}, at ${two(noisy.score)}`;
  return `A change of length ${two(length)} ${now}, at ${two(changed.score)}. Noise as long ${noise}.`;
}

/** What single pixels do. */
export function pixelWords(pixels: readonly number[]): string {
  if (pixels.length === 0) return 'No single pixel flips it.';
  const first = pixelName(pixels[0]);
  return pixels.length === 1
    ? `One single pixel flips it when it is toggled: ${first}.`
    : `Each of ${inWords(pixels.length)} single pixels flips it when it is toggled, the first of them ${first}.`;
}

/** How short the change is. */
export function lengthWords({ change, inkLength }: ChangeFigure): string {
  if (change === undefined) return '';
  return `The smallest change found is ${two(change.length)} long, the picture itself ${two(inkLength)}, in pixels of full ink.`;
}

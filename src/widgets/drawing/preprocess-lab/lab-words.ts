import { type Step, STEPS } from '@/digits/steps.ts';
import type { Verdict } from '@/recogniser/verdict.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { aDigit } from '@/words/digits.ts';
import { capital } from '@/words/english.ts';
import { counted, inWords } from '@/words/counts.ts';
import { formatNumber, percent, thousands, two } from '@/words/numbers.ts';
import type { OwnMeasure } from './own-drawings.svelte.ts';
import { DRAWINGS, type Name, type PreprocessLab } from './preprocess-lab.svelte.ts';

/** What a switch is called, and what its step does. */
export const STEP_WORDS: Readonly<
  Record<Step, { readonly name: string; readonly does: string; readonly without: string }>
> = {
  box: { name: 'Box', does: 'fitted to 20 pixels', without: 'left as large as it was drawn' },
  aspect: { name: 'Aspect', does: 'kept, not stretched', without: 'stretched to a square' },
  ink: { name: 'Ink', does: '2.5 pixels, as MNIST’s', without: 'with the pen it was drawn with' },
  centre: {
    name: 'Centre of mass',
    does: 'its mass to 14.5',
    without: 'off its centre of mass',
  },
  grey: { name: 'Grey edges', does: 'each pixel its share', without: 'in black and white' },
};

export const NAMES: Readonly<Record<Name, string>> = {
  recogniser: 'recogniser',
  classic: 'classic',
  own: 'yours',
};

const WHOSE: Readonly<Record<Name, string>> = {
  recogniser: 'the recogniser',
  classic: 'the classic network',
  own: 'your network',
};

/** The answer, large. */
export function headline(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'blank':
      return 'Nothing to read yet.';
    case 'digit':
      return `It reads ${aDigit(verdict.digit)}.`;
    case 'unsure':
      return 'Not sure.';
    case 'no-digit':
      return 'No digit.';
  }
}

/** The answer in one line, for the strip that stays in view. */
export function brief({ verdict, scores }: PreprocessLab['reading']): string {
  if (verdict.kind === 'blank') return 'Nothing to read yet';
  const [best] = bestTwo(scores);
  const says = `${aDigit(best)} at ${two(scores[best])}`;
  if (verdict.kind === 'digit') return capital(says);
  return `${verdict.kind === 'unsure' ? 'Not sure' : 'No digit'}: ${says}`;
}

/** The state in words. @param isOurs whether the drawing is ours, and not the reader's */
export function labWords(lab: PreprocessLab, isOurs: boolean): string {
  const { reading, whole, digit, isAllOn, shares, network } = lab;
  const drawing = isOurs ? 'this drawing' : 'your drawing';
  const parts: string[] = [];
  if (reading.verdict.kind !== 'blank') {
    const off = STEPS.filter((step) => !lab.steps[step]);
    const how =
      off.length === 1
        ? STEP_WORDS[off[0]].without
        : off.length === STEPS.length
          ? 'with none of the five steps'
          : `without ${inWords(off.length)} of the five steps`;
    const now = two(reading.scores[digit]);
    if (isAllOn)
      parts.push(`With all five steps on, ${drawing} scores ${now} as ${aDigit(digit)}.`);
    else {
      parts.push(
        `${capital(how)}, ${drawing} scores ${now} as ${aDigit(digit)}; with all five steps on, ${two(whole.scores[digit])}.`,
      );
      const [best] = bestTwo(reading.scores);
      if (best !== digit)
        parts.push(`${capital(aDigit(best))} now scores more, ${two(reading.scores[best])}.`);
    }
  }
  if (shares === null) parts.push('Your network was not tried on the pen drawings.');
  else {
    const of = `Of ${thousands(DRAWINGS)} real drawings ${WHOSE[network]} reads ${percent(shares.now)} this way`;
    parts.push(
      isAllOn
        ? `${of}, and ${percent(shares.none)} with none of the five.`
        : `${of}, and ${percent(shares.all)} with all five.`,
    );
  }
  return parts.join(' ');
}

/** Below so many drawings, one of them is a point of accuracy or more. */
const MANY = 100;

/** How many of the reader's own drawings are read, as the switches are set and with all five. */
export function ownWords(
  { setting, isAllOn }: Pick<PreprocessLab, 'setting' | 'isAllOn'>,
  { right, drawings }: OwnMeasure,
): string {
  const read = ({ recogniser, classic }: OwnMeasure['right'], at: number): [string, string] => [
    thousands(recogniser[at]),
    thousands(classic[at]),
  ];
  const all = read(right, right.recogniser.length - 1);
  const now = read(right, setting);
  const of = `Of your ${counted(drawings, 'drawing')} the recogniser reads`;
  const said = isAllOn
    ? `${of} ${all[0]} with all five steps on, the classic ${all[1]}.`
    : `${of} ${now[0]} this way and ${all[0]} with all five steps; the classic ${now[1]} and ${all[1]}.`;
  if (drawings >= MANY) return said;
  const points = formatNumber(100 / drawings, drawings > 20 ? 1 : 0);
  return `${said} They are few: each counts ${points} points.`;
}

import { aDigit } from '@/words/digits.ts';
import { capital, listed } from '@/words/english.ts';
import { two } from '@/words/numbers.ts';
import { isAlone, type Says, type Shown, SURE } from './confident-nonsense.svelte.ts';

/** The kinds as the slot names them. */
export const KIND_NAMES: Readonly<Record<Shown, string>> = {
  itself: 'the digit itself',
  noise: 'even noise',
  shuffled: 'its pixels, shuffled',
  inverted: 'its ink and ground exchanged',
  blank: 'a blank page',
  full: 'a page full of ink',
  shape: 'a drawn shape',
  scribble: 'your own scribble',
};

/** The same of many. */
const MANY: Readonly<Record<Shown, string>> = {
  itself: 'digits',
  noise: 'pictures of noise',
  shuffled: 'shuffled digits',
  inverted: 'inverted digits',
  blank: '',
  full: '',
  shape: 'drawn shapes',
  scribble: '',
};

/** What the networks say of the picture, and of many such. */
export function nonsenseWords(kind: Shown, says: readonly Says[], count: number): string {
  const reads = says.map(
    ({ name, top }) => `${name} says ${aDigit(top.answer)}, at ${two(top.score)}`,
  );
  const first = `${capital(listed(reads))}.`;
  if (isAlone(kind)) return first;
  const sure = listed(says.map(({ sure: many }) => String(many)));
  return `${first} Of ${count} ${MANY[kind]} they score ${sure} above ${two(SURE)}.`;
}

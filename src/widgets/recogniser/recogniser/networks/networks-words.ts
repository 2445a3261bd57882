import { inWords } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';
import { capital } from '@/words/english.ts';
import { two } from '@/words/numbers.ts';
import type { Vote } from './vote.ts';

/** Whether all of them score the same digit highest; null where there is nothing to read, or nobody to. */
export function agreed(votes: readonly Vote[]): number | null {
  const [first] = votes;
  const isSame = votes.every(({ best }) => best === first.best);
  return votes.length > 0 && isSame ? first.best : null;
}

/** Which networks lean to which digit, the digit with most of them first; of equals the lower. */
function camps(votes: readonly Vote[]): { readonly digit: number; readonly of: readonly Vote[] }[] {
  const digits = [...new Set(votes.flatMap(({ best }) => best ?? []))];
  return digits
    .map((digit) => ({ digit, of: votes.filter(({ best }) => best === digit) }))
    .sort((one, other) => other.of.length - one.of.length || one.digit - other.digit);
}

function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** 'the classic network and the explainer network', 'your network B'. */
function named(votes: readonly Vote[]): string {
  return list(votes.map(({ key, name }) => (key === 'own' ? name : `the ${name}`)));
}

/** What they say together: whether they agree first. @param wanted what to do where there is nothing to read */
export function committeeWords(votes: readonly Vote[], wanted = 'Draw'): string {
  if (votes.length === 0) return 'The networks are on their way.';
  if (votes[0].scores === null) return `${wanted}, and they will all read it.`;
  const digit = agreed(votes);
  if (digit !== null) {
    const unsure = votes.filter(({ verdict }) => verdict.kind !== 'digit');
    const begin = `They agree: all ${inWords(votes.length)} score ${aDigit(digit)} highest`;
    if (unsure.length === 0) return `${begin}, and none is in doubt.`;
    if (unsure.length === votes.length) return `${begin}, but none is sure of it.`;
    return `${begin}; ${named(unsure)} ${unsure.length === 1 ? 'is' : 'are'} not sure.`;
  }
  const parts = camps(votes).map(
    ({ digit: lean, of }) =>
      `${named(of)} ${of.length === 1 ? 'leans' : 'lean'} to ${aDigit(lean)}`,
  );
  return `They disagree, so that as a committee they are not sure: ${parts.join('; ')}.`;
}

/** The same in a few words, for the row of a closed panel. */
export function gistOf(votes: readonly Vote[]): string {
  const digit = agreed(votes);
  if (digit !== null) return `all ${inWords(votes.length)} score ${aDigit(digit)} highest`;
  const digits = camps(votes).map((camp) => camp.digit);
  return digits.length === 0
    ? 'what others make of it'
    : `they disagree: ${list(digits.map(String))}`;
}

/** What one says, large: '4', '9?' where it is not sure, '–' where there is nothing to read. */
export function answerOf({ best, verdict }: Vote): string {
  if (best === null) return '–';
  return verdict.kind === 'digit' ? String(best) : `${best}?`;
}

/** How highly it scores that: 'at 0.87'. */
export function scoreOf({ best, scores }: Vote): string {
  return best === null || scores === null ? '' : `at ${two(scores[best])}`;
}

/** What a listener hears of one. */
export function voteWords(vote: Vote): string {
  const { name, best, verdict, accuracy } = vote;
  const known = accuracy && `; ${accuracy}`;
  if (best === null) return `${capital(name)}${known}`;
  const doubt = verdict.kind === 'digit' ? '' : ', not sure';
  return `${capital(name)}: ${aDigit(best)} ${scoreOf(vote)}${doubt}${known}`;
}

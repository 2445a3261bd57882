import type { Match } from '@/inside/explained.ts';
import type { Bet } from '@/reader/bet.ts';
import { inWords } from '@/words/counts.ts';
import { percent } from '@/words/numbers.ts';

/** What of the pictures is explained: the lowest and the highest share, '21% to 48%'. */
export function rangeWords(matches: readonly Match[]): string {
  const shares = matches.map(({ share }) => share);
  return `${percent(Math.min(...shares), 0)} to ${percent(Math.max(...shares), 0)}`;
}

/** Whether no picture is half of an edge or of a digit. */
export function areBlotches(edges: readonly Match[], means: readonly Match[]): boolean {
  return [...edges, ...means].every(({ share }) => share < 0.5);
}

/** The verdict, of what was measured. */
export function truthWords(edges: readonly Match[], means: readonly Match[]): string {
  if (!areBlotches(edges, means)) {
    const many = edges.filter(({ share }, j) => share >= 0.5 || means[j].share >= 0.5).length;
    return `Of ${edges.length} pictures, ${inWords(many)} ${many === 1 ? 'is' : 'are'} at least half of an edge or of a digit.`;
  }
  const isThird = means.every(({ share }) => share < 1 / 3);
  return `So neither: none is even half of an edge, or ${isThird ? 'a third' : 'half'} of a digit. Mostly blotches.`;
}

/** How the bet went. @param areBlotches what came out */
export function verdictWords(bet: Bet | null, areBlotches: boolean): string {
  if (bet === null) return '';
  if (bet === 'other') return 'You bet on something else.';
  if (bet === 'blotches') {
    return areBlotches ? 'You bet on blotches, and that is what came out.' : 'You bet on blotches.';
  }
  return bet === 'parts' ? 'You bet on edges, then loops and lines.' : 'You bet on whole digits.';
}

/** What one picture is likest to, and how much of it that explains. */
export function likenessWords(what: 'edge' | 'digit', { pattern, share, reversed }: Match): string {
  const name = what === 'edge' ? 'The best edge' : `The mean ${pattern}`;
  const turned = what === 'digit' && reversed ? ', signs turned,' : '';
  return `${name}${turned} explains ${percent(share, 0)} of it.`;
}

import { FLOOR, LEAD, SURE, type Verdict, bestTwo } from '@/recogniser/verdict.ts';
import { article } from '@/words/digits.ts';
import { placesBeside, placesUntil, roundTo } from '@/words/places.ts';

/** Words with digits between them: the numbers are digits that were read, to be set in bold. */
export type Phrase = readonly (string | number)[];

export function plain(phrase: Phrase): string {
  return phrase.join('');
}

/** Places of a score, where no more are needed to tell it from a limit. */
const PLACES = 2;

/** A score as the page prints it. Not by `words/numbers.ts`: the recogniser comes with the first script of two pages, and d3's formats do not. */
export function score(value: number, places = PLACES): string {
  return value.toFixed(places);
}

/** Places with which two scores read as less than LEAD apart, as they are. */
function placesApart(best: number, next: number): number {
  return placesUntil(
    PLACES,
    (places) => roundTo(roundTo(best, places) - roundTo(next, places), places) < LEAD,
  );
}

/** What stands before a digit that is set apart: 'an ' before 8, else 'a '. */
export function before(digit: number): string {
  return `${article(digit)} `;
}

/** The answer, large. */
export function headline(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'blank':
      return 'Draw a digit.';
    case 'digit':
      return `It reads ${before(verdict.digit)}${verdict.digit}.`;
    case 'unsure':
      return 'Not sure.';
    case 'no-digit':
      return 'This does not look like a digit.';
  }
}

/** Why the answer is what it is, with its numbers. */
export function reason(verdict: Verdict, scores: ArrayLike<number>): Phrase {
  const [best, next] = bestTwo(scores);
  switch (verdict.kind) {
    case 'blank':
      return ['Any from 0 to 9, as large or as small as you like.'];
    case 'digit':
      return [
        'It scores ',
        score(scores[best]),
        '. Next comes ',
        before(next),
        next,
        ', at ',
        score(scores[next]),
        '.',
      ];
    case 'unsure': {
      const isLow = scores[best] < SURE;
      if (isLow && scores[best] - scores[next] >= LEAD) {
        const short = score(scores[best], placesBeside(scores[best], SURE, PLACES));
        return [
          ...['Perhaps ', before(best), best, ', but its ', short],
          ...[` falls short of ${score(SURE)}. Next comes `, before(next), next],
          ...[', at ', score(scores[next]), '.'],
        ];
      }
      const places = isLow
        ? placesBeside(scores[best], SURE, PLACES)
        : placesApart(scores[best], scores[next]);
      return [
        ...['It could be ', before(best), best, ', at ', score(scores[best], places)],
        ...[', or ', before(next), next, ', at ', score(scores[next], places), '. '],
        isLow
          ? `Neither reaches ${score(SURE)}, so the page does not choose.`
          : `They are less than ${score(LEAD)} apart, so the page does not choose.`,
      ];
    }
    case 'no-digit': {
      const low = score(scores[best], placesBeside(scores[best], FLOOR, PLACES));
      return [
        ...['Its best score is ', low, ', for ', before(best), best],
        `. Below ${score(FLOOR)} the page takes it for no digit.`,
      ];
    }
  }
}

/** All of the answer in one line, for small places and for listeners. */
export function brief(verdict: Verdict, scores: ArrayLike<number>): Phrase {
  const [best, next] = bestTwo(scores);
  const candidate = (digit: number): Phrase => [before(digit), digit, ' at ', score(scores[digit])];
  switch (verdict.kind) {
    case 'blank':
      return ['Draw a digit, any from 0 to 9.'];
    case 'digit':
      return [
        'It reads ',
        before(best),
        best,
        ', scoring ',
        score(scores[best]),
        '. Next, ',
        ...candidate(next),
        '.',
      ];
    case 'unsure':
      return ['Not sure: ', ...candidate(best), ', or ', ...candidate(next), '.'];
    case 'no-digit':
      return ['This does not look like a digit. Its best: ', ...candidate(best), '.'];
  }
}

/** The rule that the answers follow. */
export const RULE =
  `It says a digit when that digit scores ${score(SURE)} or more and leads the next by ${score(LEAD)}. ` +
  `With less it is not sure, and names the best two. When no digit reaches ${score(FLOOR)}, it does not take the drawing for a digit at all.`;

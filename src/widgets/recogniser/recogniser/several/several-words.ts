import type { SeveralReading } from '@/recogniser/several.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { counted } from '@/words/counts.ts';
import type { Answer } from '../../recogniser.svelte.ts';
import { before, type Phrase, score } from '../../words.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** Which piece is meant, from the left. @param i from 0 */
export function ordinal(i: number): string {
  return i < ORDINALS.length ? ORDINALS[i] : `number ${i + 1}`;
}

/** What stands below a piece: the digit that it reads, or a question mark where it is not sure of one. */
export function shortAnswer({ reading }: SeveralReading['pieces'][number]): string {
  return reading.verdict.kind === 'digit' ? `${reading.verdict.digit}` : '?';
}

/** What the page says of a row. @param reading null while there is none, though there is ink @param isBlank whether there is no ink */
export function answerTo(reading: SeveralReading | null, isBlank: boolean): Answer {
  if (isBlank) {
    const why: Phrase = ['Side by side, as in a number: it finds where each of them ends.'];
    return { headline: 'Draw a row of digits.', reason: why, brief: ['Draw a row of digits.'] };
  }
  if (reading === null || reading.pieces.length === 0) {
    const why: Phrase = ['It is looking for where each digit ends.'];
    return { headline: 'One moment.', reason: why, brief: why };
  }
  const { pieces } = reading;
  const row = pieces.map(shortAnswer).join(pieces.every((p) => shortAnswer(p) !== '?') ? '' : ' ');
  const lost = pieces.findIndex(({ reading: { verdict } }) => verdict.kind === 'no-digit');
  if (lost >= 0) {
    const why: Phrase = [
      `Read so far: ${row}. The ${ordinal(lost)} piece looks like no digit, so a cut may be wrong. `,
      'Drag a cut, add one, or take one away.',
    ];
    const title = 'Cannot tell where one ends.';
    return { headline: title, reason: why, brief: [title, ' ', ...why] };
  }
  const best = (i: number): number => Math.max(...pieces[i].reading.scores);
  const least = pieces.map((_, i) => i).reduce((low, i) => (best(i) < best(low) ? i : low), 0);
  const { verdict, scores } = pieces[least].reading;
  const [first, next] = bestTwo(scores);
  const many = pieces.length > 1;
  const title = `It reads ${row}.`;
  const why: Phrase =
    verdict.kind === 'unsure'
      ? [
          ...[many ? `Not sure of the ${ordinal(least)}: ` : 'Not sure: ', before(first), first],
          ...[', at ', score(scores[first]), ', or ', before(next), next, ', at '],
          ...[score(scores[next]), '.'],
        ]
      : [
          `${many ? `Cut into ${counted(pieces.length, 'digit')}. It is least sure of the ${ordinal(least)}` : 'One digit'}: `,
          ...[before(first), first, ', at ', score(scores[first]), '.'],
        ];
  return { headline: title, reason: why, brief: [title, ' ', ...why] };
}

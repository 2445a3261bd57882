import type { KeptDrawing } from '@/reader/drawings/kept.ts';
import { counted } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';

/** What stands below a drawing: 'a 4'; '1, read as 7'; '9, not sure'; 'no 9'. Only what was not read rightly has more than its digit. */
export function drawingWords({ label, said }: Pick<KeptDrawing, 'label' | 'said'>): string {
  if (label === null) return said === null ? 'not said' : `not ${aDigit(said)}`;
  if (said === label) return aDigit(label);
  return said === null ? `${label}, not sure` : `${label}, read as ${said}`;
}

/** How it did, and where they are. */
export function countWords(kept: number, right: number, known: number): string {
  if (kept === 0) return 'No drawing is kept yet. Say Yes or No to an answer, and yours is.';
  const where = 'They are kept on this device alone.';
  if (known === 0) return `${counted(kept, 'drawing')} kept. ${where}`;
  const all =
    known === kept ? `your ${counted(kept, 'drawing')}` : `${known} of your ${kept} drawings`;
  if (known === 1 && kept === 1) {
    return `It ${right === 1 ? 'read' : 'did not read'} your one drawing rightly. It is kept on this device alone.`;
  }
  return known === kept
    ? `It read ${right} of ${all} rightly. ${where}`
    : `Of ${all} that you spoke of, it read ${right} rightly. ${where}`;
}

/** What the file leaves out; empty where it leaves out nothing. */
export function leftOutWords(kept: readonly KeptDrawing[]): string {
  const silent = kept.filter(({ label }) => label === null).length;
  if (silent === 0) return '';
  return silent === 1
    ? 'One of which you have not said what it is stays out of the file.'
    : `${silent} of which you have not said what they are stay out of the file.`;
}

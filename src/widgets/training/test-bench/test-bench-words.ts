import { type BenchResult, isHit, type Reading, SURE } from '@/inside/bench/measure.ts';
import { SHOWN } from '@/inside/bench/record.ts';
import { noiseOf, type Share, type Shared } from '@/inside/bench/test-set.ts';
import { hitsIn, meantIn } from '@/inside/bench/confusion.ts';
import { aDigit, article } from '@/words/digits.ts';
import { formatNumber, percent, thousands, two } from '@/words/numbers.ts';

/** The two digits that a cell of the matrix stands for. */
export function digitsOf(cell: number): { readonly label: number; readonly answer: number } {
  return { label: Math.floor(cell / 10), answer: cell % 10 };
}

/** "meant 4, read as 9: 24 of 982". */
export function cellWords(confusion: readonly number[], cell: number): string {
  const { label, answer } = digitsOf(cell);
  return `meant ${label}, read as ${answer}: ${thousands(confusion[cell])} of ${thousands(meantIn(confusion)[label])}`;
}

/** "4s read as 9", "4s read rightly". */
export function cellName(cell: number): string {
  const { label, answer } = digitsOf(cell);
  return isHit(cell) ? `${label}s read rightly` : `${label}s read as ${answer}`;
}

/** "24 of 982, the surest first", "the 30 least sure of 938". */
export function sheetWords(confusion: readonly number[], cell: number): string {
  const { label, answer } = digitsOf(cell);
  const count = confusion[cell];
  if (count === 0) return `No ${label} was read as ${answer}.`;
  const way = isHit(cell) ? 'least sure' : 'surest';
  if (count > SHOWN) return `the ${SHOWN} ${way} of ${thousands(count)}`;
  const all = `${count} of ${thousands(meantIn(confusion)[label])}`;
  return count === 1 ? all : `${all}, the ${way} first`;
}

/** What the matrix comes to. */
export function matrixWords(result: BenchResult, fullest: number): string {
  const { confusion, count, sureMistakes } = result;
  const hits = hitsIn(confusion);
  const mistakes = count - hits;
  const begin = `It read ${thousands(hits)} of ${thousands(count)} rightly.`;
  if (mistakes === 0) return begin;
  const { label, answer } = digitsOf(fullest);
  if (mistakes === 1) return `${begin} It took ${aDigit(label)} for ${aDigit(answer)}.`;
  const sure = `Of its ${thousands(mistakes)} mistakes it was sure, at ${two(SURE)} or more, of ${thousands(sureMistakes)}.`;
  const isAlone =
    confusion.filter((n, cell) => !isHit(cell) && n === confusion[fullest]).length === 1;
  const most = isAlone ? 'The one it makes most often is' : 'One of those it makes most often is';
  return `${begin} ${sure} ${most} to take ${aDigit(label)} for ${aDigit(answer)}.`;
}

/** "Number 707 of the test set: 9 at 0.98, 4 at 0.10." */
export function readingWords({ index, label, answer, top, meant }: Reading): string {
  const scores =
    label === answer
      ? `${answer} at ${two(top)}`
      : `${answer} at ${two(top)}, ${label} at ${two(meant)}`;
  return `Number ${thousands(index)} of the test set: ${scores}.`;
}

/** What the threshold comes to, for a listener and where no curve is seen. */
export function thresholdWords(
  threshold: number,
  count: number,
  { answered, right }: { readonly answered: number; readonly right: number },
): string {
  const below = `Below a score of ${two(threshold / 100)} it says “not sure”.`;
  if (answered === 0) return `${below} It answers none.`;
  const wrong = answered - right;
  const left = wrong === 1 ? 'one wrong one is left' : `${thousands(wrong)} wrong ones are left`;
  return `${below} It answers ${percent(answered / count)}, and of those ${percent(right / answered)} are right; ${left}.`;
}

/** How a share of right answers may be off by luck: '±0.43 points'. */
export function noiseWords({ count, right }: Share): string {
  return `±${formatNumber(100 * noiseOf(right / count, count), 2)} points`;
}

/** The two halves against each other. */
export function halvesWords(result: BenchResult): string {
  const [first, second] = result.halves;
  const all = { count: result.count, right: hitsIn(result.confusion) };
  const noise = `Luck alone moves ${percent(all.right / all.count)} of ${thousands(all.count)} by ${noiseWords(all)}.`;
  const gap =
    first.right < second.right
      ? 'The first half is the harder one.'
      : first.right > second.right
        ? 'The second half is the harder one.'
        : 'It finds both halves as hard.';
  return `${gap} ${noise}`;
}

/** The disputed labels, as a part of the mistakes. */
export function disputedWords(result: BenchResult): string {
  const { disputed, count, confusion } = result;
  const mistakes = count - hitsIn(confusion);
  const wrong = disputed.filter(({ label, answer }) => label !== answer).length;
  if (mistakes === 0) return 'It reads all of them as their labels say.';
  const share = `${wrong} of its ${thousands(mistakes)} mistakes, ${percent(wrong / mistakes)}`;
  return `It goes against ${wrong} of these ${disputed.length} labels: ${share}.`;
}

/** What the two explainer networks get wrong together. */
export function twinWords({ wrong, both, same }: Shared): string {
  const [one, other] = wrong;
  return `Two seeds, the same faults: the explainer misreads ${one} digits, its twin ${other}, and ${both} of them are the same, ${same} with the same wrong answer.`;
}

/** "an 8 that it took for a 3 at 0.98". */
export function tileWords({ index, label, answer, top }: Reading): string {
  const read =
    label === answer ? `read rightly at ${two(top)}` : `read as ${answer} at ${two(top)}`;
  return `${article(label)} ${label}, number ${thousands(index)}, ${read}`;
}

/** A score with two places; with three where it lies below the threshold and two would not show it. */
export function scoreWords(top: number, threshold: number): string {
  const isHidden = top < threshold && Number(two(top)) >= threshold;
  return isHidden ? formatNumber(Math.floor(1000 * top) / 1000, 3) : two(top);
}

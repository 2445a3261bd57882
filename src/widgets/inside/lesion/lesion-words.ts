import { hitsIn, meantIn } from '@/inside/bench/confusion.ts';
import type { HeldAt, Reading } from '@/inside/lesions.ts';
import { inWords } from '@/words/counts.ts';
import { listed } from '@/words/english.ts';
import { roundTo, signed, thousands } from '@/words/numbers.ts';

const TEN = Array.from({ length: 10 }, (_, digit) => digit);

/** 'neuron 2', 'neurons 2 and 5', 'neurons 1, 2 and 5', 'seven neurons'; they come counted from 0. */
export function neuronsName(neurons: readonly number[]): string {
  if (neurons.length === 1) return `neuron ${neurons[0] + 1}`;
  if (neurons.length > 4) return `${inWords(neurons.length)} neurons`;
  return `neurons ${listed(neurons.map((j) => String(j + 1)))}`;
}

/** Points of a hundred that a share comes to, with their sign: '−12.3'. */
export function pointsOf(loss: number): string {
  return signed(-100 * loss, 1);
}

/** What a tile of the strip says to a listener. */
export function tileWords(j: number, loss: number, isOut: boolean): string {
  const points = roundTo(100 * loss, 1);
  const change =
    points === 0
      ? 'without it as many are read'
      : points > 0
        ? `without it ${points.toFixed(1)} points lost`
        : `without it ${(-points).toFixed(1)} points won`;
  return `Neuron ${j + 1}: ${change}${isOut ? ', taken out' : ''}`;
}

/** How a neuron is taken out. */
export const WAY_NAMES: Readonly<Record<HeldAt, string>> = {
  zero: 'held at 0',
  mean: 'held at its mean',
};

/** What the lesion comes to. */
export function lesionWords(
  before: Reading,
  after: Reading | null,
  out: readonly number[],
  at: HeldAt,
  looked: number,
): string {
  const all = before.answer.length;
  const right = hitsIn(before.confusion);
  if (after === null) {
    return `Whole, the network reads ${thousands(right)} of the ${thousands(all)} digits rightly. Take neuron ${looked + 1} out, and see who misses it.`;
  }
  const now = hitsIn(after.confusion);
  const name = neuronsName(out);
  const how = at === 'zero' ? `Without ${name}` : `With ${name} ${meanWords(out)}`;
  const reads =
    now === right
      ? `${how} the network still reads ${thousands(now)} of the ${thousands(all)} digits rightly.`
      : `${how} the network reads ${thousands(now)} of the ${thousands(all)} digits rightly instead of ${thousands(right)}.`;
  return `${reads} ${missedBy(before, after)}`;
}

function meanWords(out: readonly number[]): string {
  return out.length === 1 ? 'held at its mean' : 'held at their means';
}

/** Which digits lose most. */
function missedBy(before: Reading, after: Reading): string {
  const lost = TEN.map((d) => before.confusion[11 * d] - after.confusion[11 * d]);
  const most = Math.max(...lost);
  if (most <= 0) return 'No digit is read worse than before.';
  const worst = TEN.filter((d) => lost[d] === most);
  if (worst.length > 3) return `No digit loses more than ${most} of its own.`;
  if (worst.length > 1) {
    return `${listed(worst.map((d) => `${d}s`))} lose most: ${most} each.`;
  }
  const [d] = worst;
  const [was, is] = [before, after].map(({ confusion }) => confusion[11 * d]);
  return `The ${d}s lose most: it reads ${is} of ${meantIn(before.confusion)[d]} instead of ${was}.`;
}

/** Which answers one digit's went to: the row of the matrix that changed most, in words. */
export function movedWords(moved: Int32Array): string {
  const sizes = TEN.map((d) =>
    TEN.reduce((sum, answer) => sum + Math.abs(moved[10 * d + answer]), 0),
  );
  const most = Math.max(...sizes);
  if (most === 0) return 'No answer has moved.';
  const d = sizes.indexOf(most);
  const gone = TEN.filter((answer) => answer !== d && moved[10 * d + answer] > 0)
    .sort((one, other) => moved[10 * d + other] - moved[10 * d + one])
    .slice(0, 2)
    .map((answer) => `${moved[10 * d + answer]} more as ${answer}`);
  return gone.length === 0
    ? `Of the ${d}s it now reads ${moved[11 * d]} more rightly.`
    : `Of the ${d}s it now reads ${listed(gone)}.`;
}

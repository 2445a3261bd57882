import { hitsIn, meantIn } from '@/inside/bench/confusion.ts';
import type { HeldAt, Summary } from '@/inside/lesions.ts';
import { inWords } from '@/words/counts.ts';
import { listed } from '@/words/english.ts';
import { roundTo, signed, thousands } from '@/words/numbers.ts';
import { lostBy } from './count-all.ts';
import type { Deed } from './deeds.ts';
import type { LesionFigure } from './lesion.svelte.ts';

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

/** What the deed comes to, on so many digits. */
export function lesionWords(figure: LesionFigure): string {
  const { before, done, digits, neuron } = figure;
  const right = hitsIn(before.confusion);
  const of = `of the ${thousands(digits)} digits rightly`;
  if (done === null) {
    return `Whole, the network reads ${thousands(right)} ${of}. Take neuron ${neuron + 1} out, and see who misses it.`;
  }
  const now = hitsIn(done.after.confusion);
  const how = deedWords(done.deed);
  const reads =
    now === right
      ? `${how} the network still reads ${thousands(now)} ${of}.`
      : `${how} the network reads ${thousands(now)} ${of} instead of ${thousands(right)}.`;
  return `${reads} ${missedBy(before, done.after)}`;
}

function deedWords(deed: Deed): string {
  if (deed.kind === 'weights') {
    return deed.cut === 'half'
      ? 'With the smaller half of layer 1’s weights set to 0,'
      : 'With nothing left of layer 1’s weights but their signs,';
  }
  const name = neuronsName(deed.neurons);
  if (deed.at === 'zero') return `Without ${name}`;
  return `With ${name} held at ${deed.neurons.length === 1 ? 'its mean' : 'their means'}`;
}

/** Which digits lose most. */
function missedBy(before: Summary, after: Summary): string {
  const lost = lostBy(before, after);
  const most = Math.max(...lost);
  if (most <= 0) return 'No digit is read worse than before.';
  const worst = TEN.filter((d) => lost[d] === most);
  if (worst.length > 3) return `No digit loses more than ${most} of its own.`;
  if (worst.length > 1) {
    return `${listed(worst.map((d) => `${d}s`))} lose most: ${most} each.`;
  }
  return `The ${worst[0]}s lose most: ${readsOf(before, after, worst[0])}.`;
}

/** 'it reads 98 of 974 instead of 917'. */
function readsOf(before: Summary, after: Summary, d: number): string {
  const [was, is] = [before, after].map(({ confusion }) => confusion[11 * d]);
  return `it reads ${thousands(is)} of ${thousands(meantIn(before.confusion)[d])} instead of ${thousands(was)}`;
}

/** What is asked before a neuron is taken out. */
export function questionWords({ neuron, at }: LesionFigure): string {
  return at === 'zero'
    ? `Without neuron ${neuron + 1}, which digit will it misread most?`
    : `With neuron ${neuron + 1} held at its mean, which digit will it misread most?`;
}

/** How the guess went. Empty before one. */
export function guessWords({ guess, before, alone, neuron }: LesionFigure): string {
  if (guess === null) return '';
  const lost = lostBy(before, alone);
  const most = Math.max(...lost);
  if (most <= 0) return `None: no digit is read worse without neuron ${neuron + 1}.`;
  const worst = lost.indexOf(most);
  if (lost[guess] === most) return `Right: of the ${guess}s ${readsOf(before, alone, guess)}.`;
  const guessed =
    lost[guess] > 0 ? `${lost[guess]} fewer ${guess}s` : `the ${guess}s are read as well`;
  return `No, the ${worst}s: ${most} fewer of them are read, and ${guessed}.`;
}

/** What the other way to take it out comes to. */
export function otherWayWords(figure: LesionFigure): string {
  const { neuron, at } = figure;
  const points = (way: HeldAt): string => pointsOf(figure.lossOf(neuron, way));
  const [now, other] = at === 'zero' ? (['zero', 'mean'] as const) : (['mean', 'zero'] as const);
  return `Neuron ${neuron + 1} alone, ${WAY_NAMES[now]}: ${points(now)} points; ${WAY_NAMES[other]}: ${points(other)}.`;
}

/** What all digits were counted on, or are to be. */
export function countedWords({ hasAll, digits, waiting, trouble }: LesionFigure): string {
  if (trouble) return trouble;
  if (waiting) return waiting;
  return hasAll
    ? `Counted on all ${thousands(digits)} test digits.`
    : `Counted on ${thousands(digits)} of the 10,000 test digits.`;
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

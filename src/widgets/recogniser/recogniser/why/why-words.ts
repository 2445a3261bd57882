import type { Found } from '@/inside/reasons.ts';
import { bestTwo, judge } from '@/recogniser/verdict.ts';
import { aDigit } from '@/words/digits.ts';
import { formatNumber, percent, thousands, two } from '@/words/numbers.ts';
import type { Alike, Why } from './why.svelte.ts';

/** How bright the ink itself shows where it says nothing. */
const GHOST = 0.17;
const SIDE = 28;

/** Both pictures, on one scale: 1 where a pixel says most, for either. */
export interface Pictures {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** @param image the ink, (784), 0 to 1 @param effects above 0 for the first, below 0 for the second */
export function picturesOf(image: ArrayLike<number>, effects: Float64Array): Pictures {
  const most = effects.reduce((max, effect) => Math.max(max, Math.abs(effect)), 0);
  const picture = (sign: number): Float64Array =>
    effects.map((effect, k) => {
      const says = most === 0 ? 0 : Math.max(0, sign * effect) / most;
      const ghost = GHOST * image[k];
      return ghost + (1 - ghost) * says;
    });
  return { first: picture(1), second: picture(-1) };
}

/** How much of what the ink says is said for the first, in whole per cent; null where it says nothing. */
export function shareForFirst(effects: Float64Array): number | null {
  let first = 0;
  let all = 0;
  for (const effect of effects) {
    first += Math.max(0, effect);
    all += Math.abs(effect);
  }
  return all === 0 ? null : Math.round((100 * first) / all);
}

/** The ninths of the box round the ink, row by row. */
const PLACES = [
  ...['the upper left', 'the top', 'the upper right'],
  ...['the left', 'the middle', 'the right'],
  ...['the lower left', 'the foot', 'the lower right'],
];

/** The ninth of the box round the ink in which it says most for one of the two. @param sign 1 for the first, -1 for the second */
export function placeOf(image: ArrayLike<number>, effects: Float64Array, sign: number): string {
  const inked = Array.from({ length: SIDE * SIDE }, (_, k) => k).filter((k) => image[k] > 0);
  const rows = inked.map((k) => Math.floor(k / SIDE));
  const columns = inked.map((k) => k % SIDE);
  const third = (at: number, among: readonly number[]): number => {
    const [low, high] = [Math.min(...among), Math.max(...among)];
    return Math.min(2, Math.floor((3 * (at - low)) / (high - low + 1)));
  };
  const sums = new Float64Array(PLACES.length);
  inked.forEach((k, i) => {
    sums[3 * third(rows[i], rows) + third(columns[i], columns)] += Math.max(0, sign * effects[k]);
  });
  return PLACES[sums.indexOf(Math.max(...sums))];
}

/** What stands below the two pictures. */
export function inkWords(why: Why, effects: Float64Array): readonly [string, string] {
  const share = shareForFirst(effects);
  if (share === null) return ['Its ink says nothing.', 'Its ink says nothing.'];
  const { image } = why.settled;
  const at = (part: number, sign: number): string =>
    part === 0 ? '' : `, most at ${placeOf(image, effects, sign)}`;
  return [
    `${share}% of what its ink says${at(share, 1)}.`,
    `The other ${100 - share}%${at(100 - share, -1)}.`,
  ];
}

/** What is said beside the pictures of weights that have learned nothing. */
export function untaughtWords(agreement: number): string {
  return `Random weights, which have learned nothing: what a picture of this kind owes to the ink alone. The network’s own agrees with it at r = ${two(agreement)}.`;
}

/** What the page answers of a picture, in a few words: 'it reads a 4, at 0.81'. */
export function answerWords(picture: ArrayLike<number>, scores: ArrayLike<number>): string {
  const verdict = judge(picture, scores);
  const [best, next] = bestTwo(scores);
  switch (verdict.kind) {
    case 'blank':
      return 'nothing is left';
    case 'digit':
      return `it reads ${aDigit(best)}, at ${two(scores[best])}`;
    case 'unsure':
      return `it is not sure: ${aDigit(best)} at ${two(scores[best])}, ${aDigit(next)} at ${two(scores[next])}`;
    case 'no-digit':
      return `it takes it for no digit: ${aDigit(best)} at ${two(scores[best])}`;
  }
}

/** What stands below the least disc. */
export function discWords(why: Why, isRubbed: boolean): string {
  const { found, settled } = why;
  if (found === undefined) return 'No disc of up to 12 pixels across changes its answer.';
  const ink = settled.image.reduce((sum, value) => sum + value, 0);
  const what = found.disc.pixels.length === 1 ? 'This speck' : 'This disc';
  const gone = `${what}, ${percent(found.disc.ink / ink)} of the ink.`;
  const then = answerWords(found.picture, found.scores);
  return isRubbed ? `Without it ${then}.` : `${gone} Without it ${then}.`;
}

/** What was looked through: 'of a thousand test digits'. */
export function amongWords({ among, isTraining }: Alike): string {
  if (isTraining) return `of the ${thousands(among)} training digits`;
  return `of ${among === 1000 ? 'a thousand' : `${thousands(among)} other`} test digits`;
}

/** How long the search took; empty where nobody measured it. */
export function timeWords({ milliseconds }: Alike): string {
  return milliseconds === null ? '' : `Looked through in ${formatNumber(milliseconds, 0)} ms.`;
}

/** All of the panel in a sentence, for a listener. */
export function toldWords(why: Why, alike: Alike | null): string {
  const [first, second] = why.aim;
  const [one, other] = inkWords(why, why.effects);
  const labels = alike?.digits.map(({ label }) => label).join(', ');
  const like = alike ? ` Most like it ${amongWords(alike)}: ${labels}.` : '';
  return `Ink for the ${first}: ${one} Ink for the ${second}: ${other} ${discWords(why, false)}${like}`;
}

/** Where the ring of a disc stands, in pixels of the picture. */
export function ringOf({ disc }: Found): {
  readonly x: number;
  readonly y: number;
  readonly r: number;
} {
  return { x: disc.column + 0.5, y: disc.row + 0.5, r: disc.radius + 0.5 };
}

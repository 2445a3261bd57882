import { counted } from '@/words/counts.ts';
import { aDigit } from '@/words/digits.ts';
import { formatNumber, percent, two } from '@/words/numbers.ts';
import type { Did, PenEvent, Way } from './pen-log.ts';
import type { Finger, PenToPoints, Story } from './pen-to-points.svelte.ts';

export const STORY_NAMES: Readonly<Record<Story, string>> = {
  fast: 'a fast stroke',
  taken: 'a finger that scrolls',
  palm: 'a palm before the pen',
  own: 'your own stroke',
};

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  points: 'all points',
  events: 'one point an event',
};

export const FINGER_NAMES: Readonly<Record<Finger, string>> = {
  draws: 'draws',
  scrolls: 'scrolls the page',
};

const POINTERS: Readonly<Record<string, string>> = { touch: 'finger', pen: 'pen', mouse: 'mouse' };

/** What sent it: 'pen', 'finger 1' where there are several pointers. */
export function pointerName({ pointer, id }: PenEvent, isAlone: boolean): string {
  const name = POINTERS[pointer] ?? 'pointer';
  return isAlone ? name : `${name} ${id}`;
}

/** What the page does with an event, in a few words. @param given how many places it gave */
export function didWords(did: Did, given: number): string {
  switch (did) {
    case 'starts':
      return 'starts a stroke';
    case 'takes-over':
      return 'pen takes over, dot goes';
    case 'adds':
      return `draws on, ${counted(given, 'point')}`;
    case 'ends':
      return 'ends the stroke';
    case 'takes-back':
      return 'takes the stroke back';
    case 'refused':
      return 'left out: a pen draws';
    case 'ignored':
      return 'left out: another draws';
    case 'nothing':
      return 'nothing to do';
  }
}

export const ms = (at: number): string => formatNumber(at, 0);

/** How a network takes the stroke, drawn through in either way. */
export interface Takes {
  readonly digit: number;
  readonly score: number;
}

const takes = ({ digit, score }: Takes): string => `${aDigit(digit)} at ${two(score)}`;

/** All of the stroke in words. @param reads what the recogniser makes of it; null where nothing is left of it */
export function penWords(figure: PenToPoints, reads: Readonly<Record<Way, Takes>> | null): string {
  const { events, page } = figure;
  if (events.length === 0)
    return 'Draw a stroke on the pad: each event that comes is written down.';
  const time = ms(events[events.length - 1].at - events[0].at);
  const points = page.given.reduce((sum, n) => sum + n, 0);
  const came = `In ${time} ms came ${counted(events.length, 'event')}`;
  if (page.did.includes('takes-back')) {
    const all = `${came}, the last a pointercancel: the browser took the finger to scroll the page. The page takes the stroke back, or each scroll would leave a mark.`;
    return figure.story === 'taken'
      ? `${all} With a touch-action of none, on the pad and nowhere else, the browser keeps off.`
      : all;
  }
  const leftOut = page.did.filter((did) => did === 'refused' || did === 'ignored').length;
  if (page.did.includes('takes-over')) {
    return `${came}. The palm was first and left a dot; the pen came, and the page took the dot back. Since then it has left ${counted(leftOut, 'event')} of the palm out.`;
  }
  if (points === 0) return `${came}, and none of them draws.`;
  const gap = `through one an event the line misses the pen by up to ${percent(figure.missed)} of the pad`;
  const read = reads
    ? takes(reads.events) === takes(reads.points)
      ? ` The recogniser takes it for ${takes(reads.points)} either way.`
      : ` The recogniser takes it for ${takes(reads.events)} that way, for ${takes(reads.points)} through all points.`
    : '';
  const others =
    leftOut > 0 ? ` Of other pointers ${counted(leftOut, 'event')} were left out.` : '';
  return `${came} with ${counted(points, 'point')} in them: ${gap}.${read}${others}`;
}

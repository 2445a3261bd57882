/** What the two nudged weights say. */
import type { NudgePair } from './nudge-pair.svelte.ts';
import { three, toDigits } from '../nudge-words.ts';
import { formatNumber, percent } from '@/words/numbers.ts';
import { digitsUntil } from '@/words/places.ts';

const ratioPlaces = (value: number): number => (value >= 100 ? 0 : 1);

/** A ratio with those digits that mean something. */
export function ratio(value: number): string {
  return formatNumber(value, ratioPlaces(value));
}

/** 'a ÷ b', with digits enough that it gives the ratio as `ratio` prints it, or the share as a per cent. */
export function division(a: number, b: number, isShare = false): string {
  const value = a / b;
  const places = isShare ? 2 : ratioPlaces(value);
  const digits = digitsUntil(3, (round) => round(a) / round(b), { value, places });
  return `${toDigits(a, digits)} ÷ ${toDigits(b, digits)}`;
}

export function sentence({
  pair,
  nudge,
  isSmall,
  promisedRatio,
  measuredRatio,
}: NudgePair): string {
  const [one, other] = pair;
  const did = (fall: number): string =>
    fall >= 0 ? `falls by ${three(fall)}` : `rises by ${three(-fall)}`;
  const said = [
    `Nudged by ${nudge} each, the first one’s cost ${did(one.measured)}, the second one’s ${did(other.measured)}.`,
  ];
  if (isSmall) {
    said.push(
      `So for nudges as small as this the first is ${ratio(measuredRatio)} times as sensitive; the slopes promise ${ratio(promisedRatio)}.`,
    );
    return said.join(' ');
  }
  const broken = [
    ...(one.isKept ? [] : [`the first keeps ${percent(one.kept, 0)}`]),
    ...(other.isKept ? [] : [`the second ${one.isKept ? 'keeps ' : ''}${percent(other.kept, 0)}`]),
  ].join(' and ');
  const worse = [one, other].some(({ measured }) => measured < 0)
    ? ' Below nothing means uphill: the nudge went past the valley’s bottom.'
    : '';
  said.push(
    `Of its promise ${broken}: this nudge is too long for the slope to foretell, so “${ratio(promisedRatio)} times as sensitive” no longer holds.${worse}`,
  );
  return said.join(' ');
}

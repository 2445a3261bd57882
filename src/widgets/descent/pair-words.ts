/** What the two nudged weights say. */
import type { NudgePair } from './nudge-pair.svelte.ts';
import { three } from './nudge-words.ts';

/** Of a promise so much was kept: '97%'. */
export function percent(kept: number): string {
  if (!Number.isFinite(kept)) return '–';
  return `${Math.round(100 * kept)}%`.replace('-', '−');
}

/** A ratio with so many digits as mean something. */
export function ratio(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
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
    ...(one.isKept ? [] : [`the first keeps ${percent(one.kept)}`]),
    ...(other.isKept ? [] : [`the second ${one.isKept ? 'keeps ' : ''}${percent(other.kept)}`]),
  ].join(' and ');
  const worse = [one, other].some(({ measured }) => measured < 0)
    ? ' Below nothing means uphill: the nudge went past the valley’s bottom.'
    : '';
  said.push(
    `Of its promise ${broken}: this nudge is too long for the slope to foretell, so “${ratio(promisedRatio)} times as sensitive” no longer holds.${worse}`,
  );
  return said.join(' ');
}

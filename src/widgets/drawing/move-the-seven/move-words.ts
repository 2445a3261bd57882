import { CENTRE } from '@/digits/preprocess.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { aDigit, numeral } from '@/words/digits.ts';
import { formatNumber, percent, thousands, two } from '@/words/numbers.ts';
import type { MoveTheSeven, Name } from './move-the-seven.svelte.ts';
import { shareBoxed, shareDown, TESTED } from './shift-record.ts';

export const NAMES: Readonly<Record<Name, string>> = {
  recogniser: 'recogniser',
  classic: 'classic',
  explainer: 'explainer',
  own: 'yours',
};

const WHOSE: Readonly<Record<Name, string>> = {
  recogniser: 'the recogniser',
  classic: 'the classic network',
  explainer: 'the explainer',
  own: 'your network',
};

/** MNIST itself leaves up to so many pixels. */
const STRAY = 0.55;

const one = (value: number): string => formatNumber(value, 1);

/** How far the centre of mass is from the middle of pixel 14: '2.3 pixels too high'. */
function massWords({ mass }: MoveTheSeven): string {
  const [right, down] = [mass.x - CENTRE, mass.y - CENTRE];
  const parts = [
    ...(Math.abs(down) > STRAY
      ? [`${one(Math.abs(down))} pixels too ${down < 0 ? 'high' : 'low'}`]
      : []),
    ...(Math.abs(right) > STRAY
      ? [`${one(Math.abs(right))} pixels too far ${right < 0 ? 'left' : 'right'}`]
      : []),
  ];
  return parts.length === 0
    ? 'its centre of mass is where MNIST puts it'
    : `its centre of mass is ${parts.join(' and ')}`;
}

const START: Readonly<Record<'box' | 'mass' | 'none', string>> = {
  box: 'With its box in the middle,',
  mass: 'By MNIST’s own rule',
  none: 'Here',
};

/** Where the digit stands and how it is read; then how all test digits are, treated alike. */
export function moveWords(figure: MoveTheSeven): string {
  const { reading, rule, network, shift, digit } = figure;
  if (reading.verdict.kind === 'blank') return 'There is no ink to move.';
  const [best] = bestTwo(reading.scores);
  const whose = WHOSE[network];
  const meant = digit.label;
  const asMeant =
    meant !== null && meant !== best
      ? `, and ${two(reading.scores[meant])} as ${aDigit(meant)}`
      : '';
  const now = `${START[rule ?? 'none']} ${massWords(figure)}: ${whose} scores it ${two(reading.scores[best])} as ${aDigit(best)}${asMeant}.`;
  if (network === 'own') return `${now} Your network was not tried on the test digits.`;
  const share =
    rule === 'box'
      ? (kind: number | 'all') => shareBoxed(network, kind)
      : (kind: number | 'all') => shareDown(network, kind, shift.y);
  const how =
    rule === 'box'
      ? 'With every digit’s box in the middle'
      : rule === 'mass'
        ? 'Left where they are,'
        : shift.y === 0
          ? 'Moved neither up nor down,'
          : `Moved ${Math.abs(shift.y)} ${shift.y < 0 ? 'up' : 'down'},`;
  const ofKind =
    meant === null
      ? ''
      : `, of the ${numeral(meant)}${meant === 6 ? 'es' : 's'} ${percent(share(meant), 0)}`;
  return `${now} ${how} ${percent(share('all'))} of the ${thousands(TESTED)} test digits are read${ofKind}.`;
}

import { listed } from '@/words/english.ts';
import type { PortraitFigure } from './neuron-portrait.svelte.ts';

/** Of a digit's own, the share from which on it counts as nearly all, and up to which as hardly any. */
const MOST = 0.9;
const FEW = 0.1;

/** Which digits the neuron fires for and which not, and which outputs hear most of it. */
export function portraitWords({ firing, heard, neuron }: PortraitFigure): string {
  const named = (keep: (share: number) => boolean): string[] =>
    firing.flatMap(({ fires, of }, digit) => (keep(fires / of) ? [`${digit}s`] : []));
  const yes = named((share) => share >= MOST);
  const no = named((share) => share <= FEW);
  const fires =
    yes.length === 0
      ? 'fires for no digit nearly always'
      : yes.length === 10
        ? 'fires for nearly all digits'
        : `fires for nearly all ${listed(yes)}`;
  const rests = no.length === 0 ? 'and keeps silent for none' : `and for hardly any ${listed(no)}`;
  const loudest = heard.indexOf(Math.max(...heard));
  const against = heard.indexOf(Math.min(...heard));
  return `Neuron ${neuron + 1} ${fires}, ${rests}. On the whole it speaks loudest for ${loudest}, and loudest against ${against}.`;
}

/** What the cost along one weight says. */
import type { CostAlong } from './cost-along.svelte.ts';
import { three } from '../nudge-words.ts';
import { formatNumber, two } from '@/words/numbers.ts';
import { placesToSee, roundTo } from '@/words/places.ts';

/** What the words are made of. */
type Told = Pick<
  CostAlong,
  'slope' | 'moved' | 'cost' | 'learned' | 'value' | 'lowest' | 'range' | 'parameter'
> & { readonly survey: { readonly cost: number } };

/** The figure in words. @param name 'weight from neuron 4 to …' */
export function sentence(along: Told, name: string): string {
  const { slope, moved, cost, survey, learned, lowest, range } = along;
  const what = along.parameter.kind === 'bias' ? 'bias' : 'weight';
  if (range[1] - range[0] < 1e-12) {
    return `The ${name} makes no difference: none of these digits has ink there, so the curve is flat and the slope is 0.`;
  }
  if (moved !== 0) {
    // All of one sentence with the same places, so that the difference is that of the numbers beside it.
    const places = Math.max(3, 2 - Math.floor(Math.log10(survey.cost)));
    const at = (value: number): string => formatNumber(value, places);
    const change = roundTo(cost, places) - roundTo(survey.cost, places);
    return (
      `Moved from ${two(learned)} to ${two(along.value)}, the ${what} takes the mean cost from ${at(survey.cost)} to ${at(cost)}` +
      `${change === 0 ? '' : `, ${at(Math.abs(change))} ${change > 0 ? 'higher' : 'lower'}`}. ` +
      `The slope where it stood had foretold ${at(survey.cost + slope * moved)}.`
    );
  }
  const way = slope > 0 ? 'left, to smaller values' : 'right, to larger values';
  const gain = survey.cost - lowest[1];
  return (
    `The ${name} is ${two(learned)}. The slope there is ${formatNumber(slope, placesToSee(slope, 3))}: the cost falls to the ${way}. ` +
    (gain > 1e-4 * survey.cost
      ? `The lowest place on this curve is near ${two(lowest[0])}, with a cost of ${three(lowest[1])}; the valley moves when other weights do.`
      : 'It stands as good as at the bottom, as long as the other weights stay where they are.')
  );
}

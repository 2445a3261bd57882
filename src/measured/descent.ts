/** Numbers of chapter 3: the gradient of the explainer network's mean cost over the hundred digits that its figures use. */
import { slopesOf, surveyOf } from '@/descent/mean-cost.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import { factsFrom, type Measure } from './measure.ts';
import { formatNumber, thousands } from '@/words/numbers.ts';

/** As in the figure of two nudges: the steepest knob, and one far down the list, by their ranks from 1. */
const RANKS = [1, 4000] as const;

interface Facts {
  /** The mean cost of the hundred digits. */
  readonly cost: number;
  /** How many times as steep the first of RANKS is as the second. */
  readonly ratio: number;
  /** Knobs whose slope is exactly 0. */
  readonly flat: number;
  /** The fewest knobs that make half of the gradient's squared length. */
  readonly half: number;
}

async function measure(): Promise<Facts> {
  await loadResources();
  const { cost, gradient } = surveyOf(explainer.value, hundred.value);
  const { row, order } = slopesOf(gradient);
  const whole = row.reduce((sum, slope) => sum + slope * slope, 0);
  let [half, sum] = [0, 0];
  while (sum < whole / 2) sum += row[order[half++]] ** 2;
  return {
    cost,
    ratio: Math.abs(row[order[RANKS[0] - 1]] / row[order[RANKS[1] - 1]]),
    flat: row.filter((slope) => slope === 0).length,
    half,
  };
}

const of = factsFrom(measure);

export const descentValues: Readonly<Record<string, Measure>> = {
  // Whole: of the two slopes as the figure prints them, a reader would find the first decimal another.
  'pair.ratio': of(({ ratio }) => formatNumber(ratio, 0)),
  'gradient.cost': of(({ cost }) => formatNumber(cost, 4)),
  'gradient.flat': of(({ flat }) => thousands(flat)),
  'gradient.half': of(({ half }) => thousands(half)),
};

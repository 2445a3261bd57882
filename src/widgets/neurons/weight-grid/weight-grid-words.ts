/** What the weight grid says, from its numbers. */
import { formatNumber, signed, two } from '@/words/numbers.ts';
import { isWithinHalf, placesToSee, placesUntil, roundTo } from '@/words/places.ts';
import type { Neuron } from '@/reader/state.ts';
import { SIDE } from '../pixel-sheet.svelte.ts';
import {
  type Order,
  type RunningSum,
  rowTotals,
  steepestFall,
  steepestRise,
  twoSides,
  type Stretch,
} from './running-sum.ts';
import { capital } from '@/words/english.ts';
import { pixelName } from '@/words/pixels.ts';

/** How many of the largest products are added up apart: what one takes in at a look. */
const FEW = 10;
const OUTPUTS = 3;

/** What there is to tell of. */
export interface Telling {
  readonly neuron: Neuron;
  readonly order: Order;
  readonly products: Float64Array;
  readonly running: RunningSum;
  /** Products that are in. */
  readonly added: number;
  readonly step: number;
  readonly isComplete: boolean;
  readonly goesByRows: boolean;
  readonly sum: number;
  readonly bias: number;
  readonly z: number;
  readonly activation: number;
}

const size = (value: number): string => formatNumber(Math.abs(value), 2);

/** The input k of a neuron: 'row 12, column 14', or 'neuron 5' of the layer before. */
export function inputName({ layer }: Neuron, k: number): string {
  if (layer !== 1) return `neuron ${k + 1}`;
  return pixelName(k);
}

/** A weight, what it weighs and their product, with as many places as it takes for what is shown to multiply. */
export function factors(
  weight: number,
  input: number,
): { weight: string; input: string; product: string } {
  const product = weight * input;
  const last = placesToSee(product, 2, 4);
  const places = placesUntil(2, (n) =>
    isWithinHalf(roundTo(weight, n) * roundTo(input, n), roundTo(product, last), last),
  );
  return {
    weight: signed(weight, places),
    input: formatNumber(input, places),
    product: signed(product, last),
  };
}

/** Which side of nothing a product is on. */
export function signOf(value: number): 'negative' | 'positive' | undefined {
  return value === 0 ? undefined : value < 0 ? 'negative' : 'positive';
}

/** The fewest places, two or more, at which sum and bias as they are shown add up to z as it is shown. */
export function placesOfEnd(sum: number, bias: number, z: number): number {
  return placesUntil(2, (n) => Math.abs(roundTo(sum, n) + roundTo(bias, n) - roundTo(z, n)) < 1e-9);
}

/** What is the case now, in a few sentences. */
export function tell(telling: Telling): string {
  const { running, isComplete, sum, neuron, bias } = telling;
  const what = neuron.layer === 1 ? 'There is no ink' : 'Nothing arrives';
  if (running.inputs.length === 0) {
    return `${what}: every product is 0, and the bias of ${two(bias)} alone makes z. ${verdict(telling)}`;
  }
  if (!isComplete) return underWay(telling);
  const places = placesOfEnd(sum, bias, telling.z);
  const share = formatNumber(Math.abs(bias), places);
  const last = bias < 0 ? `the bias takes ${share} away` : `the bias adds ${share}`;
  return `${shape(telling)} All products together make ${formatNumber(sum, places)}, and ${last}. ${verdict(telling)}`;
}

function underWay({ running, added, step, goesByRows }: Telling): string {
  const all = running.inputs.length;
  const stands = two(running.sums[added]);
  if (step === 0) return `Nothing has been added yet: ${all} products wait.`;
  if (added === all && (!goesByRows || step >= SIDE)) {
    return `All ${all} products are in: the sum is ${stands}. Only the bias is still to come.`;
  }
  const rows = step === 1 ? 'Row 1 is' : `Rows 1 to ${step} are`;
  if (goesByRows) return `${rows} in, ${added} of ${all} products: the sum stands at ${stands}.`;
  const largest = added === 1 ? 'The largest product is' : `The ${added} largest products are`;
  return `${largest} in, of ${all}: the sum stands at ${stands}.`;
}

/** Where the sum rises and falls. */
function shape(telling: Telling): string {
  const { products, running, order, goesByRows } = telling;
  if (goesByRows) {
    const totals = rowTotals(products, SIDE);
    const stretches = [steepestRise(totals), steepestFall(totals)].filter((one) => one !== null);
    const told = stretches
      .sort((one, other) => one.from - other.from)
      .map((stretch, i) => {
        const what = i === 0 ? 'the sum' : 'it';
        const s = stretch.from === stretch.to ? 's' : '';
        const does = stretch.total > 0 ? `alone lift${s} ${what}` : `pull${s} ${what} down`;
        return `${rowNames(stretch)} ${does} by ${size(stretch.total)}`;
      });
    return `${capital(told.join('; '))}.`;
  }
  const { up, down } = twoSides(products);
  const sides = `Of ${up.count + down.count} products, ${up.count} lift the sum, by ${size(up.total)} in all, and ${down.count} pull it down, by ${size(down.total)}.`;
  if (order === 'reading' || running.inputs.length <= 2 * FEW) {
    const [first] = running.inputs.toSorted(
      (one, other) => Math.abs(products[other]) - Math.abs(products[one]),
    );
    const does = products[first] > 0 ? 'lifts it' : 'pulls it down';
    return `${sides} ${capital(inputName(telling.neuron, first))} ${does} most, by ${size(products[first])}.`;
  }
  return `${sides} The ${FEW} largest alone come to ${two(running.sums[FEW])}.`;
}

function rowNames({ from, to }: Stretch): string {
  if (from === to) return `row ${from + 1}`;
  return to === from + 1 ? `rows ${from + 1} and ${to + 1}` : `rows ${from + 1} to ${to + 1}`;
}

function verdict({ neuron, z, activation }: Telling): string {
  const shown = `z is ${formatNumber(z, placesToSee(z, 2))}`;
  if (neuron.layer === OUTPUTS) {
    return `So ${shown}, and the ${neuron.index} scores ${two(activation)}.`;
  }
  return z > 0
    ? `So ${shown}, above 0: the neuron fires.`
    : `So ${shown}, not above 0: the neuron does not fire.`;
}

/** What the notation stepper says: the formula of a step in the numbers of the neuron chosen, and the step in a sentence. */
import { formatNumber, signed, two } from '@/words/numbers.ts';
import { isWithinHalf, placesUntil, roundTo } from '@/words/places.ts';
import type { Piece } from './notation.ts';
import { type NotationStepper, ROWS } from './notation-stepper.svelte.ts';

/** A number with the piece that it stands for, or what is between numbers. */
type Term = readonly [piece: Piece | null, text: string];

/** How many places products, sums and activations are shown with. */
const PLACES = 3;

/** A number after a plus: one below 0 stands in brackets. */
const inBrackets = (number: string): string => (/^\d/.test(number) ? number : `(${number})`);

/** The formula's numbers for the neuron chosen. */
export function numbersOf({ step, zs, worked }: NotationStepper): readonly Term[] {
  const { weight, activation, product } = worked;
  const three = (value: number): string => signed(value, PLACES);
  // As many as it takes for sum and bias as shown to make z as shown.
  const added = placesUntil(
    PLACES,
    (n) => Math.abs(roundTo(worked.sum, n) + roundTo(worked.bias, n) - roundTo(worked.z, n)) < 1e-9,
  );
  // As many places as it takes for the shown factors to make the shown product.
  const places = placesUntil(PLACES, (n) =>
    isWithinHalf(roundTo(weight, n) * roundTo(activation, n), roundTo(product, PLACES), PLACES),
  );
  const between = (text: string): Term => [null, text];
  const factors: readonly Term[] = [
    ['w', signed(weight, places)],
    between('×'),
    ['a', activation.toFixed(places)],
  ];
  const [sum, b, z]: readonly Term[] = [
    ['sum', formatNumber(worked.sum, added)],
    ['b', inBrackets(formatNumber(worked.bias, added))],
    ['z', formatNumber(worked.z, added)],
  ];
  const out: Term = ['out', worked.out.toFixed(PLACES)];
  switch (step) {
    case 0:
      return [...factors, between('='), between(three(product))];
    case 1:
      return [...factors, between('+ … ='), sum];
    case 2:
      return [sum, between('+'), b, between('='), z];
    case 3:
      return [['sigma', 'σ'], between('('), z, between(') ='), out];
    case 4:
      return [
        ...[between('row by row:'), ['z', `${zs.length} sums`] as const, between('from')],
        ...[['w', `${ROWS} × ${ROWS} weights`] as const, between('and')],
        ['b', `${ROWS} biases`],
      ];
    default:
      return [z, between('becomes'), out, between(`, and so for all ${ROWS}`)];
  }
}

/** What is new in a step, and what it makes here. */
export function sentenceOf({ step, now, worked, j, k }: NotationStepper): string {
  const results = [
    `Neuron ${k + 1} sends ${two(worked.activation)} to neuron ${j + 1}, which weighs it by ${signed(worked.weight, 2)}.`,
    `The sixteen products add up to ${signed(worked.sum, 2)}.`,
    `With its bias, neuron ${j + 1} comes to ${signed(worked.z, 2)}.`,
    `Neuron ${j + 1} holds ${two(worked.out)}.`,
  ];
  const all = `All sixteen neurons of the layer, in one stroke: ${ROWS * ROWS} products.`;
  return `${now.words} ${results.at(step) ?? all}`;
}

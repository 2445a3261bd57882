import {
  type Calculation,
  counted,
  type Explanation,
  type Letter,
  type Step,
  type Term,
} from '@/explain/explain.ts';
import { isWithinHalf, placesToSee, placesUntil, roundTo } from '@/words/places.ts';
import type { Listing } from './listing.ts';

/** How many places a table of terms shows. */
export interface TermPlaces {
  /** Of each row, one for each factor. */
  readonly factors: readonly (readonly number[])[];
  readonly products: number;
}

/** How many places each number of an explanation shows, so that the shown ones multiply and add up to the shown ones. */
export interface Places {
  readonly value: number;
  /** Of a sum that the calculation starts from. */
  readonly terms: TermPlaces;
  /** Of what the calculation starts from: the sum's total, or a number. */
  readonly start: number;
  /** Of each step: what it brings in, and what comes out. */
  readonly steps: readonly { readonly operand: number; readonly result: number }[];
  readonly leads: TermPlaces;
}

/** Fewest places of a score or an activation, as on the bars, and of any other number. */
const LEAST = 2;
const LEAST_FINE = 3;
/** Digits that count in a factor: enough for most products, and a weight is known no better. */
const DIGITS = 4;

/**
 * Works backwards: the result has the places that show it, and whatever leads to it as many more as it takes, until the numbers as
 * shown give the number as shown, to half a unit of its last place.
 * @param listing which terms have a row, where it starts from a sum
 */
export function placesOf(
  { value, symbol, calculation, leads }: Explanation,
  listing: Listing | null,
): Places {
  const isLamp = symbol.letter === 'a' || symbol.letter === 'x';
  const own = isLamp
    ? Math.max(placesToSee(value, LEAST), placesToSee(1 - value, LEAST)) // and what is not quite 1 does not read 1.00
    : ERRORS.includes(symbol.letter)
      ? placesOfError(value)
      : placesToSee(value, LEAST_FINE);
  return {
    value: own,
    ...calculationPlaces(calculation, listing, own),
    leads: leadPlaces(leads?.terms ?? []),
  };
}

/** Errors, slopes and nudges are small, and their size is what they are about. */
const ERRORS: readonly Letter[] = ['delta', 'nabla', 'wish', 'change'];

/** Places at most, unless a row needs more to multiply out: more are too wide for a phone. */
const WIDEST = 8;

/** Three digits that count, and three places at least, to the hundred-millionth. */
export function placesOfError(value: number): number {
  return Math.max(LEAST_FINE, placesOfDigits(value, 3));
}

/** The places that show so many digits that count, to the hundred-millionth; 0 has no more than others have at least. */
function placesOfDigits(value: number, digits: number): number {
  if (value === 0) return LEAST_FINE;
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(Math.max(digits - 1 - exponent, 0), WIDEST);
}

function calculationPlaces(
  calculation: Calculation | null,
  listing: Listing | null,
  own: number,
): Pick<Places, 'terms' | 'start' | 'steps'> {
  const noTerms = { factors: [], products: own };
  if (calculation === null) return { terms: noTerms, start: own, steps: [] };
  const { start, steps } = calculation;
  const first = 'terms' in start ? start.total : start.value;
  const stepPlaces: { operand: number; result: number }[] = [];
  let places = own;
  for (let i = steps.length - 1; i >= 0; i--) {
    const before = i > 0 ? steps[i - 1].result.value : first;
    const result = places;
    places = placesBefore(steps[i], before, result);
    stepPlaces.unshift({ operand: places, result });
  }
  return {
    terms: listing ? sumPlaces(listing, first, places) : noTerms,
    start: places,
    steps: stepPlaces,
  };
}

/** Nothing adds these up; the largest of them is seen to be more than 0. */
function leadPlaces(terms: readonly Term[]): TermPlaces {
  const largest = Math.max(0, ...terms.map(({ product }) => Math.abs(product.value)));
  return termPlaces(terms, placesToSee(largest, LEAST_FINE));
}

/** How many places a step needs in what it starts from, and in what it brings in, for its result as shown. */
function placesBefore(step: Step, before: number, places: number): number {
  const shown = roundTo(step.result.value, places);
  const least = step.operator === 'sigma' || step.operator === 'prime' ? LEAST : places;
  return placesUntil(least, (p) => isWithinHalf(carryOut(step, before, p), shown, places));
}

/** The step with the numbers as shown. */
function carryOut(step: Step, before: number, places: number): number {
  const left = roundTo(before, places);
  if (step.operator === 'sigma') return 1 / (1 + Math.exp(-left));
  if (step.operator === 'halve') return 0.5 * left;
  if (step.operator === 'prime') return left * (1 - left);
  const right = roundTo(counted(step.operand), places);
  if (step.operator === 'multiply') return left * right;
  return step.operator === 'add' ? left + right : left - right;
}

/** The places of the rows of a sum whose total is shown with `places`. */
function sumPlaces({ terms, rest }: Listing, total: number, places: number): TermPlaces {
  const shown = roundTo(total, places);
  const products = placesUntil(places, (p) => {
    const added = terms.reduce((sum, { product }) => sum + roundTo(product.value, p), 0);
    return isWithinHalf(added + roundTo(rest.total, p), shown, places);
  });
  return termPlaces(terms, products);
}

/** Products stand point below point; of factors each row has as many digits as it takes for its own product. */
function termPlaces(terms: readonly Term[], products: number): TermPlaces {
  return { factors: terms.map((term) => factorPlaces(term, products)), products };
}

/** Four digits that count, and more where the row would not multiply out to what it shows. */
function factorPlaces({ factors, product }: Term, products: number): number[] {
  const shown = roundTo(product.value, products);
  const least = factors.map(({ value }) => placesOfDigits(value, DIGITS));
  const more = placesUntil(0, (p) => {
    const multiplied = factors.reduce(
      (all, factor, f) => all * roundTo(counted(factor), least[f] + p),
      1,
    );
    return isWithinHalf(multiplied, shown, products);
  });
  return least.map((places) => places + more);
}

/** Numbers as this chapter's sentences have them. */
import {
  formatNumber,
  isWithinHalf,
  placesToSee,
  placesUntil,
  roundTo,
} from '../../plot/numbers.ts';

/** With commas: 60,000. The page's own writing, the same on every machine. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 'one digit', 'no digits', '3 digits'. */
export function times(n: number, thing: string): string {
  return `${n === 0 ? 'no' : n === 1 ? 'one' : thousands(n)} ${thing}${n === 1 ? '' : 's'}`;
}

const NUMERALS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** So many of a digit: 'one seven', '12 sixes'. */
export function manyOf(n: number, digit: number): string {
  const name = NUMERALS[digit];
  return `${n === 1 ? 'one' : n === 0 ? 'no' : thousands(n)} ${n === 1 ? name : name === 'six' ? 'sixes' : `${name}s`}`;
}

/** With its article: 'a seven', 'an eight'. */
export const aNumeral = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${NUMERALS[digit]}`;

/** A digit's name: 'seven'. */
export const numeral = (digit: number): string => NUMERALS[digit];

export { significant, superscript } from '../../plot/numbers.ts';

/** A signed number of as many places. */
export const signed = (value: number, places: number): string =>
  formatNumber(value, places, { isSigned: true });

/** Two factors and their product, with as many places as it takes for the factors shown to make the product shown. */
export function multiplied(
  one: number,
  other: number,
  places: number,
): { readonly one: string; readonly other: string; readonly product: string } {
  const product = one * other;
  const least = Math.max(placesToSee(one, 2), placesToSee(other, 2));
  const fine = placesUntil(least, (n) =>
    isWithinHalf(roundTo(one, n) * roundTo(other, n), roundTo(product, places), places),
  );
  return {
    one: signed(one, fine),
    other: signed(other, fine),
    product: signed(product, places),
  };
}

/** Numbers and digits as this chapter's sentences have them. */
import { formatNumber } from '../../plot/numbers.ts';

const NUMERALS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** With commas: 13,002. The page's own writing, the same on every machine. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A digit with its article: 'a seven', 'an eight'. */
export const aNumeral = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${NUMERALS[digit]}`;

/** A signed number with as many places. */
export const signed = (value: number, places: number): string =>
  formatNumber(value, places, { isSigned: true });

/** 'no digit', 'one digit', '12 digits'. */
export function counted(n: number, thing: string): string {
  return `${n === 0 ? 'no' : n === 1 ? 'one' : thousands(n)} ${thing}${n > 1 ? 's' : ''}`;
}

/** A share as the page prints it: .9527 is '95.3%'. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** The first letter large, as at the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

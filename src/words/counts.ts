/** How many of a thing. */
import { numeral } from './digits.ts';
import { thousands } from './numbers.ts';

/** '1 digit', '1,200 digits'. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** The same as prose has it: 'no digits', 'one digit', '12 digits'. */
export function countedInWords(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return count === 1 ? `one ${one}` : counted(count, one, many);
}

/** A count as prose has it, in letters up to ten: 'seven', '12'. */
export function inWords(count: number): string {
  if (count === 10) return 'ten';
  return count < 10 ? numeral(count) : thousands(count);
}

/** How many of a digit: 'no sevens', 'one seven', '12 sixes'. */
export function manyOf(count: number, digit: number): string {
  const name = numeral(digit);
  return countedInWords(count, name, name === 'six' ? 'sixes' : `${name}s`);
}

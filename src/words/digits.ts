/** Digits by name. */

const NUMERALS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A digit's name: 'seven'. */
export function numeral(digit: number): string {
  return NUMERALS[digit];
}

/** The article before a digit, in figures or in letters: 'an' before 8, else 'a'. */
export function article(digit: number): string {
  return digit === 8 ? 'an' : 'a';
}

/** 'an 8', 'a 3'. */
export function aDigit(digit: number): string {
  return `${article(digit)} ${digit}`;
}

/** 'an eight', 'a three'. */
export function aNumeral(digit: number): string {
  return `${article(digit)} ${NUMERALS[digit]}`;
}

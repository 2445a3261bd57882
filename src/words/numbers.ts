/**
 * Numbers as the page writes them: a true minus, a sign where it matters, as many places as are needed for the shown numbers to
 * add up and multiply as the hidden ones do.
 */
import { format } from 'd3';
import { roundTo } from './places.ts';

export * from './places.ts';

/** U+2212, as wide as a plus. */
export const MINUS = '\u2212';
/** Stands where there is no number to show. */
const NONE = '–';

/** Formatters are worked out from their specifier once: figures that move write hundreds of numbers a second. */
const made = new Map<string, (value: number) => string>();

/** A number by one of d3's specifiers; what rounds to 0 has no sign, and a dash stands for what is not finite. */
function by(specifier: string, value: number): string {
  if (!Number.isFinite(value)) return NONE;
  let formatter = made.get(specifier);
  if (formatter === undefined) made.set(specifier, (formatter = format(specifier)));
  return formatter(value);
}

/**
 * A number with a fixed count of places: '−1.50', '0.25'. What rounds to 0 has no sign. A dash for what is not finite.
 * @param places 0 to 20
 */
export function formatNumber(value: number, places: number): string {
  return by(`.${places}f`, value);
}

/** The same with a plus where it is above 0: '+0.25'. */
export function signed(value: number, places: number): string {
  return by(roundTo(value, places) === 0 ? `.${places}f` : `+.${places}f`, value);
}

/** A number with two places, as activations, scores and weights mostly have. */
export function two(value: number): string {
  return formatNumber(value, 2);
}

/** A number with its thousands set apart, and no more places than it has: 60,000; 1.5. */
export function thousands(value: number): string {
  return by(Number.isInteger(value) ? ',d' : ',', value);
}

/** A share as the page prints it: 0.9527 is '95.3%'. */
export function percent(share: number, places = 1): string {
  return by(`.${places}%`, share);
}

/** A number as it is, with as many places as it has: '−2', '0.5'. */
export function plain(value: number): string {
  return String(value).replace('-', MINUS);
}

/** A number with at most so many digits that count, and no zeros at its end: 0.125, 3. */
export function upTo(digits: number, value: number): string {
  return plain(Number(value.toPrecision(digits)));
}

/** So many digits that count, however small the number is: '+0.00123456'; below a ten-millionth with a power of ten. */
export function significant(value: number, digits: number): string {
  if (!Number.isFinite(value)) return NONE;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const [mantissa, power] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent < -6) return `${value < 0 ? MINUS : '+'}${mantissa} × 10${superscript(exponent)}`;
  return signed(value, Math.max(0, Math.min(20, digits - 1 - exponent)));
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number written small and high: '⁻¹²'. */
export function superscript(n: number): string {
  return String(n).replace(/./g, (sign) => (sign === '-' ? '⁻' : RAISED[Number(sign)]));
}

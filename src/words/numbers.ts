/**
 * Numbers as the page writes them: a true minus, a sign where it matters, as many places as are needed for the shown numbers to
 * add up and multiply as the hidden ones do.
 */
import { format } from 'd3';

/** U+2212, as wide as a plus. */
export const MINUS = '\u2212';
/** Stands where there is no number to show. */
const NONE = '–';
/** More places than these show only how a machine rounds. */
const MOST_PLACES = 12;

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

/** The number that a reader reads where `value` is shown with that many places. */
export function roundTo(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0; // -0 becomes 0
}

/** Whether a number agrees with one that is shown: no further from it than half a unit of its last place. */
export function isWithinHalf(value: number, shown: number, places: number): boolean {
  const half = 0.5 * 10 ** -places;
  const hair = 1e-9 * half + 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(shown)); // what the machine's own rounding may add
  return Math.abs(value - shown) <= half + hair;
}

/** The fewest places, `least` or more, that are enough: 12 where none are. */
export function placesUntil(least: number, isEnough: (places: number) => boolean): number {
  let places = least;
  while (places < MOST_PLACES && !isEnough(places)) places++;
  return places;
}

/** The number that a reader reads where `value` is shown with so many digits that count. */
export function roundToDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/**
 * The fewest digits that count, `least` or more, with which some numbers as shown give a result as shown. 12 where none do.
 * @param shown the result as it is printed, with so many digits that count or, as `places`, so many places
 */
export function digitsUntil(
  least: number,
  give: (round: (value: number) => number) => number,
  shown: { readonly value: number } & ({ readonly digits: number } | { readonly places: number }),
): number {
  const { value } = shown;
  const places =
    'places' in shown
      ? shown.places
      : value === 0
        ? 0
        : Math.min(90, Math.max(0, shown.digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
  const printed = 'places' in shown ? roundTo(value, places) : roundToDigits(value, shown.digits);
  return placesUntil(least, (digits) =>
    isWithinHalf(
      give((one) => roundToDigits(one, digits)),
      printed,
      places,
    ),
  );
}

/** The fewest places, `least` or more, up to `most`, that show a number other than 0 as other than 0. */
export function placesToSee(value: number, least: number, most = 6): number {
  if (value === 0) return least;
  return Math.min(
    Math.max(least, most),
    placesUntil(least, (places) => roundTo(value, places) !== 0),
  );
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

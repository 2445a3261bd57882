/**
 * Numbers as the page writes them: a true minus, a sign where it matters, as many places as are needed for the shown numbers to
 * add up and multiply as the hidden ones do.
 */

/** U+2212, as wide as a plus. */
export const MINUS = '\u2212';
/** More places than these show only how a machine rounds. */
const MOST_PLACES = 12;

export interface NumberFormat {
  /** Whether a number above 0 gets its plus. */
  readonly isSigned?: boolean;
}

/**
 * A number with a fixed count of places: '−1.50', '+0.25'. What rounds to 0 has no sign. A dash for what is not finite.
 * @param places 0 to 20
 */
export function formatNumber(
  value: number,
  places: number,
  { isSigned = false }: NumberFormat = {},
): string {
  if (!Number.isFinite(value)) return '–';
  const shown = roundTo(value, places);
  const size = Math.abs(value).toFixed(places);
  if (shown < 0) return MINUS + size;
  return isSigned && shown > 0 ? `+${size}` : size;
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
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const [mantissa, power] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  const sign = value < 0 ? MINUS : '+';
  if (exponent < -6) return `${sign}${mantissa} × 10${superscript(exponent)}`;
  return sign + size.toFixed(Math.max(0, Math.min(20, digits - 1 - exponent)));
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A whole number written small and high: '⁻¹²'. */
export function superscript(n: number): string {
  return String(n).replace(/./g, (sign) => (sign === '-' ? '⁻' : RAISED[Number(sign)]));
}

/** How many places a shown number needs to say what the hidden one says. Without d3: two pages need it with their first script. */

/** More places than these show only how a machine rounds. */
const MOST_PLACES = 12;

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

/**
 * The fewest places, `least` or more, with which a number that is below a limit reads as below it, and one that reaches it as reaching it:
 * no sentence says that 0.80 falls short of 0.80.
 */
export function placesBeside(value: number, limit: number, least: number): number {
  const isBelow = value < limit;
  return placesUntil(least, (places) => roundTo(value, places) < limit === isBelow);
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

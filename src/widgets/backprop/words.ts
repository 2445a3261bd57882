/** Products as this chapter writes them. */
import { signed } from '@/words/numbers.ts';
import { isWithinHalf, placesToSee, placesUntil, roundTo } from '@/words/places.ts';

/**
 * Two factors and their product, with as many places as it takes for the factors shown to make the product shown.
 * @param fewest places of the factors, at least
 */
export function multiplied(
  one: number,
  other: number,
  places: number,
  fewest = 2,
): {
  readonly one: string;
  readonly other: string;
  readonly product: string;
  /** Places of the factors. */
  readonly fine: number;
} {
  const product = one * other;
  const least = Math.max(fewest, placesToSee(one, 2), placesToSee(other, 2));
  const fine = placesUntil(least, (n) =>
    isWithinHalf(roundTo(one, n) * roundTo(other, n), roundTo(product, places), places),
  );
  return {
    one: signed(one, fine),
    other: signed(other, fine),
    product: signed(product, places),
    fine,
  };
}

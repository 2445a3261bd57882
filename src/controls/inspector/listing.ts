import { bisectLeft, cumsum, sort, sum } from 'd3';
import type { Sum, Term } from '@/explain/explain.ts';

/** Which terms of a sum have a row each, and the others taken together. */
export interface Listing {
  readonly terms: readonly Term[];
  /** Count 0 and total 0 where every term has its row. */
  readonly rest: { readonly count: number; readonly total: number };
}

/** The share of the sum of all sizes that is told term by term: what is left can hardly turn the result. */
const SHARE = 0.95;
/** Rows at most: as many as there are neurons in a layer, and as a reader looks through. */
const MOST_ROWS = 16;

/** Every term, in the order of the sources. */
export function listAll({ terms }: Sum): Listing {
  return { terms, rest: { count: 0, total: 0 } };
}

/**
 * The largest terms by size, largest first, until they make up 95% of the sum of sizes, or 16 rows. A single term is no crowd: where only
 * one would be left, all have their rows.
 */
export function listLargest(whole: Sum): Listing {
  const size = ({ product }: Term): number => Math.abs(product.value);
  const terms = sort(whole.terms, (one, other) => size(other) - size(one));
  const told = cumsum(terms, size);
  const enough = 1 + bisectLeft(told, SHARE * (told.at(-1) ?? 0));
  const count = Math.min(enough, MOST_ROWS);
  if (terms.length - count < 2) return listAll(whole);
  const rest = terms.slice(count);
  return {
    terms: terms.slice(0, count),
    rest: { count: rest.length, total: sum(rest, ({ product }) => product.value) },
  };
}

/** The letters of the equations; a page gives each its colour. */
export type Letter =
  'x' | 'w' | 'b' | 'z' | 'a' | 'y' | 'C' | 'delta' | 'nabla' | 'wish' | 'change' | 'sigma' | 'eta';

/**
 * A letter with its indices as they stand on the page: a with sub '5' and sup '2'. With `of` it is said of another letter, which then
 * carries the indices: 'nabla' of w is dC/dw, 'wish' of a is -dC/da, 'change' of b is a Delta before b, 'sigma' of z is sigma'(z).
 */
export interface QuantitySymbol {
  readonly letter: Letter;
  readonly of?: Letter;
  readonly sub?: string;
  readonly sup?: string;
}

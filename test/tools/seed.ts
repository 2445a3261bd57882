/** LONG=1, as `npm run test:long` sets it: what takes too long for every day runs, too. */
export const isLong = process.env['LONG'] !== undefined;

/**
 * The one seed of everything random in the tests: properties, random events, random plans. SEED=7 changes it; a failing property prints
 * it; `npm run test:long` draws new ones.
 */
export const SEED = seedOf(process.env['SEED']);

/** @throws Error where the text is no whole number that a seed may be */
export function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return 1;
  const seed = Number(text);
  if (!Number.isInteger(seed) || Math.abs(seed) > 0x7fffffff) {
    throw new Error(`SEED is to be a whole number from -2147483647 to 2147483647. Got '${text}'.`);
  }
  return seed;
}

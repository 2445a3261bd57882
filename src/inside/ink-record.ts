/** Where MNIST's training digits have ink, counted when the site is made: what the page fetches as /digits/ink.json. */
export interface InkRecord {
  /** How many digits were counted: all that networks learn from. */
  readonly count: number;
  /** In how many of them each pixel has ink. (784), (28, 28) row-major */
  readonly counts: readonly number[];
}

/** The pixels that have ink in fewer than so many digits, by their numbers, in order. For 1, those that never have. */
export function pixelsBelow({ counts }: Pick<InkRecord, 'counts'>, digits: number): number[] {
  return counts.flatMap((count, k) => (count < digits ? [k] : []));
}

/** Works a number of the prose out, as the prose writes it. */
export type Measure = () => string | Promise<string>;

/**
 * What several numbers are read off, worked out when the first of them is asked for, and once.
 * @returns turns a way to write one of them into its measure
 */
export function factsFrom<Facts>(
  measure: () => Promise<Facts>,
): (write: (facts: Facts) => string) => Measure {
  let facts: Promise<Facts> | undefined;
  return (write) => async () => write(await (facts ??= measure()));
}

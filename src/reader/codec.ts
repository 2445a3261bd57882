/** What a link may say: anybody can have written it, so that each value is read as what it should be or counts as not said. */

/** A whole number from `least` to `most`, in digits; null for all else. */
export function whole(text: string | undefined, least: number, most: number): number | null {
  return within(/^-?\d{1,10}$/, text, least, most);
}

/** A number from `least` to `most`, in digits with at most so many places; null for all else. */
export function decimal(
  text: string | undefined,
  places: number,
  least: number,
  most: number,
): number | null {
  const given = within(/^-?\d{1,9}(\.\d{1,9})?$/, text, least, most);
  return given !== null && (text?.split('.')[1]?.length ?? 0) <= places ? given : null;
}

/** One of the words named; null for all else. */
export function oneOf<T extends string>(text: string | undefined, words: readonly T[]): T | null {
  return words.find((word) => word === text) ?? null;
}

/** What a rule makes of a piece of text; null where it makes no sense. */
type Rule<T> = (text: string) => T | null;

/** Values with a sign between them, each by its own rule: '0.5@2.14'. Null unless all are there, nothing more, and each makes sense. */
export function several<T extends readonly unknown[]>(
  text: string | undefined,
  sign: string,
  ...rules: { readonly [I in keyof T]: Rule<T[I]> }
): T | null {
  const pieces = text?.split(sign) ?? [];
  if (pieces.length !== rules.length) return null;
  const values = rules.map((rule, i) => rule(pieces[i]));
  return values.includes(null) ? null : (values as unknown as T);
}

/** Whole numbers with a sign between them, each from its least to its most: '30-10'. */
export function wholes<R extends readonly (readonly [least: number, most: number])[]>(
  text: string | undefined,
  sign: string,
  ...ranges: R
): { readonly [I in keyof R]: number } | null {
  const rules = ranges.map(
    ([least, most]) =>
      (piece: string) =>
        whole(piece, least, most),
  );
  return several<number[]>(text, sign, ...rules) as { readonly [I in keyof R]: number } | null;
}

function within(
  form: RegExp,
  text: string | undefined,
  least: number,
  most: number,
): number | null {
  if (text === undefined || !form.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

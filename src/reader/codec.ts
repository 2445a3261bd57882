/** What a link may say: anybody can have written it, so that each value is read as what it should be or counts as not said. */

/** A whole number from `least` to `most`, in digits; null for all else. */
export function whole(text: string | undefined, least: number, most: number): number | null {
  return within(/^-?\d{1,9}$/, text, least, most);
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

/**
 * What was painted over a picture, as text for a link: a letter for each pixel that is not as it was given, its ink in steps of 0.02, and
 * a dash for each that is; with a count where one repeats. A few strokes take some hundred characters.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxy';
const FULL = LETTERS.length - 1;
const AS_GIVEN = '-';

/** @param pixels and @param given are as long, 0 to 1 */
export function writeInk(pixels: ArrayLike<number>, given: ArrayLike<number>): string {
  const letters = Array.from(pixels, (ink, i) =>
    ink === given[i] ? AS_GIVEN : LETTERS[Math.round(ink * FULL)],
  );
  return letters.join('').replace(/(.)\1+/g, (run, letter: string) => `${letter}${run.length}`);
}

/** @returns the picture with that ink on it; null where the text is no such thing */
export function readInk(text: string | undefined, given: Float64Array): Float64Array | null {
  if (text === undefined || !/^(?:[A-Za-y-]\d{0,3})+$/.test(text)) return null;
  const pixels = given.slice();
  let k = 0;
  for (const [, letter, times] of text.matchAll(/([A-Za-y-])(\d*)/g)) {
    const end = k + (times === '' ? 1 : Number(times));
    if (end > pixels.length) return null;
    if (letter !== AS_GIVEN) pixels.fill(LETTERS.indexOf(letter) / FULL, k, end);
    k = end;
  }
  return k === pixels.length ? pixels : null;
}

/** Some of a list of pixels as text for a link: a bit for each pixel of the list, four to a letter, 0 to f. */

export function writePixels(some: readonly number[], list: readonly number[]): string {
  let text = '';
  for (let i = 0; i < list.length; i += 4) {
    const bits = list.slice(i, i + 4).map((k, bit) => (some.includes(k) ? 1 << bit : 0));
    text += bits.reduce((sum, bit) => sum + bit, 0).toString(16);
  }
  return text;
}

/** What a text names of a list, in the list's order. @returns null for what is no such text: anybody may have written it */
export function readPixels(text: string | undefined, list: readonly number[]): number[] | null {
  if (text?.length !== Math.ceil(list.length / 4) || !/^[0-9a-f]*$/.test(text)) return null;
  return list.filter((_, i) => (parseInt(text[i >> 2], 16) >> (i & 3)) & 1);
}

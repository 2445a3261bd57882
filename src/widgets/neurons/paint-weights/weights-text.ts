/**
 * Painted weights as text for a link: rounded to steps of 0.05, a letter for each, with a count where it repeats. A patch by hand
 * takes some hundred characters.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxy';
const STEP = 0.05;
/** The letter in the middle is 0. */
const ZERO = (LETTERS.length - 1) / 2;

/** @param weights beyond ±1.25 they come back as ±1.25 */
export function writeWeights(weights: ArrayLike<number>): string {
  let text = '';
  for (let k = 0; k < weights.length;) {
    const level = levelOf(weights[k]);
    const start = k;
    while (k < weights.length && levelOf(weights[k]) === level) k++;
    text += LETTERS[level] + (k - start > 1 ? String(k - start) : '');
  }
  return text;
}

/** @returns as many weights as asked for, or null where the text is no such thing */
export function readWeights(text: string, count: number): Float64Array | null {
  if (!/^(?:[A-Za-y]\d{0,3})+$/.test(text)) return null;
  const weights = new Float64Array(count);
  let k = 0;
  for (const [, letter, times] of text.matchAll(/([A-Za-y])(\d*)/g)) {
    const end = k + (times === '' ? 1 : Number(times));
    if (end > count) return null;
    // Through whole steps, so that 0.25 is 0.25 again.
    weights.fill((LETTERS.indexOf(letter) - ZERO) / (1 / STEP), k, end);
    k = end;
  }
  return k === count ? weights : null;
}

function levelOf(weight: number): number {
  return Math.min(2 * ZERO, Math.max(0, Math.round(weight / STEP) + ZERO));
}

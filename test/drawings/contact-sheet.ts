/**
 * Prints a page that shows every test drawing with its name, to be looked at after a change:
 * `node test/drawings/contact-sheet.ts digits > sheet.html`, or `non-digits` with a seed (1 when none is given).
 */
import { DRAWN_DIGITS } from './digits.ts';
import { nonDigits } from './non-digits.ts';
import type { Strokes } from './curve.ts';

/** A stroke as an SVG path; one of a single point becomes a round dot. */
function path(stroke: readonly number[]): string {
  const points = Array.from(
    { length: stroke.length / 2 },
    (_, i) => `${(stroke[2 * i] * 100).toFixed(1)} ${(stroke[2 * i + 1] * 100).toFixed(1)}`,
  );
  return `<path d="M${points.join('L')}${points.length === 1 ? 'z' : ''}"/>`;
}

function tile(id: string, strokes: Strokes): string {
  return `<figure><svg viewBox="0 0 100 100">${strokes.map(path).join('')}</svg><figcaption>${id}</figcaption></figure>`;
}

const [which = 'digits', seed = '1'] = process.argv.slice(2);
const drawings = which === 'digits' ? DRAWN_DIGITS : nonDigits(Number(seed));
console.log(`<!doctype html><meta charset="utf-8"><title>${which}</title><style>
body { display: flex; flex-wrap: wrap; gap: 4px; margin: 4px; font: 9px sans-serif }
figure { margin: 0; width: 112px } svg { width: 110px; border: 1px solid #ccc }
path { fill: none; stroke: #000; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round }
</style>${drawings.map(({ id, strokes }) => tile(id, strokes)).join('\n')}`);

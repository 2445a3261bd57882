/** A drawing in a link: short, the same 784 numbers elsewhere, and nothing at all where somebody tampered with it. */
import { expect, it } from 'vitest';
import { Sketch } from '@/controls/pad/sketch.svelte.ts';
import { applyErasers } from '@/digits/eraser.ts';
import { preprocess } from '@/digits/preprocess.ts';
import type { Drawing } from '@/digits/strokes.ts';
import { createRandom } from '@/network/random.ts';
import { readDrawing, writeDrawing } from '@/reader/drawing-text.ts';
import { LIMITS, linkTo, openLink } from '@/widgets/recogniser/recogniser/drawing-link.ts';
import { DRAWN_DIGITS } from '../../drawings/digits.ts';

const LONGEST = 1500;

const random = createRandom(21);

/** A digit of ours, moved, sized and shaken as no two hands would. */
function drawn(): Drawing {
  const { strokes } = DRAWN_DIGITS[random.integer(DRAWN_DIGITS.length)];
  const size = random.between(0.4, 1);
  const [dx, dy] = [random.uniform() * (1 - size), random.uniform() * (1 - size)];
  const width = [0.05, 0.07, 0.09][random.integer(3)];
  return strokes.map((line) => ({
    points: line.map((v, i) => {
      const at = size * v + (i % 2 === 0 ? dx : dy) + 0.002 * random.normal();
      return Math.min(1, Math.max(0, at));
    }),
    width,
    erase: false,
  }));
}

const ADDRESS = 'https://somewhere.example/recogniser/?x=1#y';

const sketchOf = (strokes: Drawing = []): Sketch =>
  new Sketch(applyErasers, { digit: null, strokes });

it('gives the same 784 numbers elsewhere, in under 1,500 characters, for a thousand drawings', () => {
  for (let i = 0; i < 1000; i++) {
    const here = sketchOf(drawn());
    const link = linkTo(here, ADDRESS) ?? '';
    expect(link.length).toBeGreaterThan(0);
    expect(link.length).toBeLessThan(LONGEST);
    const there = sketchOf();
    expect(openLink(there, link)).toBeNull();
    expect(preprocess(there.sheet.strokes)).toEqual(preprocess(here.sheet.strokes));
  }
}, 120_000);

it('says so in one line where a link holds no drawing, and leaves an empty pad', () => {
  const sketch = sketchOf(drawn());
  expect(openLink(sketch, ADDRESS)).toBeNull();
  expect(sketch.isBlank).toBe(false);
  expect(openLink(sketch, 'https://somewhere.example/?drawing=%00<b>')).toMatch(/^The link .*\.$/);
  expect(sketch.isBlank).toBe(true);
});

it('makes of ten thousand hostile texts a drawing on the pad, or none', () => {
  const good = writeDrawing(drawn(), LIMITS) ?? '';
  const signs = 'AZaz09-_..%<>"\'&=#/\\\u0000é💥 ';
  for (let i = 0; i < 10_000; i++) {
    const letters = good.split('');
    for (let k = random.integer(9); k >= 0; k--) {
      const sign = signs[random.integer(signs.length)];
      letters.splice(
        random.integer(letters.length),
        random.integer(4),
        sign.repeat(1 + random.integer(3)),
      );
    }
    const drawing = readDrawing(letters.join(''), LIMITS);
    if (drawing === null) continue;
    for (const { points, width } of drawing) {
      expect(points.every((v) => v >= 0 && v <= 1)).toBe(true);
      expect(width).toBeGreaterThanOrEqual(0.01);
      expect(width).toBeLessThanOrEqual(0.2);
    }
  }
}, 60_000);

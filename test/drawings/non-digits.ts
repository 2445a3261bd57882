import { createRandom, type Random } from '../../src/network/random.ts';
import { into, type Strokes } from './curve.ts';
import { DRAWN_DIGITS } from './digits.ts';
import { drawForm, somewhere } from './forms.ts';
import { LETTERS } from './letters.ts';
import { SCRIBBLES } from './scribbles.ts';
import { SHAPES, SYMBOLS } from './shapes.ts';

export interface NonDigit {
  /** What was drawn and which go at it this is, as in `letter-K-2`. */
  id: string;
  kind: 'letter' | 'shape' | 'symbol' | 'scribble' | 'blank';
  /** As a drawn digit's; none for a blank pad. */
  strokes: Strokes;
}

/** Something to draw, by name; each call draws it afresh. */
type Maker = readonly [name: string, draw: (random: Random) => Strokes];

/**
 * How many of each: two in five are letters, a third shapes and signs, a fifth scribbles, the rest next to nothing.
 * All letters, shapes and signs come at least once, easy ones or not.
 */
const COUNTS = { letter: 60, shape: 26, symbol: 26, scribble: 30, blank: 8 } as const;

const MAKERS: Readonly<Record<NonDigit['kind'], readonly Maker[]>> = {
  letter: LETTERS.map((form) => [form.name, (random) => drawForm(form, random)]),
  shape: SHAPES.map((form) => [form.name, (random) => drawForm(form, random)]),
  symbol: [
    ['two-digits', twoDigits],
    ...SYMBOLS.map((form): Maker => [form.name, (random) => drawForm(form, random)]),
  ],
  scribble: SCRIBBLES.map(({ name, draw }) => [name, (random) => somewhere(draw(random), random)]),
  blank: [
    ['nothing', () => []],
    ['dot', (random) => dots(1, random)],
    ['dots', (random) => dots(2 + random.integer(5), random)],
  ],
};

/**
 * A hundred and fifty things that are no digit and that people do draw, hard ones among them.
 * @param seed any whole number from 0 to 2^32 - 1; the same seed draws the same things
 */
export function nonDigits(seed: number): NonDigit[] {
  const random = createRandom(seed);
  return (Object.keys(MAKERS) as NonDigit['kind'][]).flatMap((kind) =>
    Array.from({ length: COUNTS[kind] }, (_, i) => {
      const [name, draw] = MAKERS[kind][i % MAKERS[kind].length];
      const go = Math.floor(i / MAKERS[kind].length) + 1;
      return { id: `${kind}-${name}-${go}`, kind, strokes: draw(random) };
    }),
  );
}

/** Two digits that fill their half each: a number, but no digit. */
function twoDigits(random: Random): Strokes {
  const plain = DRAWN_DIGITS.filter(({ hand }) => hand === 'plain');
  const half = (left: number): Strokes => {
    const { label, strokes } = plain[random.integer(plain.length)];
    const width = label === 1 ? 8 : 30; // a 1 stretched as wide as the others would be no 1
    const middle = left + 15 + 2 * random.normal();
    return into(middle - width / 2, 20, middle + width / 2, 80 + 3 * random.normal(), strokes);
  };
  return [...half(12), ...half(58)];
}

/** Taps of the pen: single points, anywhere on the pad. */
function dots(count: number, random: Random): Strokes {
  return Array.from({ length: count }, () => [
    0.1 + 0.8 * random.uniform(),
    0.1 + 0.8 * random.uniform(),
  ]);
}

import { describe, expect, it } from 'vitest';
import { curve, into, lean, line, MARGIN, type Strokes } from './curve.ts';
import { DRAWN_DIGITS } from './digits.ts';
import { nonDigits } from './non-digits.ts';

/** Whether every stroke is pairs of coordinates that keep the margin. */
function fitsThePad(strokes: Strokes): boolean {
  return strokes.every(
    (s) => s.length >= 2 && s.length % 2 === 0 && s.every((v) => v >= MARGIN && v <= 1 - MARGIN),
  );
}

describe('the drawn digits', () => {
  it('give every digit ten drawings or more, five by a plain hand and five by an awkward one', () => {
    for (let label = 0; label < 10; label++) {
      for (const hand of ['plain', 'awkward']) {
        const drawn = DRAWN_DIGITS.filter((d) => d.label === label && d.hand === hand);
        expect(drawn.length, `${hand} ${label}`).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('have names of their own', () => {
    expect(new Set(DRAWN_DIGITS.map(({ id }) => id)).size).toBe(DRAWN_DIGITS.length);
  });

  it('stay inside the pad, in strokes of 20 to 60 points', () => {
    for (const { id, strokes } of DRAWN_DIGITS) {
      expect(strokes.length, id).toBeGreaterThan(0);
      expect(fitsThePad(strokes), id).toBe(true);
      for (const s of strokes) {
        expect(s.length / 2, id).toBeGreaterThanOrEqual(20);
        expect(s.length / 2, id).toBeLessThanOrEqual(60);
      }
    }
  });
});

describe('the things that are no digit', () => {
  const things = nonDigits(1);

  it('are the same for the same seed, and others for another', () => {
    expect(nonDigits(1)).toEqual(things);
    expect(nonDigits(2)).not.toEqual(things);
  });

  it('number at least 120, each with a name of its own', () => {
    expect(things.length).toBeGreaterThanOrEqual(120);
    expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
  });

  it.each([
    ['letters', ['letter'], 0.4],
    ['shapes and signs', ['shape', 'symbol'], 0.35],
    ['scribbles', ['scribble'], 0.2],
    ['next to nothing', ['blank'], 0.05],
  ])('%s are about their share', (_, kinds, share) => {
    const count = things.filter(({ kind }) => kinds.includes(kind)).length;
    expect(Math.abs(count / things.length - share)).toBeLessThanOrEqual(0.03);
  });

  it('stay inside the pad whatever the seed, and only a blank one has no strokes', () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const { id, strokes } of nonDigits(seed)) {
        expect(fitsThePad(strokes), `${id}, seed ${seed}`).toBe(true);
        expect(strokes.length === 0, `${id}, seed ${seed}`).toBe(id.startsWith('blank-nothing'));
      }
    }
  });
});

describe('the pen that draws them', () => {
  it('starts and ends a curve at its first and last control, and passes the corner between', () => {
    const drawn = curve([10, 20, 50, 20, 50, 20, 50, 80]);
    const ends = [...drawn.slice(0, 2), ...drawn.slice(-2)];
    [0.1, 0.2, 0.5, 0.8].forEach((v, i) => expect(ends[i]).toBeCloseTo(v));
    const near = Math.min(
      ...drawn
        .filter((_, i) => i % 2 === 0)
        .map((x, n) => Math.hypot(x - 0.5, drawn[2 * n + 1] - 0.2)),
    );
    expect(near).toBeLessThan(0.0126); // half the distance between two points
  });

  it('turns clockwise, and stretches into the box it is given', () => {
    const [turned] = lean(90, [line([50, 20, 50, 80])]); // its top goes to the right
    expect(turned[0]).toBeCloseTo(0.8);
    expect(turned[1]).toBeCloseTo(0.5);
    const [boxed] = into(10, 10, 20, 40, [line([50, 20, 70, 80])]);
    expect(boxed.slice(0, 2)).toEqual([0.1, 0.1]);
    expect(boxed.slice(-2)).toEqual([0.2, 0.4]);
  });
});

import { describe, expect, it } from 'vitest';
import { openModel } from '../../src/commands/models.ts';
import { type Drawing, transform } from '../../src/digits/strokes.ts';
import { readDrawing } from '../../src/recogniser/recognise.ts';
import { DRAWN_DIGITS } from '../drawings/digits.ts';
import { nonDigits } from '../drawings/non-digits.ts';

/** The recogniser as it ships, on drawings that were made before it was trained and had no part in that. */
const network = openModel('recogniser');

function drawn(strokes: readonly (readonly number[])[], width = 0.07): Drawing {
  return strokes.map((points) => ({ points, width, erase: false }));
}

describe('the shipped recogniser', () => {
  it('reads at least 95 in 100 of the digits drawn by hand, and stands by at least 90 of them', () => {
    const verdicts = DRAWN_DIGITS.map(({ label, strokes }) => {
      const { scores, verdict } = readDrawing(network, drawn(strokes));
      return {
        right: scores.indexOf(Math.max(...scores)) === label,
        sure: verdict.kind === 'digit' && verdict.digit === label,
      };
    });
    expect(verdicts.filter(({ right }) => right).length).toBeGreaterThanOrEqual(
      0.95 * DRAWN_DIGITS.length,
    );
    expect(verdicts.filter(({ sure }) => sure).length).toBeGreaterThanOrEqual(
      0.9 * DRAWN_DIGITS.length,
    );
  });

  it('says the same of a digit drawn small in a corner with a thick pen', () => {
    for (const { strokes } of DRAWN_DIGITS) {
      const large = readDrawing(network, drawn(strokes));
      const small = readDrawing(network, drawn(transform(strokes, 0.3, 0.02, 0.65), 0.11));
      large.scores.forEach((score, j) => expect(small.scores[j]).toBeCloseTo(score, 3));
    }
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'refuses at least 93 in 100 things that are no digit (seed %i)',
    (seed) => {
      const things = nonDigits(seed);
      expect(things.length).toBeGreaterThanOrEqual(100);
      const refused = things.filter(
        ({ strokes }) => readDrawing(network, drawn(strokes)).verdict.kind !== 'digit',
      );
      expect(refused.length / things.length).toBeGreaterThanOrEqual(0.93);
    },
  );
});

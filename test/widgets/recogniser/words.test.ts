import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOR, LEAD, SURE, type Verdict, judge } from '../../../src/recogniser/verdict.ts';
import { RULE, brief, headline, plain, reason } from '../../../src/widgets/recogniser/words.ts';

const scores = (best: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: 10 }, (_, digit) => best[digit] ?? 0);

const cases: [string, Verdict, number[], string, string, string][] = [
  [
    'a digit',
    { kind: 'digit', digit: 5 },
    scores({ 5: 0.98, 3: 0.18 }),
    'It reads a 5.',
    'It scores 0.98. Next comes a 3, at 0.18.',
    'It reads a 5, scoring 0.98. Next, a 3 at 0.18.',
  ],
  [
    'an 8, with its article',
    { kind: 'digit', digit: 8 },
    scores({ 8: 1, 0: 0.004 }),
    'It reads an 8.',
    'It scores 1.00. Next comes a 0, at 0.00.',
    'It reads an 8, scoring 1.00. Next, a 0 at 0.00.',
  ],
  [
    'two that are both low',
    { kind: 'unsure', digit: 9, other: 8 },
    scores({ 9: SURE - 0.1, 8: SURE - 0.2 }),
    'Not sure.',
    `It could be a 9, at ${(SURE - 0.1).toFixed(2)}, or an 8, at ${(SURE - 0.2).toFixed(2)}. Neither reaches ${SURE.toFixed(2)}, so the page does not choose.`,
    `Not sure: a 9 at ${(SURE - 0.1).toFixed(2)}, or an 8 at ${(SURE - 0.2).toFixed(2)}.`,
  ],
  [
    'one that stands alone and is not high enough',
    { kind: 'unsure', digit: 9, other: 4 },
    scores({ 9: SURE - 0.01, 4: 0.02 }),
    'Not sure.',
    `Perhaps a 9, but its ${(SURE - 0.01).toFixed(2)} falls short of ${SURE.toFixed(2)}. Next comes a 4, at 0.02.`,
    `Not sure: a 9 at ${(SURE - 0.01).toFixed(2)}, or a 4 at 0.02.`,
  ],
  [
    'two that are close',
    { kind: 'unsure', digit: 4, other: 9 },
    scores({ 4: 0.95, 9: 0.9 }),
    'Not sure.',
    `It could be a 4, at 0.95, or a 9, at 0.90. They are less than ${LEAD.toFixed(2)} apart, so the page does not choose.`,
    'Not sure: a 4 at 0.95, or a 9 at 0.90.',
  ],
  [
    'no digit',
    { kind: 'no-digit' },
    scores({ 7: 0.12, 1: 0.01 }),
    'This does not look like a digit.',
    `Its best score is 0.12, for a 7. Below ${FLOOR.toFixed(2)} the page takes it for no digit.`,
    'This does not look like a digit. Its best: a 7 at 0.12.',
  ],
  [
    'nothing',
    { kind: 'blank' },
    scores({}),
    'Draw a digit.',
    'Any from 0 to 9, as large or as small as you like.',
    'Draw a digit, any from 0 to 9.',
  ],
];

describe('what the page says of', () => {
  it.each(cases)('%s', (_, verdict, tens, large, why, line) => {
    expect(headline(verdict)).toBe(large);
    expect(plain(reason(verdict, tens))).toBe(why);
    expect(plain(brief(verdict, tens))).toBe(line);
  });
});

describe('a score near a limit', () => {
  it.each([
    [
      { 9: 0.846, 4: 0.02 },
      'Perhaps a 9, but its 0.846 falls short of 0.85. Next comes a 4, at 0.02.',
    ],
    [
      { 9: 0.84999, 4: 0.02 },
      'Perhaps a 9, but its 0.84999 falls short of 0.85. Next comes a 4, at 0.02.',
    ],
    [
      { 9: 0.847, 4: 0.3 },
      'It could be a 9, at 0.847, or a 4, at 0.300. Neither reaches 0.85, so the page does not choose.',
    ],
    [
      { 9: 0.8501, 4: 0.1549 },
      'It could be a 9, at 0.850, or a 4, at 0.155. They are less than 0.70 apart, so the page does not choose.',
    ],
    [
      { 7: 0.3961, 1: 0.01 },
      'Its best score is 0.396, for a 7. Below 0.40 the page takes it for no digit.',
    ],
  ])('has as many places as its sentence needs: %j', (best, words) => {
    const all = scores(best);
    expect(plain(reason(judge([1], all), all))).toBe(words);
  });

  it('never refutes its own sentence', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const near = fc
      .tuple(fc.constantFrom(SURE, LEAD, FLOOR, 0.15, 0.3), fc.integer({ min: -99, max: 99 }))
      .map(([limit, step]) => limit + step / 10_000);
    const any = fc.oneof(score, near);
    fc.assert(
      fc.property(any, any, (one, other) => {
        const all = scores({ 9: one, 4: other });
        const words = plain(reason(judge([1], all), all));
        const numbers = [...words.matchAll(/\d\.\d+/g)].map(([number]) => Number(number));
        if (words.includes('falls short of')) expect(numbers[0]).toBeLessThan(numbers[1]);
        if (words.includes('Neither reaches')) {
          expect(Math.max(numbers[0], numbers[1])).toBeLessThan(numbers[2]);
        }
        if (words.includes('apart'))
          expect(numbers[0] - numbers[1]).toBeLessThan(numbers[2] - 1e-12);
        if (words.includes('no digit')) expect(numbers[0]).toBeLessThan(numbers[1]);
        if (words.startsWith('It scores')) {
          expect(numbers[0]).toBeGreaterThanOrEqual(SURE);
          expect(numbers[0] - numbers[1]).toBeGreaterThanOrEqual(LEAD - 1e-9);
        }
      }),
    );
  });
});

it('keeps digits apart from words, so that they can be set in bold', () => {
  const parts = brief({ kind: 'digit', digit: 5 }, scores({ 5: 1, 3: 0.2 }));
  expect(parts.filter((part) => typeof part === 'number')).toEqual([5, 3]);
});

it('states the rule with the numbers that the verdict goes by', () => {
  for (const limit of [SURE, LEAD, FLOOR]) expect(RULE).toContain(limit.toFixed(2));
});

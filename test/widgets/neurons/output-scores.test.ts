import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward } from '../../../src/network/feedforward.ts';
import { bestTwo } from '../../../src/recogniser/verdict.ts';
import { explainer, loadResources, thousand } from '../../../src/islands/resources.ts';
import {
  byDoubt,
  mostTorn,
  OutputScores,
} from '../../../src/widgets/neurons/output-scores/output-scores.svelte.ts';

beforeAll(() => loadResources());

describe('digits by doubt', () => {
  it('go from the largest lead to the smallest, each with the network’s own scores', () => {
    const readings = byDoubt(explainer.value, thousand.value, 4);
    expect(readings).toHaveLength(100);
    readings.forEach(({ digit, scores, lead }, i) => {
      expect(digit.label).toBe(4);
      if (i > 0) expect(lead).toBeLessThanOrEqual(readings[i - 1].lead);
      expect(scores).toEqual(feedforward(explainer.value, digit.pixels).activations[3]);
    });
  });

  it('have a four among them that scores for 4 and for 9', () => {
    const readings = byDoubt(explainer.value, thousand.value, 4);
    const { scores } = readings[mostTorn(readings)];
    expect(new Set(bestTwo(scores))).toEqual(new Set([4, 9]));
    expect(Math.min(scores[4], scores[9])).toBeGreaterThan(0.25);
    expect(scores[4]).toBeGreaterThan(scores[9]);
  });
});

describe('walking through them', () => {
  const create = (): OutputScores => new OutputScores(() => explainer.value, thousand.value);

  it('says what is read, and what the ten add up to', () => {
    const figure = create();
    expect(figure.words).toContain('Its writer meant a 4.');
    expect(figure.words).toContain(`All ten add up to ${figure.sum.toFixed(2)}.`);
    expect(figure.words).toContain('read as a 4, with a good deal of a 9 in it.');
    expect(figure.misreadWords).toBe(
      `The last ${figure.misread} of the 100 are read as other digits.`,
    );
    figure.rank = 100 - figure.misread;
    expect(figure.words).not.toContain('read as a 4');
    figure.rank = 0;
    expect(figure.words).toContain('plainly read as a 4');
    figure.rank = 99;
    expect(figure.words).toMatch(/wrongly|only just|no score reaches a half/);
    for (const [rank, { scores, lead }] of figure.readings.entries()) {
      figure.rank = rank;
      const isNarrow = lead >= 0 && lead < 0.1 && Math.max(...scores) >= 0.5;
      expect(figure.words.includes('only just'), figure.words).toBe(isNarrow);
    }
  });

  it('shows what all of a kind add up to: the plainest fours miss one by more than those misread', () => {
    const figure = create();
    expect(figure.sums).toHaveLength(100);
    expect(figure.sums[figure.rank]).toBe(figure.sum);
    const off = (sums: readonly number[]): number =>
      sums.reduce((all, sum) => all + Math.abs(sum - 1), 0) / sums.length;
    const [plain, wrong] = [figure.sums.slice(0, 10), figure.sums.slice(-figure.misread)];
    expect(figure.sumsWords).toBe(
      `The 10 plainest 4s miss one by ${off(plain).toFixed(2)} on average, the ${figure.misread} misread by ${off(wrong).toFixed(2)}.`,
    );
    expect(off(plain)).toBeGreaterThan(0.03);
  });

  it('has something to reset once it was used, and says "an 8"', () => {
    const figure = create();
    expect(figure.canReset).toBe(false);
    figure.choose(8);
    expect([figure.canReset, figure.words.startsWith('Its writer meant an 8.')]).toEqual([
      true,
      true,
    ]);
    figure.reset();
    expect(figure.canReset).toBe(false);
  });

  it('goes into a link and out of it, and back to the beginning', () => {
    const figure = create();
    expect(figure.toLink()).toEqual({});
    figure.choose(7);
    figure.rank = 16;
    const link = figure.toLink();
    expect(link).toEqual({ at: '7.17' });
    const other = create();
    other.fromLink(link);
    expect(other.now.digit.index).toBe(figure.now.digit.index);
    other.reset();
    expect(other.isFirst).toBe(true);
  });

  it('begins with another kind as if it had never had the first, on the server as well', () => {
    const figure = create();
    expect(figure.now.digit.label).toBe(4);
    figure.fromLink({ at: '7.1' });
    expect(figure.now.digit.label).toBe(7);
    expect(figure.readings).toBe(figure.readings);
  });

  it('keeps a state that makes sense, whatever a link says', () => {
    const figure = create();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,2}\.\d{1,4}$/)), (at) => {
        figure.fromLink({ at });
        expect(figure.now.digit.label).toBe(figure.label);
        expect(Number.isFinite(figure.sum)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import recorded from '../../../public/models/ways.json';
import {
  type Bundle,
  bundleOf,
  compareBundles,
  curvesOf,
  EPOCHS,
  noiseOf,
  SEEDS,
  WAY_INDICES,
} from '../../../src/widgets/training/ways-to-start/way-stats.ts';
import { WaysToStart } from '../../../src/widgets/training/ways-to-start/ways-to-start.svelte.ts';

const bundle = (...accuracies: number[]): Bundle => ({
  accuracies,
  mean: accuracies.reduce((sum, a) => sum + a, 0) / accuracies.length,
  least: Math.min(...accuracies),
  most: Math.max(...accuracies),
});

describe('the noise of ten thousand digits', () => {
  it('is 0.44 points at 95%, two standard deviations of a binomial', () => {
    expect(100 * noiseOf(0.95, 10_000)).toBeCloseTo(0.436, 3);
    // A hundred times as many digits make a tenth of it.
    expect(noiseOf(0.95, 1_000_000)).toBeCloseTo(noiseOf(0.95, 10_000) / 10, 12);
  });

  it('holds about 95 of 100 counts that are drawn by the dice', () => {
    let seed = 7;
    const dice = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const within = Array.from({ length: 400 }, () => {
      let right = 0;
      for (let i = 0; i < 2000; i++) if (dice() < 0.9) right++;
      return Math.abs(right / 2000 - 0.9) <= noiseOf(0.9, 2000);
    }).filter(Boolean).length;
    expect(within / 400).toBeGreaterThan(0.92);
    expect(within / 400).toBeLessThan(0.99);
  });
});

describe('a comparison of two ways', () => {
  it('is noise where the means lie closer than the digits leave open', () => {
    const { verdict, points } = compareBundles(bundle(0.952, 0.951), bundle(0.953, 0.952));
    expect([verdict, points]).toEqual(['noise', 0.1]);
  });

  it('tells bundles that overlap from bundles that lie apart', () => {
    expect(compareBundles(bundle(0.94, 0.957), bundle(0.956, 0.962)).verdict).toBe('overlap');
    expect(compareBundles(bundle(0.94, 0.95), bundle(0.956, 0.962))).toMatchObject({
      verdict: 'apart',
      isFirstBetter: false,
    });
  });

  it('says the same whichever is named first', () => {
    const share = fc.double({ min: 0.5, max: 0.99, noNaN: true });
    const five = fc.array(share, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(five, five, (one, other) => {
        const [there, back] = [
          compareBundles(bundle(...one), bundle(...other)),
          compareBundles(bundle(...other), bundle(...one)),
        ];
        expect([there.points, there.noise]).toEqual([back.points, back.noise]);
        expect(there.verdict === 'noise').toBe(back.verdict === 'noise');
      }),
    );
  });
});

describe('ways to start', () => {
  it('takes its curves from the record, by seed', () => {
    for (const way of WAY_INDICES) {
      const curves = curvesOf(way);
      expect(curves).toHaveLength(SEEDS.length);
      curves.forEach((curve, i) => {
        const run = recorded.runs.find((one) => one.way === way && one.seed === SEEDS[i]);
        expect(curve.map((share) => Math.round(share * recorded.tested))).toEqual(run?.right);
      });
    }
  });

  it('begins with the two starts at the end, which lie apart', () => {
    const figure = new WaysToStart();
    expect(figure.epoch).toBe(EPOCHS);
    expect(figure.comparison.verdict).toBe('apart');
    expect(figure.words).toContain('no luck explains it');
    expect(figure.canReset).toBe(false);
  });

  it('finds the two costs from one start no further apart than noise', () => {
    const figure = new WaysToStart({ one: 0, other: 2 });
    expect(figure.comparison.verdict).toBe('noise');
    expect(figure.words).toContain('it tells nothing');
  });

  it('says what follows from what it says, at every epoch and of any two', () => {
    const figure = new WaysToStart();
    for (let epoch = 1; epoch <= EPOCHS; epoch++) {
      for (const one of WAY_INDICES) {
        for (const other of WAY_INDICES) {
          if (one === other) continue;
          figure.epoch = epoch;
          figure.one = one;
          figure.other = other;
          const [a, b] = [...figure.words.matchAll(/(\d+\.\d\d)%/g)].map(([, n]) => Number(n));
          const said = /The difference, (\d\.\d\d|\d\d\.\d\d) points/.exec(figure.words)?.[1];
          expect(Number(said)).toBeCloseTo(Math.abs(a - b), 6);
          expect(bundleOf(one, epoch).mean).toBeCloseTo(a / 100, 4);
        }
      }
    }
  });

  it('finds no difference where both are the same way, and says why', () => {
    const figure = new WaysToStart({ one: 1, other: 1 });
    expect(figure.words).toContain('Those of B are the same five');
    expect(figure.words).not.toContain('difference');
  });

  it('comes back by its link, and takes nothing else from one', () => {
    const figure = new WaysToStart();
    figure.epoch = 6;
    figure.one = 2;
    figure.other = 3;
    figure.seed = 2;
    const again = new WaysToStart();
    again.fromLink(figure.toLink());
    expect(again.words).toBe(figure.words);
    expect(again.toLink()).toEqual(figure.toLink());
    const odd = new WaysToStart();
    odd.fromLink({ epoch: '0', a: '3.5', b: '4', seed: '77' });
    expect(odd.canReset).toBe(false);
    again.reset();
    expect(again.toLink()).toEqual({});
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_LABEL } from '../../../src/network/examples.ts';
import { evaluate } from '../../../src/network/sgd.ts';
import { explainer, loadResources, thousand } from '../../../src/islands/resources.ts';
import { cuts, outline } from '../../../src/widgets/backprop/mini-batches/batch-outline.ts';
import {
  batchesIn,
  MiniBatches,
} from '../../../src/widgets/backprop/mini-batches/mini-batches.svelte.ts';

beforeAll(() => loadResources());
const create = (start = {}): MiniBatches =>
  new MiniBatches(thousand.value, () => explainer.value, start);

describe('an epoch cut into mini-batches', () => {
  it('uses every digit once, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (size) => {
        const figure = create({ size });
        const seen: number[] = [];
        for (let batch = 0; batch < figure.batches; batch++) {
          figure.batch = batch;
          const { shown } = figure;
          expect(shown.length).toBeLessThanOrEqual(size);
          expect(figure.kinds.reduce((sum, n) => sum + n)).toBe(shown.length);
          seen.push(...shown.map(({ index }) => index));
        }
        expect(new Set(seen).size).toBe(1000);
        expect(seen).toHaveLength(1000);
      }),
      { numRuns: 20 },
    );
  });

  it('takes 600 steps for all training digits in batches of a hundred', () => {
    expect(batchesIn(60_000, 100)).toBe(600);
    expect(batchesIn(1000, 96)).toBe(11);
  });

  it('is shuffled anew for the next epoch, and the same for everybody', () => {
    const [one, other] = [create(), create()];
    expect(one.order).toEqual(other.order);
    one.shuffle();
    expect(one.order).not.toEqual(other.order);
    other.shuffle();
    expect(one.order).toEqual(other.order);
    one.reset();
    expect(one.epoch).toBe(1);
    expect(one.canReset).toBe(false);
  });

  it('has a mean cost that is what sgd measures', () => {
    const figure = create({ size: 1000 });
    const inputs = Float64Array.from(thousand.value.flatMap(({ pixels }) => [...pixels]));
    const labels = Uint8Array.from(thousand.value, ({ label }) => label);
    expect(labels).not.toContain(NO_LABEL);
    const { cost } = evaluate(explainer.value, { count: 1000, inputs, labels, full: 1 });
    expect(figure.fullCost).toBeCloseTo(cost, 12);
    expect(figure.batchCost).toBeCloseTo(cost, 12);
  });

  it('says what is in the batch', () => {
    expect(create({ size: 1 }).words).toMatch(/Batch 1 of 1,000. It holds an? [a-z]+ alone,/);
    expect(create({ size: 1000 }).words).toContain('every digit');
    expect(create({ size: 96, batch: 10 }).words).toContain('of the 40 digits that were left');
  });

  it('keeps a state that makes sense, whatever a link says', () => {
    const figure = create();
    const text = fc.oneof(fc.string(), fc.integer({ min: -5, max: 2000 }).map(String));
    fc.assert(
      fc.property(text, text, text, (m, batch, epoch) => {
        figure.fromLink({ m, batch, epoch });
        expect(figure.batch).toBeLessThan(figure.batches);
        const other = create();
        other.fromLink(figure.toLink());
        expect(other.toLink()).toEqual(figure.toLink());
        expect(figure.words).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});

describe('outlines on the sheet', () => {
  it('go round a run in one row, over two rows that do not touch, and over many', () => {
    expect(outline(3, 6, 10)).toBe('M3 0H6v1H3z');
    expect(outline(8, 12, 10)).toBe('M10 0H8v1H10M0 1H2v1H0');
    expect(outline(8, 35, 10)).toBe('M8 0H10V3H5v1H0V1H8z');
  });
  it('mark where batches begin', () => {
    expect(cuts(25, 10, 10)).toBe('M0 1v1M0 2v1');
    expect(cuts(25, 1, 10)).toBe('');
  });
});

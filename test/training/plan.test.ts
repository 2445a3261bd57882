import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsFor, faultsOf, type Field, PlanError, readPlan } from '../../src/training/plan.ts';
import { plan } from './small-digits.ts';

describe('readPlan', () => {
  it('lets a good plan pass, as a copy of its own fields', () => {
    const growth = [
      { epoch: 1, count: 60, also: 1 },
      { epoch: 3, count: 180 },
    ];
    const read = readPlan({ ...plan, growth, also: 1 });
    expect(read).toEqual({ ...plan, growth: [{ epoch: 1, count: 60 }, growth[1]] });
    expect(read.sizes).not.toBe(plan.sizes);
  });

  it('takes every number up to its limit', () => {
    const most = { eta: 100, miniBatch: 1000, lambda: 1000, epochs: 1000, seed: 2 ** 32 - 1 };
    expect(faultsOf({ ...plan, ...most, count: 60_000 })).toEqual({});
    expect(faultsOf({ ...plan, sizes: [784, 10], lambda: 0, miniBatch: 1, seed: 0 })).toEqual({});
  });

  const layers = 'Layers: 784 inputs, up to 3 hidden layers of 1 to 300 neurons, 10 outputs.';
  const grows =
    'Digits come at once, as they come, or by a list of epochs and counts that both grow, from epoch 1.';
  it.each<[field: Field, value: unknown, says: string]>([
    ['sizes', [783, 30, 10], layers],
    ['sizes', [784, 30, 9], layers],
    ['sizes', [784], layers],
    ['sizes', [784, 0, 10], layers],
    ['sizes', [784, 301, 10], layers],
    ['sizes', [784, 2.5, 10], layers],
    ['sizes', [784, 1, 1, 1, 1, 10], layers],
    ['sizes', '784-30-10', layers],
    ['start', 'warm', 'Start: normal or scaled.'],
    ['cost', 'toString', 'Cost: quadratic or cross-entropy.'],
    ['eta', 0, 'Eta: above 0, up to 1,000.'],
    ['eta', NaN, 'Eta: above 0, up to 1,000.'],
    ['eta', 1001, 'Eta: above 0, up to 1,000.'],
    ['eta', '3', 'Eta: above 0, up to 1,000.'],
    ['miniBatch', 0, 'Mini-batch: a whole number from 1 to 1,000.'],
    ['miniBatch', 1.5, 'Mini-batch: a whole number from 1 to 1,000.'],
    ['lambda', -1, 'Lambda: from 0 to 1,000.'],
    ['lambda', Infinity, 'Lambda: from 0 to 1,000.'],
    ['epochs', 1001, 'Epochs: a whole number from 1 to 1,000.'],
    ['seed', -1, 'Seed: a whole number from 0 to 4,294,967,295.'],
    ['seed', 2 ** 32, 'Seed: a whole number from 0 to 4,294,967,295.'],
    ['count', 60_001, 'Digits: a whole number from 1 to 60,000.'],
    ['growth', 'soon', grows],
    ['growth', [], grows],
    ['growth', [{ epoch: 2, count: 60 }], grows],
    ['growth', [{ epoch: 1, count: 0 }], grows],
    ['growth', [{ epoch: 1, count: 181 }], grows],
    ['growth', [null], grows],
    [
      'growth',
      [
        { epoch: 1, count: 60 },
        { epoch: 1, count: 90 },
      ],
      grows,
    ],
    [
      'growth',
      [
        { epoch: 1, count: 60 },
        { epoch: 2, count: 60 },
      ],
      grows,
    ],
    [
      'growth',
      [
        { epoch: 1, count: 60 },
        { epoch: 7, count: 90 },
      ],
      grows,
    ],
  ])('refuses %s %j', (field, value, says) => {
    const wrong = { ...plan, [field]: value };
    expect(faultsOf(wrong)).toEqual({ [field]: says });
    expect(() => readPlan(wrong)).toThrow(new PlanError(says));
  });

  it('names all faults of a plan that is none', () => {
    expect(Object.keys(faultsOf(null)).sort()).toEqual(Object.keys(plan).sort());
  });

  it('refuses anything else by the same error, or reads a plan', () => {
    const field = fc.constantFrom(...(Object.keys(plan) as Field[]));
    fc.assert(
      fc.property(field, fc.anything(), (name, value) => {
        try {
          expect(faultsOf(readPlan({ ...plan, [name]: value }))).toEqual({});
        } catch (error) {
          expect(error).toBeInstanceOf(PlanError);
        }
      }),
    );
  });
});

describe('digitsFor', () => {
  it('waits for all, or takes what has come', () => {
    expect(digitsFor(plan, 1, 179)).toBe(0);
    expect(digitsFor(plan, 1, 180)).toBe(180);
    expect(digitsFor(plan, 1, 999)).toBe(180);
    const eager = { ...plan, growth: 'as-they-come' } as const;
    expect([0, 60, 180, 999].map((here) => digitsFor(eager, 2, here))).toEqual([0, 60, 180, 180]);
  });

  it('does as a list says, and waits for what it says', () => {
    const growth = [
      { epoch: 1, count: 60 },
      { epoch: 3, count: 150 },
    ];
    const listed = { ...plan, growth };
    expect([1, 2, 3, 6].map((epoch) => digitsFor(listed, epoch, 180))).toEqual([60, 60, 150, 150]);
    expect([1, 3].map((epoch) => digitsFor(listed, epoch, 120))).toEqual([60, 0]);
  });
});

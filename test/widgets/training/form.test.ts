import { describe, expect, it } from 'vitest';
import { missing } from '../../../src/widgets/training/download.ts';
import {
  etaOf,
  FIRST,
  formFaults,
  formOf,
  planOf,
} from '../../../src/widgets/training/training/form.ts';

describe('the form of a plan', () => {
  it('is a good plan from the first', () => {
    expect(formFaults(FIRST)).toEqual({});
    expect(planOf(FIRST)).toMatchObject({ sizes: [784, 30, 10], eta: 3, growth: 'as-they-come' });
  });

  it.each<[hidden: string, sizes: number[]]>([
    ['', [784, 10]],
    ['16 16', [784, 16, 16, 10]],
    [' 100,\t60 ; 30-10', [784, 100, 60, 30, 10, 10]],
    ['30,', [784, NaN, 10]],
    ['2.5', [784, NaN, 10]],
    ['thirty', [784, NaN, 10]],
    ['½', [784, NaN, 10]],
    ['３０', [784, NaN, 10]],
    ['-5', [784, NaN, 10]],
    ['16 -5', [784, NaN, 10]],
    ['1e2', [784, NaN, 10]],
    ['3O', [784, NaN, 10]],
    ['16x16', [784, 16, 16, 10]],
  ])('takes the layers "%s" for %j', (hidden, sizes) => {
    expect(planOf({ ...FIRST, hidden }).sizes).toEqual(sizes);
  });

  it('says what is wrong, and takes an empty field for a wrong one', () => {
    const wrong = { ...FIRST, hidden: '2.5', seed: null, epochs: undefined, lambda: '-1' };
    expect(Object.keys(formFaults(wrong)).sort()).toEqual(['epochs', 'lambda', 'seed', 'sizes']);
  });

  it('says in words what hidden layers are', () => {
    expect(formFaults({ ...FIRST, hidden: 'thirty' })).toEqual({
      sizes: 'Hidden layers: whole numbers alone, as in 16 16. Nothing for none.',
    });
  });

  it.each<[typed: string, lambda: number]>([
    ['0', 0],
    ['0.5', 0.5],
    ['0,5', 0.5],
    [' 5. ', 5],
    ['.1', 0.1],
    ['', NaN],
    ['1e-7', 1e-7],
    ['1,000', NaN],
    ['0,5,1', NaN],
    ['1,000.5', NaN],
    ['-1', NaN],
    ['five', NaN],
  ])('takes "%s" for a lambda of %d', (lambda, value) => {
    expect(planOf({ ...FIRST, lambda }).lambda).toBe(value);
    expect(formFaults({ ...FIRST, lambda }).lambda === undefined).toBe(!Number.isNaN(value));
  });

  it('comes back from its plan', () => {
    const form = { ...FIRST, hidden: '16 16', etaPower: Math.log10(0.25), growth: 'wait' as const };
    expect(formOf(planOf(form))).toEqual(form);
    const growth = [{ epoch: 1, count: 20_000 }];
    expect(formOf({ ...planOf(form), growth }).growth).toBe('as-they-come');
  });

  it('has an eta of two digits, which every stop of the slider is the same for everybody', () => {
    expect([-2, -1, 0, 0.48, 2].map(etaOf)).toEqual([0.01, 0.1, 1, 3, 100]);
  });
});

describe('what is still to be fetched', () => {
  const download = { test: 800, train: [100, 200, 300] };

  it.each<[count: number, train: number, test: number, bytes: number]>([
    [60_000, 0, 0, 1400],
    [1000, 0, 0, 900],
    [20_000, 0, 0, 900],
    [20_001, 0, 0, 1100],
    [60_000, 20_000, 10_000, 500],
    [1000, 20_000, 10_000, 0],
    [60_000, 60_000, 10_000, 0],
    [60_000, 0, 10_000, 600],
  ])('for %i digits, with %i and %i here: %i bytes', (count, train, test, bytes) => {
    expect(missing(download, count, { train, test })).toBe(bytes);
  });
});

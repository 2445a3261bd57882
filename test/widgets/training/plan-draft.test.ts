import { describe, expect, it } from 'vitest';
import { missing } from '../../../src/widgets/training/download.ts';
import {
  type Draft,
  draftFaults,
  draftOf,
  FIRST,
  isSamePlan,
  planOf,
} from '../../../src/widgets/training/train-here/plan-draft.ts';
import { readDraft, writeDraft } from '../../../src/widgets/training/train-here/plan-text.ts';

describe('the draft of a plan', () => {
  it('is a good plan from the first', () => {
    expect(draftFaults(FIRST)).toEqual({});
    expect(planOf(FIRST)).toMatchObject({ sizes: [784, 30, 10], eta: 3, growth: 'wait' });
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
    const wrong: Draft = {
      ...FIRST,
      hidden: '2.5',
      seed: '',
      epochs: '1.5',
      lambda: '-1',
      eta: '0',
    };
    expect(Object.keys(draftFaults(wrong)).sort()).toEqual([
      'epochs',
      'eta',
      'lambda',
      'seed',
      'sizes',
    ]);
  });

  it.each<[typed: string, epochs: number]>([
    ['30', 30],
    [' 1,000 ', 1000],
    ['1 000', 1000],
    ['10,00', NaN],
    ['1e2', NaN],
    ['-3', NaN],
    ['', NaN],
  ])('takes "%s" for %d epochs', (epochs, value) => {
    expect(planOf({ ...FIRST, epochs }).epochs).toBe(value);
  });

  it('says in words what hidden layers are', () => {
    expect(draftFaults({ ...FIRST, hidden: 'thirty' })).toEqual({
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
    expect(draftFaults({ ...FIRST, lambda }).lambda === undefined).toBe(!Number.isNaN(value));
  });

  it('comes back from its plan', () => {
    const draft: Draft = {
      ...FIRST,
      hidden: '16 16',
      eta: '0.25',
      lambda: '5',
      cost: 'cross-entropy',
    };
    expect(draftOf(planOf(draft))).toEqual(draft);
    expect(isSamePlan(planOf(draft), planOf({ ...draft, hidden: '16-16', eta: '.25' }))).toBe(true);
    expect(isSamePlan(planOf(draft), planOf({ ...draft, seed: '2' }))).toBe(false);
  });
});

describe('the draft in a link', () => {
  it('comes back as it was typed, good or not', () => {
    const draft: Draft = { ...FIRST, hidden: '16 16', eta: 'much', start: 'scaled', count: 1000 };
    expect(writeDraft(draft)).toEqual({
      hidden: '16 16',
      eta: 'much',
      start: 'scaled',
      count: '1000',
    });
    expect(readDraft(writeDraft(draft))).toEqual(draft);
    expect(writeDraft(FIRST)).toEqual({});
  });

  it('stays as at first where a link makes no sense', () => {
    const wrong = {
      cost: 'cubic',
      start: '',
      miniBatch: '1e3',
      count: '70000',
      seed: 'x'.repeat(50),
    };
    expect(readDraft(wrong)).toEqual(FIRST);
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

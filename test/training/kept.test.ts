import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, readKept, writeKept } from '../../src/training/kept.ts';
import { plan } from './small-digits.ts';

const growth = [
  { epoch: 1, count: 60 },
  { epoch: 3, count: 180 },
];
const kept: Kept = { plan: { ...plan, growth: 'as-they-come' }, past: { epoch: 4, growth } };

describe('what is kept of a run', () => {
  it('is read as it was written, without the network', () => {
    const network = { sizes: [], layers: [] };
    const text = writeKept({ ...kept, past: { ...kept.past, network } as Kept['past'] });
    expect(text).not.toContain('network');
    expect(readKept(text)).toEqual(kept);
  });

  it.each<[what: string, text: string | null]>([
    ['nothing', null],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '7'],
    ['no past', JSON.stringify({ plan })],
    ['a plan that is none', JSON.stringify({ ...kept, plan: { ...plan, eta: -1 } })],
    ['a past beyond the plan', JSON.stringify({ ...kept, past: { epoch: 7, growth } })],
    [
      'a past that says nothing of its digits',
      JSON.stringify({ ...kept, past: { epoch: 4, growth: 'wait' } }),
    ],
    ['a growth beyond its past', JSON.stringify({ ...kept, past: { epoch: 2, growth } })],
  ])('is left alone where it is %s', (_, text) => {
    expect(readKept(text)).toBeNull();
  });

  it('is never the cause of an error', () => {
    fc.assert(fc.property(fc.json(), (text) => readKept(text) === null));
  });
});

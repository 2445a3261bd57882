import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  durationWords,
  epochTime,
  knobsInAllTime,
  triesWords,
} from '@/widgets/descent/grid-search/grid-tries.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

it('reads the time of an epoch from the table of measurements, and says when there is none', () => {
  const table = '| | A, ms an epoch | B, ms an epoch |\n| --- | --- | --- |\n| network | 5 | 7.5 |';
  expect(epochTime(table, 'network', 'B')).toBe(7.5);
  expect(() => epochTime(table, 'kernel', 'B')).toThrow('no time');
  expect(() => epochTime(table, 'network', 'C')).toThrow('no time');
  expect(epochTime(readme, 'kernel', '784-16-16-10')).toBeGreaterThan(1);
});

it.each([
  [1, '10 seconds'],
  [2, '1.7 minutes'],
  [4, '2.8 hours'],
  [6, '12 days'],
  [8, '3.2 years'],
])('writes 10^%i seconds as %s', (power, words) => expect(durationWords(power)).toBe(words));

it('writes what is longer than that as a power of ten of years', () => {
  expect(durationWords(13001)).toEqual({ years: 12993 });
});

it('counts knobs by the digits of the tries', () => {
  expect(knobsInAllTime(1)).toBe(17);
  expect(knobsInAllTime(100)).toBe(19);
  expect([triesWords(1), triesWords(4), triesWords(7)]).toEqual(['10', '10,000', null]);
});

import { expect, it } from 'vitest';
import { aDigit, aNumeral, article, numeral } from '../../src/words/digits.ts';
import { capital } from '../../src/words/english.ts';
import { pixelName, rowAndColumn } from '../../src/words/pixels.ts';
import { counted, countedInWords, manyOf } from '../../src/words/counts.ts';

it('counts things', () => {
  expect([counted(1, 'epoch'), counted(1000, 'epoch')]).toEqual(['1 epoch', '1,000 epochs']);
  expect(counted(2, 'mini-batch', 'mini-batches')).toBe('2 mini-batches');
  expect([0, 1, 1200].map((n) => countedInWords(n, 'digit'))).toEqual([
    'no digits',
    'one digit',
    '1,200 digits',
  ]);
});

it('names digits', () => {
  expect([numeral(7), aNumeral(8), aNumeral(3)]).toEqual(['seven', 'an eight', 'a three']);
  expect([aDigit(8), aDigit(1), article(8)]).toEqual(['an 8', 'a 1', 'an']);
  expect([manyOf(0, 2), manyOf(1, 7), manyOf(12, 6)]).toEqual(['no twos', 'one seven', '12 sixes']);
});

it('names a pixel by row and column, from 1', () => {
  expect(pixelName(321)).toBe('row 12, column 14');
  expect([pixelName(0), pixelName(783)]).toEqual(['row 1, column 1', 'row 28, column 28']);
  expect(pixelName(5, 3)).toBe('row 2, column 3');
  expect(rowAndColumn(11, 13)).toBe('row 12, column 14');
});

it('begins a sentence', () => {
  expect([capital('row 1'), capital('')]).toEqual(['Row 1', '']);
});

import { expect, it } from 'vitest';
import { readTestDigits } from '../../src/commands/bench-files.ts';
import { picture } from '../../src/digits/packed.ts';
import { testDigit } from '../../src/islands/test-digit.ts';

it('finds any digit of the test set, and none beyond it', async () => {
  const digits = readTestDigits();
  expect(await testDigit(9999)).toEqual({
    index: 9999,
    label: digits.labels[9999],
    pixels: picture(digits, 9999),
  });
  expect(await testDigit(10_000)).toBeUndefined();
});

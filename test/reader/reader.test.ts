import { beforeAll, expect, it } from 'vitest';
import type { GivenDigit } from '@/digits/sheet.ts';
import { hundred, loadResources, thousand } from '@/islands/resources.ts';
import { Reader } from '@/reader/reader.svelte.ts';
import { firstState } from '@/reader/state.ts';
import { ReaderStore } from '@/reader/store.svelte.ts';

beforeAll(() => loadResources(hundred, thousand));

/** What is in force once this was chosen. */
function chosen(digit: GivenDigit): GivenDigit {
  const store = new ReaderStore(firstState(hundred.value), null);
  new Reader(store).chooseDigit(digit);
  return store.state.digit;
}

it('a digit is the same to the last shade from whichever strip it was chosen, and by a link', () => {
  const fine = (digit: GivenDigit): GivenDigit | undefined =>
    hundred.value.find(({ index }) => index === digit.index);
  const both = thousand.value.filter(fine);
  expect(both.length).toBeGreaterThan(5);
  for (const digit of both) expect(chosen(digit)).toBe(fine(digit));
  const [other] = thousand.value.filter((digit) => !fine(digit));
  expect(chosen(other)).toBe(other);
});

import { expect, it } from 'vitest';
import { DigitStrip } from '@/controls/digit-strip.svelte.ts';
import type { GivenDigit } from '@/controls/pad/sheet.ts';

const digit = (index: number, label: number): GivenDigit => ({
  index,
  label,
  pixels: new Float64Array(784),
});
const digits = [digit(0, 7), digit(1, 2), digit(2, 7), digit(3, 2), digit(4, 7)];
const shown = (strip: DigitStrip): number[] => strip.tiles.map(({ index }) => index);

it('shows one digit of each label, in order, the chosen one among them', () => {
  expect(
    shown(
      new DigitStrip(
        () => digits,
        () => digits[0],
      ),
    ),
  ).toEqual([1, 0]);
  expect(
    shown(
      new DigitStrip(
        () => digits,
        () => digits[4],
      ),
    ),
  ).toEqual([1, 4]);
});

it('goes through all digits of a label and round again', () => {
  let chosen = digits[0];
  const strip = new DigitStrip(
    () => digits,
    () => chosen,
  );
  const seen = [1, 2, 3].map(() => (chosen = strip.another).index);
  expect(seen).toEqual([2, 4, 0]);
});

it('brings a label back with the digit that was chosen for it', () => {
  let chosen = digits[4];
  const strip = new DigitStrip(
    () => digits,
    () => chosen,
  );
  strip.keep(chosen);
  chosen = digits[1];
  expect(shown(strip)).toEqual([1, 4]);
});

it('shows a chosen digit of another set in its label’s place, and starts from the first after it', () => {
  const stranger = digit(900, 7);
  const strip = new DigitStrip(
    () => digits,
    () => stranger,
  );
  expect(shown(strip)).toEqual([1, 900]);
  expect(strip.another.index).toBe(0);
});

it('leads back to the digit that it began with, until another of that label was chosen', () => {
  const withExample = [...digits, digit(18, 3), digit(32, 3)];
  let chosen = withExample[6];
  const strip = new DigitStrip(
    () => withExample,
    () => chosen,
  );
  chosen = digits[1];
  expect(shown(strip)).toEqual([1, 32, 0]);
  strip.keep(withExample[5]);
  expect(shown(strip)).toEqual([1, 18, 0]);
});

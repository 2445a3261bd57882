import { beforeAll, beforeEach, expect, it } from 'vitest';
import { argmax } from '@/network/feedforward.ts';
import { explainer, loadResources, thousand } from '@/islands/resources.ts';
import {
  HALVES,
  QUARTERS,
  scoresOf,
  tollOfHalves,
  without,
} from '@/widgets/neurons/parts-of-digits/digit-parts.ts';
import {
  FIRST_EIGHT,
  PartsOfDigits,
} from '@/widgets/neurons/parts-of-digits/parts-of-digits.svelte.ts';

beforeAll(() => loadResources(explainer, thousand));

let parts: PartsOfDigits;
beforeEach(() => {
  parts = new PartsOfDigits(() => explainer.value, thousand.value);
});

const ink = (pixels: Float64Array): number => pixels.reduce((sum, value) => sum + value, 0);

it('the halves of a digit make it whole, and so do its quarters', () => {
  const { pixels } = thousand.value[17];
  const gone = (of: readonly ((typeof HALVES)[number] | (typeof QUARTERS)[number])[]): number =>
    of.reduce((sum, part) => sum + ink(pixels) - ink(without(pixels, part)), 0);
  expect(gone(['upper half', 'lower half'])).toBeCloseTo(ink(pixels), 10);
  expect(gone(['left half', 'right half'])).toBeCloseTo(ink(pixels), 10);
  expect(gone(QUARTERS)).toBeCloseTo(ink(pixels), 10);
});

it('a blank picture loses nothing', () => {
  for (const part of HALVES) expect(ink(without(new Float64Array(784), part))).toBe(0);
});

it('counts what losing a half costs, as one by one', () => {
  const { whole, tolls } = tollOfHalves(explainer.value, thousand.value, 8);
  const read = (pixels: Float64Array): boolean => argmax(scoresOf(explainer.value, pixels)) === 8;
  const eights = thousand.value.filter(({ label, pixels }) => label === 8 && read(pixels));
  expect(whole).toBe(eights.length);
  const still = eights.filter(({ pixels }) => read(without(pixels, 'right half'))).length;
  expect(tolls.find(({ part }) => part === 'right half')?.still).toBe(still);
});

it('begins with an 8 that two of its halves turn into other digits, and one does not', () => {
  const reading = (part: (typeof HALVES)[number]): number => {
    parts.rubOut(part);
    return parts.best;
  };
  expect(parts.digit.index).toBe(FIRST_EIGHT);
  expect([reading('upper half'), reading('lower half'), reading('right half')]).toEqual([2, 9, 8]);
});

it('says what it reads now and which score fell most', () => {
  expect(parts.words).toMatch(/^A whole 8, number 4518 .* reads an 8, scoring 0\.97\.$/);
  parts.rubOut('lower half');
  expect(parts.words).toMatch(/9, at 0\.\d\d\. The score of 8 fell most, from 0\.97 to 0\.\d\d\.$/);
  parts.rubOut('right half');
  expect(parts.words).toMatch(/^It still reads an 8/);
});

it('rubs nothing out before a rubber is chosen', () => {
  parts.paint(14 * 28 + 12, 'start');
  expect(parts.sheet.isChanged).toBe(false);
});

it('with nothing left there are still ten scores', () => {
  parts.tool = 'large';
  for (let cell = 0; cell < 784; cell++) parts.paint(cell, 'start');
  expect(parts.words).toMatch(/^Nothing is left, and still there are ten scores/);
});

it('puts back what it rubbed out', () => {
  parts.tool = 'large';
  parts.paint(14 * 28 + 12, 'start');
  expect(parts.sheet.isChanged).toBe(true);
  parts.tool = 'back';
  parts.paint(14 * 28 + 12, 'start');
  expect(parts.sheet.isChanged).toBe(false);
});

it('shows changes that are the difference of the numbers beside them', () => {
  parts.rubOut('upper half');
  for (const { before, now, change } of parts.changes) expect(change).toBe(now - before);
});

it('says in a sentence whether the half guessed is the one that counts, over all digits of the kind', () => {
  expect(parts.outcome).toBe('');
  const { whole, tolls } = parts.toll;
  const still = (half: string): number => tolls.find(({ part }) => part === half)?.still ?? -1;
  const [least] = tolls.toSorted((one, other) => one.still - other.still);
  for (const half of HALVES) {
    parts.guess = half;
    const end = `without the ${least.part} only ${least.still}`;
    expect(parts.outcome).toBe(
      still(half) === least.still
        ? `As you said: ${end} of ${whole} 8s are still read.`
        : `It is not the ${half}: without it ${still(half)} of ${whole} 8s are still read, ${end}.`,
    );
  }
});

it('another digit comes whole, with its own question', () => {
  parts.guess = 'left half';
  parts.rubOut('left half');
  parts.choose(thousand.value[0]);
  expect([parts.sheet.isChanged, parts.guess]).toEqual([false, null]);
});

it('goes into a link and out of it, and takes no nonsense', () => {
  parts.choose(thousand.value[2]);
  parts.rubOut('lower left quarter');
  const other = new PartsOfDigits(() => explainer.value, thousand.value);
  other.fromLink(parts.toLink());
  expect(other.sheet.pixels).toEqual(parts.sheet.pixels);
  const fresh = new PartsOfDigits(() => explainer.value, thousand.value);
  fresh.fromLink({ digit: '-1', without: 'everything' });
  expect(fresh.canReset).toBe(false);
});

it('that begins with a part gone has nothing to reset at first, and rubbing by hand travels in a link', () => {
  const gone = new PartsOfDigits(() => explainer.value, thousand.value, { without: 'lower half' });
  expect(gone.canReset).toBe(false);
  gone.tool = 'small';
  gone.paint(8 * 28 + 14, 'start');
  expect(gone.canReset).toBe(true);
  parts.fromLink(gone.toLink());
  expect(scoresOf(explainer.value, parts.sheet.pixels)).toEqual(gone.scores);
  gone.reset();
  expect(gone.canReset).toBe(false);
});

it('Reset restores the first state', () => {
  parts.choose(thousand.value[2]);
  parts.rubOut('upper half');
  parts.guess = 'upper half';
  parts.tool = 'small';
  parts.cell = 5;
  parts.reset();
  expect(parts.canReset).toBe(false);
});

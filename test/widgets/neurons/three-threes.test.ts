import { beforeAll, beforeEach, expect, it } from 'vitest';
import { loadResources, thousand } from '@/islands/resources.ts';
import { MOST_SLIDE, ThreeThrees } from '@/widgets/neurons/three-threes/three-threes.svelte.ts';

beforeAll(() => loadResources(thousand));

let threes: ThreeThrees;
beforeEach(() => {
  threes = new ThreeThrees(thousand.value);
});

it('begins with two 3s that share little, and an 8 that is nearer than any other 3', () => {
  const { first, second, nearestRival, kin, sums } = threes;
  expect([first.label, second.label, nearestRival.digit.label]).toEqual([3, 3, 8]);
  expect(sums.shared / (sums.shared + sums.distance)).toBeLessThan(0.15);
  expect(threes.neighbours[0].digit).toBe(nearestRival.digit);
  expect(kin).toHaveLength(99);
  expect(threes.furtherThan(nearestRival.distance)).toBe(99);
  expect(threes.verdict).toContain('Of 99 other 3s, all 99 are further');
});

it('shows sums that add up', () => {
  for (const digit of thousand.value.slice(0, 40)) {
    threes.lay(digit);
    const { onlyFirst, onlySecond, distance } = threes.sums;
    expect(distance.toFixed(1)).toBe((onlyFirst + onlySecond).toFixed(1));
  }
});

it('lays neighbours over by their rank, and knows the rank of any', () => {
  threes.layRank(1);
  expect(threes.second.index).toBe(184);
  for (const rank of [1, 2, 500, 999]) {
    threes.layRank(rank);
    expect(threes.rank).toBe(rank);
  }
  threes.layRank(5000);
  expect(threes.rank).toBe(999);
  threes.layRank(Number.NaN);
  expect(threes.rank).toBe(999);
});

it('chooses for the side that is asked for, and lays it where it belongs', () => {
  threes.slide(3, 2);
  threes.choose(thousand.value[0]);
  expect([threes.second, threes.right, threes.down]).toEqual([thousand.value[0], 0, 0]);
  threes.side = 'first';
  threes.choose(thousand.value[1]);
  expect(threes.first).toBe(thousand.value[1]);
});

it('never compares a digit with its own kind', () => {
  threes.side = 'first';
  for (const label of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const digit = thousand.value.find((one) => one.label === label);
    if (digit) threes.choose(digit);
    expect(threes.rivalLabel).not.toBe(label);
    threes.compareWith(label);
    expect(threes.rivalLabel).not.toBe(label);
  }
  threes.compareWith(Number.NaN);
  expect(threes.rivals.length).toBeGreaterThan(0);
});

it('slides within its range, by whole pixels, and finds the least distance', () => {
  threes.slide(99, -2.4);
  expect([threes.right, threes.down]).toEqual([MOST_SLIDE, -2]);
  threes.slide(Number.NaN, -0.2);
  expect([threes.right, threes.down]).toEqual([0, 0]);
  const before = threes.sums.distance;
  threes.fit();
  expect(threes.sums.distance).toBeLessThan(before);
  expect(threes.words).toContain('slid like this');
});

it('a digit laid over itself differs by nothing', () => {
  threes.lay(threes.first);
  expect([threes.sums.distance, threes.rank]).toEqual([0, 0]);
  expect(threes.words).toContain('The same 3 twice');
});

it('goes into a link and out of it, and takes no nonsense', () => {
  expect(threes.toLink()).toEqual({});
  threes.layRank(7);
  threes.compareWith(5);
  threes.slide(-2, 3);
  const other = new ThreeThrees(thousand.value);
  other.fromLink(threes.toLink());
  expect([other.second, other.rivalLabel, other.right, other.down]).toEqual([
    threes.second,
    5,
    -2,
    3,
  ]);
  const fresh = new ThreeThrees(thousand.value);
  fresh.fromLink({ pair: '90.x', with: '3', slid: '-99.0' });
  fresh.fromLink({ pair: '', with: '12', slid: 'NaN' });
  expect(fresh.canReset).toBe(false);
});

it('Reset restores the first state', () => {
  threes.side = 'first';
  threes.choose(thousand.value[0]);
  threes.compareWith(1);
  threes.slide(1, 1);
  expect(threes.canReset).toBe(true);
  threes.reset();
  expect(threes.canReset).toBe(false);
});

it('tells what is nearest against what the reader guessed, and forgets the guess at Reset', () => {
  expect(threes.nearestWords).toMatch(/^The nearest of all 999 is an 8, \d+\.\d away\.$/);
  expect(threes.outcome).toBe('');
  threes.guess = 'kin';
  expect(threes.canReset).toBe(true);
  expect(threes.outcome).toMatch(
    /^Not what you said: the nearest of all 999 is an 8, \d+\.\d away\.$/,
  );
  threes.guess = 'stranger';
  expect(threes.outcome).toMatch(/^As you said: the nearest/);
  threes.lay(thousand.value[3]);
  expect(threes.guess).toBe('stranger');
  threes.side = 'first';
  threes.choose(thousand.value.find(({ label }) => label === 7) ?? thousand.value[0]);
  expect([threes.guess, threes.outcome]).toEqual([null, '']);
  threes.reset();
  expect([threes.guess, threes.canReset]).toEqual([null, false]);
});

/** How little pixel distance knows of digits: the pair that the figure of two 3s begins with, among the thousand digits. */
import type { GivenDigit } from '@/digits/sheet.ts';
import { loadResources, thousand } from '@/islands/resources.ts';
import { factsFrom, type Measure } from './measure.ts';
import { percent } from '@/words/numbers.ts';

/** The two 3s, by their places in the MNIST test set. */
export const FIRST_THREE = 9797;
export const SECOND_THREE = 4630;

const sum = (numbers: Float64Array): number => numbers.reduce((all, x) => all + x, 0);

/** The differences of all pixels, without their signs, added up; both 784 numbers, 0 to 1. */
const distance = (one: GivenDigit, other: GivenDigit): number =>
  sum(one.pixels.map((x, k) => Math.abs(x - other.pixels[k])));

interface Facts {
  /** Other 3s than the first. */
  readonly others: number;
  /** How many of them are further from it than the nearest 8. */
  readonly further: number;
  /** How much of its ink the second 3 shares, 0 to 1. */
  readonly shared: number;
  /** How much of the second 3's own ink that is, 0 to 1. */
  readonly covered: number;
}

async function measure(): Promise<Facts> {
  await loadResources();
  const find = (index: number): GivenDigit => {
    const digit = thousand.value.find((candidate) => candidate.index === index);
    if (!digit) throw new Error(`Test digit ${String(index)} is not among the thousand.`);
    return digit;
  };
  const [first, second] = [find(FIRST_THREE), find(SECOND_THREE)];
  const distances = (label: number): number[] =>
    thousand.value
      .filter((other) => other.label === label && other.index !== first.index)
      .map((other) => distance(first, other));
  const nearestEight = Math.min(...distances(8));
  const others = distances(3);
  const common = sum(first.pixels.map((x, k) => Math.min(x, second.pixels[k])));
  return {
    others: others.length,
    further: others.filter((apart) => apart > nearestEight).length,
    shared: common / sum(first.pixels),
    covered: common / sum(second.pixels),
  };
}

const of = factsFrom(measure);

export const threesValues: Readonly<Record<string, Measure>> = {
  'threes.others': of(({ others }) => String(others)),
  'threes.further': of(({ further }) => String(further)),
  'threes.shared': of(({ shared }) => percent(shared, 0)),
  'threes.covered': of(({ covered }) => percent(covered, 0)),
};

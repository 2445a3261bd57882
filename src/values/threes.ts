/** How little the distance of pixels knows of digits: the 3 that everybody begins with, among the thousand digits. */
import type { GivenDigit } from '../digits/sheet.ts';
import { hundred, loadStanding, thousand } from '../reader/standing.ts';
import { firstState } from '../reader/state.ts';
import type { Measure } from './values.ts';

/** Square of the distance between two pictures, both 784 numbers, 0 to 1. */
function squaredDistance(one: GivenDigit, other: GivenDigit): number {
  let sum = 0;
  for (const [k, x] of one.pixels.entries()) sum += (x - other.pixels[k]) ** 2;
  return sum;
}

interface Counts {
  /** Other digits that read the same. */
  readonly others: number;
  /** How many of them are further away than the nearest 8. */
  readonly further: number;
}

async function count(): Promise<Counts> {
  await loadStanding();
  const { digit } = firstState(hundred.value);
  const distances = (label: number): number[] =>
    thousand.value
      .filter((other) => other.label === label && other.index !== digit.index)
      .map((other) => squaredDistance(digit, other));
  const nearestEight = Math.min(...distances(8));
  const others = distances(digit.label);
  return {
    others: others.length,
    further: others.filter((distance) => distance > nearestEight).length,
  };
}

let counts: Promise<Counts> | undefined;
const of = (name: keyof Counts): Measure => {
  return async () => String((await (counts ??= count()))[name]);
};

export const threesValues: Readonly<Record<string, Measure>> = {
  'threes.others': of('others'),
  'threes.further': of('further'),
};

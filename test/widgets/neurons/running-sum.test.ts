import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  multiply,
  rowTotals,
  runningSum,
  steepestFall,
  steepestRise,
  twoSides,
} from '@/widgets/neurons/weight-grid/running-sum.ts';

const products = [0, 2, -3, 0, 0.5, -1];

it('multiplies each weight by what it weighs', () => {
  expect([...multiply([2, -3, 4], [1, 0.5, 0])]).toEqual([2, -1.5, 0]);
});

it('adds products as one reads, and leaves out those that are 0', () => {
  const { inputs, sums } = runningSum(products, 'reading');
  expect([...inputs]).toEqual([1, 2, 4, 5]);
  expect([...sums]).toEqual([0, 2, -1, -0.5, -1.5]);
});

it('adds the largest first, whatever their sign', () => {
  const { inputs, sums } = runningSum(products, 'size');
  expect([...inputs]).toEqual([2, 1, 5, 4]);
  expect([...sums]).toEqual([0, -3, -1, -2, -1.5]);
});

it('comes to the same sum in any order', () => {
  const some = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(some, (values) => {
      const ends = (['reading', 'size'] as const).map((order) =>
        runningSum(values, order).sums.at(-1),
      );
      expect(ends[0]).toBeCloseTo(ends[1] ?? NaN, 9);
      const { up, down } = twoSides(values);
      expect(up.total + down.total).toBeCloseTo(ends[0] ?? NaN, 9);
    }),
  );
});

it('adds up rows', () => {
  expect([...rowTotals([1, 2, 3, 4, 5, 6], 3)]).toEqual([6, 15]);
});

it.each([
  [[1, -5, 2, 3, -1, 0], { from: 2, to: 3, total: 5 }],
  [[0, 4, 0, 0], { from: 1, to: 1, total: 4 }],
  [[1, 1, 1, 1, 1, 1, 1], { from: 0, to: 4, total: 5 }],
  [[-1, 0], null],
  [[], null],
])('the steepest rise of %j is %j', (totals, rise) => {
  expect(steepestRise(totals)).toEqual(rise);
  const fall = steepestFall(totals.map((total) => -total));
  expect(fall).toEqual(rise && { ...rise, total: -rise.total });
});

it('finds no better stretch of five rows or fewer than the one it names', () => {
  const rows = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 28 });
  fc.assert(
    fc.property(rows, (totals) => {
      const best = steepestRise(totals)?.total ?? 0;
      totals.forEach((_, from) => {
        for (let length = 1; length <= 5; length++) {
          const total = totals.slice(from, from + length).reduce((sum, one) => sum + one, 0);
          expect(total).toBeLessThanOrEqual(best);
        }
      });
    }),
  );
});

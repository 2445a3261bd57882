import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotNear, runsOf, stackDots } from '@/plot/charts/dot-columns.ts';

const values = [-1.2, -0.3, -0.1, 0.1, 0.2, 0.4, 2.5];
const isPicked = (rank: number): boolean => rank === 4;

it('stacks values in the column that they belong to, those picked nearest to the axis', () => {
  const dots = stackDots(values, 0.5, isPicked);
  expect([...dots.column]).toEqual([-3, -1, -1, 0, 0, 0, 5]);
  expect([...dots.slot]).toEqual([0, 0, 1, 1, 0, 2, 0]);
  expect(dots.tallest).toBe(3);
});

it('gives each dot a place of its own, and misses none when it draws them', () => {
  const sorted = fc
    .array(fc.double({ min: -30, max: 30, noNaN: true }), { maxLength: 80 })
    .map((list) => Float64Array.from(list).sort());
  fc.assert(
    fc.property(sorted, fc.nat(), fc.nat(), (list, a, b) => {
      const isThird = (rank: number): boolean => rank % 3 === 0;
      const dots = stackDots(list, 0.7, isThird);
      const places = new Set(
        list.length ? [...dots.column].map((c, i) => `${c} ${dots.slot[i]}`) : [],
      );
      expect(places.size).toBe(list.length);
      const [from, to] = [a % (list.length + 1), b % (list.length + 1)].sort((x, y) => x - y);
      const drawn = [isThird, (rank: number) => !isThird(rank)].flatMap((wanted) =>
        runsOf(dots, from, to, wanted).flatMap(({ column, slot, count }) =>
          Array.from({ length: count }, (_, i) => `${column} ${slot + i}`),
        ),
      );
      const wanted = Array.from({ length: to - from }, (_, i) => from + i).map(
        (rank) => `${dots.column[rank]} ${dots.slot[rank]}`,
      );
      expect(drawn.sort()).toEqual(wanted.sort());
    }),
  );
});

it('finds the dot that is meant, in the nearest column that has any', () => {
  const dots = stackDots(values, 0.5, isPicked);
  expect(dotNear(dots, 0.25, 0)).toBe(4);
  expect(dotNear(dots, 0.25, 9)).toBe(5);
  expect(dotNear(dots, 1.9, 0)).toBe(6);
  expect(dotNear(dots, -50, 3)).toBe(0);
  expect(dotNear(stackDots([], 0.5, isPicked), 0, 0)).toBeNull();
});

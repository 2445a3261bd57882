import { expect, it } from 'vitest';
import { breathing, piece } from '@/islands/in-pieces.ts';

/** Work in portions of a millisecond, which yields how many are done. */
function* working(portions: number): Generator<number, string> {
  for (let done = 1; done <= portions; done++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield done;
  }
  return 'all of it';
}

it('goes on for a piece and no further, and then from there', () => {
  const work = working(1000);
  const { done, value } = piece(work);
  expect(done).toBe(false);
  expect(value).toBeGreaterThan(1);
  expect(value).toBeLessThan(500);
  expect(Number(piece(work).value)).toBeGreaterThan(Number(value));
});

it('lets others have their turn, tells how far it is, and comes to its end', async () => {
  let turns = 0;
  const clock = setInterval(() => turns++);
  const told: number[] = [];
  expect(await breathing(working(60), (done) => told.push(done))).toBe('all of it');
  clearInterval(clock);
  expect(turns).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.at(-1)).toBeLessThanOrEqual(60);
});

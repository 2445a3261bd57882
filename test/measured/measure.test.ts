import { expect, it } from 'vitest';
import { factsFrom } from '@/measured/measure.ts';

it('works facts out once, when the first number is asked for', async () => {
  let times = 0;
  const of = factsFrom(() => {
    times++;
    return Promise.resolve({ one: 1, two: 2 });
  });
  const [one, two] = [of(({ one }) => `${one}`), of(({ two }) => `${two}`)];
  expect(times).toBe(0);
  expect([await one(), await two(), await one()]).toEqual(['1', '2', '1']);
  expect(times).toBe(1);
});

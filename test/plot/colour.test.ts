import { expect, it } from 'vitest';
import { lamp } from '../../src/plot/colour.ts';

it.each([
  [0, '#161b1f'],
  [1, '#faf8f0'],
  [0.5, '#888a88'],
  [-3, '#161b1f'],
  [7, '#faf8f0'],
])('a lamp at %d is %s', (activation, colour) => {
  expect(lamp(activation)).toBe(colour);
});

it('grows brighter with its activation, never darker', () => {
  const brightness = (a: number): number => parseInt(lamp(a).slice(1, 3), 16);
  for (let i = 1; i <= 200; i++)
    expect(brightness(i / 200)).toBeGreaterThanOrEqual(brightness((i - 1) / 200));
});

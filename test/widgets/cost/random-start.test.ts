import { beforeAll, expect, it } from 'vitest';
import { feedforward } from '../../../src/network/feedforward.ts';
import { createNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  RandomStart,
  roll,
  SIZES,
} from '../../../src/widgets/cost/random-start/random-start.svelte.ts';

beforeAll(() => loadResources(hundred));

it('counts what a network of that seed does', () => {
  const { atEnds, shares, bins } = roll(7, 'normal', hundred.value);
  const network = createNetwork(SIZES, 'normal', createRandom(7));
  const all = hundred.value.flatMap(({ pixels }) => [
    ...feedforward(network, pixels).activations[1],
  ]);
  expect(atEnds).toBeCloseTo(all.filter((a) => a < 0.01 || a > 0.99).length / 3000, 12);
  expect(shares.reduce((sum, share) => sum + share, 0) / 30).toBeCloseTo(atEnds, 12);
  expect(bins.reduce((sum, count) => sum + count, 0)).toBe(3000);
  expect(bins[0]).toBe(all.filter((a) => a < 0.05).length);
});

it('shows what the text says: without scaling most activations sit at an end, with it none', () => {
  for (let seed = 1; seed <= 20; seed++) {
    expect(roll(seed, 'normal', hundred.value).atEnds).toBeGreaterThan(0.5);
    expect(roll(seed, 'scaled', hundred.value).atEnds).toBe(0);
  }
});

it('rolls, remembers, and goes back to the first roll', () => {
  const dice = new RandomStart(hundred.value);
  const { words } = dice;
  expect(words).toMatch(/^Seed 1\. .* of 100 digits right\.$/);
  for (let i = 0; i < 20; i++) dice.again();
  expect(dice.history).toHaveLength(12);
  expect(dice.seed).toBe(21);
  dice.from = 0.5;
  expect(dice.stuckOf(dice.now[0])).toBeGreaterThan(10);
  dice.reset();
  expect([dice.words, dice.canReset]).toEqual([words, false]);
});

it('gives the same roll for the same seed, and takes only seeds and shares from a link', () => {
  expect(roll(3, 'normal', hundred.value)).toEqual(roll(3, 'normal', hundred.value));
  const dice = new RandomStart(hundred.value);
  for (const seed of ['-3', '99999', 'x', '']) dice.fromLink({ seed, from: seed });
  expect(dice.canReset).toBe(false);
  dice.fromLink({ seed: '12', from: '70' });
  expect(dice.toLink()).toEqual({ seed: '12', from: '70' });
  expect(dice.words).toContain('for 70% or more of the digits');
  dice.again();
  const other = new RandomStart(hundred.value);
  other.fromLink(dice.toLink());
  expect(other.seeds).toEqual([12, 13]);
  dice.fromLink({ from: '3' });
  expect(dice.from).toBe(0.5);
});

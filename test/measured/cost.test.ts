import { expect, it } from 'vitest';
import models from '../../public/models/models.json' with { type: 'json' };
import comparison from '../../public/models/comparison.json' with { type: 'json' };
import widths from '../../public/models/widths.json' with { type: 'json' };
import { hundred, loadResources } from '../../src/islands/resources.ts';
import { roll } from '../../src/widgets/cost/random-start/random-start.svelte.ts';
import { valueOf } from '../../src/measured/values.ts';

const number = async (name: string): Promise<number> =>
  Number((await valueOf(name)).replace('%', ''));

it('finds no neuron of the first roll at an end for nearly all digits, and over half of the activations there, roll after roll', async () => {
  await loadResources(hundred);
  const first = roll(1, 'normal', hundred.value);
  expect(Math.max(...first.shares)).toBeLessThan(0.95);
  expect(await number('start.normal.ends')).toBe(Math.round(100 * first.atEnds));
  for (let seed = 1; seed <= 20; seed++) {
    expect(roll(seed, 'normal', hundred.value).atEnds, String(seed)).toBeGreaterThan(0.5);
    expect(roll(seed, 'scaled', hundred.value).atEnds, String(seed)).toBe(0);
  }
});

it('gives a start without the division a smaller slope, and both less than the largest there is', async () => {
  const [normal, scaled] = [await number('start.normal.slope'), await number('start.scaled.slope')];
  expect(normal).toBeGreaterThan(0);
  expect(scaled).toBeGreaterThan(4 * normal);
  expect(scaled).toBeLessThan(0.25);
});

it('compares two starts that were trained alike, but for the start', () => {
  const { sizes, start, cost, eta, etaLeft, miniBatch, lambda, epochs } = models.classic.recipe;
  expect({ cost, eta, miniBatch, lambda, epochs }).toEqual({
    cost: widths.recipe.cost,
    eta: widths.recipe.eta,
    miniBatch: widths.recipe.miniBatch,
    lambda: widths.recipe.lambda,
    epochs: widths.recipe.epochs,
  });
  expect([etaLeft, start, widths.recipe.start]).toEqual([1, 'normal', 'scaled']);
  expect(sizes[1]).toBe(30);
  expect(widths.recipe.hidden).toContain(30);
});

it('reads as many of the hundred as it says, and of the thousand a share near that of all test digits', async () => {
  expect(await number('hundred.right')).toBeLessThanOrEqual(100);
  const all = 100 * models.explainer.mnist.accuracy;
  expect(Math.abs((await number('thousand.accuracy')) - all)).toBeLessThan(2);
});

it('shows the few digits three hundred times and the many three times', () => {
  const { counts, miniBatch, marks } = comparison.recipe;
  const seen = (count: number): number => (Math.max(...marks) * miniBatch) / count;
  expect([seen(counts[0]), seen(counts[counts.length - 1])]).toEqual([300, 3]);
});

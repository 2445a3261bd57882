import { expect, it } from 'vitest';
import { surveyOf } from '../../src/descent/mean-cost.ts';
import { flatGradient } from '../../src/descent/parameters.ts';
import { explainer, hundred, loadResources } from '../../src/islands/resources.ts';
import { valueOf } from '../../src/measured/values.ts';

const number = async (name: string): Promise<number> =>
  Number((await valueOf(name)).replaceAll(',', ''));

it('counts among the 13,002 slopes those that are 0 and the few that matter most', async () => {
  await loadResources();
  const { cost, gradient } = surveyOf(explainer.value, hundred.value);
  const sizes = [...flatGradient(gradient)].map(Math.abs).sort((one, other) => other - one);
  expect(sizes).toHaveLength(13_002);
  const squared = (from: number[]): number => from.reduce((sum, s) => sum + s * s, 0);
  const half = await number('gradient.half');
  expect(squared(sizes.slice(0, half)) / squared(sizes)).toBeGreaterThanOrEqual(0.5);
  expect(squared(sizes.slice(0, half - 1)) / squared(sizes)).toBeLessThan(0.5);
  expect(await number('gradient.flat')).toBe(sizes.filter((size) => size === 0).length);
  expect(await number('gradient.cost')).toBeCloseTo(cost, 4);
  // As the prose rounds it, and as one finds it from the two slopes with the three digits that the figure prints.
  const shown = [sizes[0], sizes[3999]].map((size) => Number(size.toPrecision(3)));
  for (const [steep, flat] of [[sizes[0], sizes[3999]], shown]) {
    expect(await number('pair.ratio')).toBe(Math.round(steep / flat));
  }
});

it('finds that flat slopes come in sixteens: a pixel blank in all hundred digits teaches no neuron', async () => {
  const blank = Array.from({ length: 784 }, (_, k) => k).filter((k) =>
    hundred.value.every(({ pixels }) => pixels[k] === 0),
  );
  expect(await number('gradient.flat')).toBe(16 * blank.length);
});

/** What chapter 7 says of the ingredients of the recogniser's training, against what was measured. */
import { expect, it } from 'vitest';
import variety from '../../public/models/variety.json' with { type: 'json' };
import { recipes } from '../../src/training/recipes.ts';
import { VARIETY_RUNS, varietyRecipe } from '../../src/training/recorded/variety-runs.ts';

const [plain, bent, traced, written, strangers] = variety.runs;

it('measured each ingredient, in the order in which they are added', () => {
  expect(variety.runs.map(({ name }) => name)).toEqual(VARIETY_RUNS);
  const last = varietyRecipe('strangers');
  expect(last.variety).toEqual(recipes.recogniser.variety);
  expect(10 * last.epochs).toBe(recipes.recogniser.epochs);
  expect(varietyRecipe('plain').variety).toBeUndefined();
});

it('is told truly: a point by bending, nothing by tracing, most by writing, doubt at a price', () => {
  expect(bent.upright - plain.upright).toBeGreaterThan(0.008);
  expect(bent.turned - plain.turned).toBeGreaterThan(bent.upright - plain.upright);
  expect(Math.abs(traced.upright - bent.upright)).toBeLessThan(0.002);
  expect(written.upright - traced.upright).toBeGreaterThan(bent.upright - plain.upright);
  expect(written.mnist).toBeLessThan(traced.mnist);
  expect(strangers.upright).toBeLessThan(written.upright);
  expect(strangers.refused).toBeGreaterThan(written.refused + 0.3);
});

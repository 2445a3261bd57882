/** What captions of chapter 1 say of their figures as they begin, where no figure says it itself. */
import { expect, it } from 'vitest';
import { explainer, hundred, loadResources, thousand } from '../../src/islands/resources.ts';
import { FIRST_NEURON, firstState } from '../../src/reader/state.ts';
import { byDoubt } from '../../src/widgets/neurons/output-scores/output-scores.svelte.ts';

it('finds the plainest fours to score more than one in all, and some misread ones to come nearer to one', async () => {
  await loadResources(explainer, thousand);
  const fours = byDoubt(explainer.value, thousand.value, 4).map(({ scores, lead }) => ({
    sum: scores.reduce((all, score) => all + score, 0),
    lead,
  }));
  const plainest = fours.slice(0, 8);
  expect(Math.min(...plainest.map(({ sum }) => sum))).toBeGreaterThan(1.1);
  const misread = fours.filter(({ lead }) => lead < 0).map(({ sum }) => Math.abs(sum - 1));
  expect(Math.min(...misread)).toBeLessThan(0.05);
});

it('lifts the sum of the first neuron by the top of the first 3, lowers it past nothing, and lifts it by the waist to about where it ends', async () => {
  await loadResources(explainer, hundred);
  const { pixels } = firstState(hundred.value).digit;
  const { weights, nIn } = explainer.value.layers[0];
  const after = (rows: number): number =>
    pixels
      .slice(0, 28 * rows)
      .reduce((sum, x, k) => sum + x * weights[FIRST_NEURON.index * nIn + k], 0);
  expect(after(8)).toBeGreaterThan(2);
  expect(after(13)).toBeLessThan(0);
  expect(Math.abs(after(16) - after(28))).toBeLessThan(0.1);
});

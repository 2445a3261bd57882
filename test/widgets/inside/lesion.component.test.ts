import { beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { inside } from '@/islands/inside.ts';
import { loadResources } from '@/islands/resources.ts';
import Lesion from '@/widgets/inside/lesion/Lesion.svelte';

beforeAll(async () => {
  await loadResources();
  await inside.load();
});

it('walks the neurons by arrows, and takes the one looked at out by Space', async () => {
  const screen = await render(Lesion, { start: { neuron: 2, out: [], part: 'without' } });
  const tiles = screen.getByRole('radio', { name: /^Neuron \d+: without it/ });
  const sentence = screen.container.querySelector('.act .sentence');
  expect(sentence?.textContent).toMatch(/^Whole, the network reads \d+ of the 1,000 digits/);
  (tiles.nth(2).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tiles.nth(3)).toBeChecked();
  await expect.element(screen.getByRole('button', { name: 'Take neuron 4 out' })).toBeVisible();
  await userEvent.keyboard(' ');
  await expect.element(screen.getByRole('button', { name: 'Put neuron 4 back' })).toBeVisible();
  expect(sentence?.textContent).toMatch(/^Without neuron 4 the network/);
  await expect.element(tiles.nth(3)).toHaveAccessibleName(/taken out$/);
  await userEvent.keyboard(' ');
  expect(sentence?.textContent).toMatch(/^Whole/);
});

it('keeps the answer to the bet until there is one, and Reset takes it back', async () => {
  const screen = await render(Lesion, { start: { part: 'bet' } });
  const truth = (): string[] =>
    [...screen.container.querySelectorAll('.truth')].map((one) => getComputedStyle(one).visibility);
  expect(truth()).toEqual(['hidden', 'hidden']);
  await screen.getByRole('radio', { name: 'Whole digits' }).click();
  expect(truth()).toEqual(['visible', 'visible']);
  await expect
    .element(screen.getByText(/^You bet on whole digits\. So neither/).first())
    .toBeVisible();
  await screen.getByRole('button', { name: 'Reset' }).click();
  expect(truth()).toEqual(['hidden', 'hidden']);
});

import { beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { bench } from '@/islands/bench.ts';
import { inside, insideClassic } from '@/islands/inside.ts';
import { loadResources } from '@/islands/resources.ts';
import Lesion from '@/widgets/inside/lesion/Lesion.svelte';

beforeAll(async () => {
  await loadResources();
  await Promise.all([inside.load(), insideClassic.load(), bench.load()]);
});

it('walks the neurons by arrows, and takes the one looked at out by Space', async () => {
  const screen = await render(Lesion);
  const tiles = screen.getByRole('radio', { name: /^Neuron \d+: without it/ });
  const sentence = screen.container.querySelector('.act .sentence');
  expect(sentence?.textContent).toMatch(/^Whole, the network reads \d+ of the 1,000 digits/);
  (tiles.nth(2).element() as HTMLElement).focus();
  await tiles.nth(2).click();
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

it('takes a neuron out for a guess, and tells how that went where it was asked', async () => {
  const screen = await render(Lesion);
  const question = screen.container.querySelector('[data-guess]');
  const verdict = question?.querySelector('.verdict');
  expect(verdict?.textContent).toBe('');
  question?.querySelector('label')?.click();
  await expect.poll(() => verdict?.textContent).toMatch(/^(Right|No|None)/);
  await expect.element(screen.getByRole('button', { name: /^Put neuron \d+ back/ })).toBeVisible();
  await screen.getByRole('button', { name: 'Reset' }).click();
  expect(verdict?.textContent).toBe('');
});

import { beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { models } from '@/islands/bench.ts';
import { explained, ink, inside } from '@/islands/inside.ts';
import { loadResources } from '@/islands/resources.ts';
import BetRevealed from '@/widgets/inside/bet-revealed/BetRevealed.svelte';
import ConfidentNonsense from '@/widgets/inside/confident-nonsense/ConfidentNonsense.svelte';
import NeuronPortrait from '@/widgets/inside/neuron-portrait/NeuronPortrait.svelte';
import NeverLearned from '@/widgets/inside/never-learned/NeverLearned.svelte';
import SmallestChange from '@/widgets/inside/smallest-change/SmallestChange.svelte';

beforeAll(async () => {
  await loadResources();
  const { classic, recogniser } = models;
  await Promise.all([inside, explained, ink, classic, recogniser].map((one) => one.load()));
});

it('keeps the answer to the bet until there is one, and Reset takes it back', async () => {
  const screen = await render(BetRevealed);
  const truth = (): boolean[] =>
    Array.from(screen.container.querySelectorAll('.truth > h3'), (one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
  expect(truth()).toEqual([false, false]);
  await screen.getByRole('radio', { name: 'Whole digits' }).click();
  expect(truth()).toEqual([true, true]);
  await expect
    .element(screen.getByText(/^You bet on whole digits\. So neither/).first())
    .toBeVisible();
  await screen.getByRole('button', { name: 'Reset' }).click();
  expect(truth()).toEqual([false, false]);
});

it('looks at the same neuron in two figures', async () => {
  const one = await render(NeuronPortrait);
  const other = await render(BetRevealed);
  await one.getByRole('radio', { name: 'Neuron 6', exact: true }).first().click();
  await expect
    .poll(() => one.container.querySelector('.sentence')?.textContent)
    .toMatch(/^Neuron 6/);
  await expect.poll(() => other.container.textContent).toContain('What neuron 6 is likest to');
});

it('inks corners by taps, by keys and by strokes, and washes them', async () => {
  const screen = await render(NeverLearned);
  const sentence = (): string => screen.container.querySelector('.sentence')?.textContent ?? '';
  expect(sentence()).toMatch(/^\d+ of the 784 pixels/);
  const grid = screen.getByRole('application');
  await grid.click({ position: { x: 3, y: 3 } });
  await expect.poll(sentence).toMatch(/^One pixel inked/);
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight} ');
  await expect.poll(sentence).toMatch(/^2 pixels inked/);
  await screen.getByText('By strokes').click();
  await userEvent.click(grid, { position: { x: 3, y: 150 } });
  await screen.getByRole('button', { name: 'Wash it off' }).click();
  await expect.poll(sentence).toMatch(/^\d+ of the 784 pixels/);
});

it('asks for a scribble where there is none yet', async () => {
  const screen = await render(ConfidentNonsense);
  await screen.getByRole('combobox').selectOptions('your own scribble');
  await expect
    .element(screen.getByText('Draw something on the pad that is no digit.').first())
    .toBeVisible();
  await expect.element(screen.getByRole('application', { name: /Draw anything/ })).toBeVisible();
});

it('finds the smallest change in the recogniser in breaths', async () => {
  const screen = await render(SmallestChange);
  await screen.getByText('Recogniser').click();
  await expect
    .poll(() => screen.container.querySelector('.sentence')?.textContent, { timeout: 20_000 })
    .toMatch(/^A change of length .* turns/);
});

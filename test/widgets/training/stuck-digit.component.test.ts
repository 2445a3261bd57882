import { beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '@/styles/site.css';
import { replays } from '@/islands/replays.ts';
import { loadResources, thousand } from '@/islands/resources.ts';
import { two } from '@/words/numbers.ts';
import StuckDigit from '@/widgets/training/stuck-digit/StuckDigit.svelte';
import WaysToStart from '@/widgets/training/ways-to-start/WaysToStart.svelte';

beforeAll(async () => {
  const classic = replays.get('classic');
  await loadResources(thousand, ...(classic ? [classic] : []));
});

const sentenceOf = (container: HTMLElement): string =>
  [...container.querySelectorAll('p.sentence')].at(-1)?.textContent ?? '';

it('sets the epoch on the axis, and keeps what lies ahead until the reader has guessed', async () => {
  const { container, getByRole, getByText } = await render(StuckDigit, {});
  const ahead = (): Element[] => [...container.querySelectorAll('[data-answer]')];
  expect(ahead()).toEqual([]);
  const axis = getByRole('slider', { name: 'Epoch' });
  (axis.element() as HTMLInputElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(axis).toHaveAttribute('aria-valuetext', 'epoch 7 of 15: 0 of 974 read');
  expect(sentenceOf(container)).toMatch(/^After 7 epochs it reads none of the 974 eights/);
  await getByText('11 or more').click();
  await expect.poll(() => ahead().length).toBe(2);
  expect(container.querySelector('.verdict')?.textContent).toMatch(/^Yes, 12 epochs: until then/);
});

it('walks the digits by keys, and opens the z of the one pointed at as the sum that it is', async () => {
  const { container, getByRole } = await render(StuckDigit, { epoch: 12 });
  const walk = getByRole('slider', { name: 'Digits by their z at output 8' });
  (walk.element() as SVGElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(walk).toHaveAttribute('aria-valuenow', '1000');
  expect(walk.element().getAttribute('aria-valuetext')).toMatch(
    /^An? \d, digit \d+ of the set: z \d/,
  );
  const z = container.querySelector<HTMLElement>('.pull button.z');
  z?.click();
  await expect.poll(() => container.querySelector('.opened')).not.toBeNull();
  // The sum has as many places as it needs; to two it is what the figure shows.
  const results = container.querySelectorAll('.opened tr.double .number');
  expect(two(Number([...results].at(-1)?.textContent))).toBe(z?.firstChild?.textContent);
});

it('fetches a cure when it is chosen, and Reset goes back to the run without one', async () => {
  const { container, getByRole, getByText } = await render(StuckDigit, { epoch: 1 });
  await getByText('Scaled start').click();
  expect(sentenceOf(container)).toMatch(/^After one epoch it reads 933 of the 974 eights/);
  await expect
    .poll(() => container.querySelector('.dots')?.getAttribute('aria-busy'))
    .toBe('false');
  expect(sentenceOf(container)).toContain('The middle 8');
  await getByRole('button', { name: 'Reset' }).click();
  expect(sentenceOf(container)).toMatch(/reads none of the 974 eights/);
});

it('compares any two ways after any epoch', async () => {
  const { container, getByRole } = await render(WaysToStart, {});
  expect(sentenceOf(container)).toContain('no luck explains it');
  await getByRole('combobox', { name: 'Start and cost of B' }).selectOptions(
    'N(0, 1), cross-entropy',
  );
  expect(sentenceOf(container)).toContain('it tells nothing');
  const axis = getByRole('slider', { name: 'Epoch' });
  (axis.element() as HTMLInputElement).focus();
  await userEvent.keyboard('{Home}');
  expect(sentenceOf(container)).toMatch(/^After one epoch the five of A/);
  await getByRole('combobox', { name: 'Seed that is picked out' }).selectOptions('seed 2');
  expect(sentenceOf(container)).toMatch(/Seed 2 alone: 83\.26% and 91\.\d\d%\.$/);
});

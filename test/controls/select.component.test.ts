import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Segments from '@/controls/Segments.svelte';
import Select from '@/controls/Select.svelte';

const options = [
  { value: 3, name: 'three' },
  { value: 7, name: 'seven' },
];

it('makes a choice once, and shows what is chosen where it was taken back', async () => {
  const onchoose = vi.fn<(value: unknown) => void>();
  const { container } = await render(Select, { label: 'Digit', options, chosen: 3, onchoose });
  const list = container.querySelector('select');
  if (!list) throw new Error('There is no list.');
  await userEvent.selectOptions(list, 'seven');
  expect(onchoose.mock.calls).toEqual([[7]]);
  expect(list.selectedOptions[0].textContent).toBe('three');
});

it('names a list that has no label in sight', async () => {
  const screen = await render(Select, {
    label: 'Layer',
    hasLabel: false,
    options,
    chosen: 7,
    onchoose: () => undefined,
  });
  await expect.element(screen.getByRole('combobox', { name: 'Layer' })).toHaveValue('7');
});

it('offers a choice of one among a few with none chosen yet, once each, under a legend of its own', async () => {
  const onchoose = vi.fn<(value: unknown) => void>();
  const screen = await render(Segments, { options, chosen: null, onchoose });
  expect(screen.container.querySelector('[role=radiogroup]')).toBeNull();
  expect(screen.container.querySelector('input:checked')).toBeNull();
  await screen.getByText('seven').click();
  expect(onchoose.mock.calls).toEqual([[7]]);
  expect(screen.container.querySelector('input:checked')).toBeNull();
  await screen.rerender({ chosen: 3 });
  await expect.element(screen.getByRole('radio', { name: 'three' })).toBeChecked();
});

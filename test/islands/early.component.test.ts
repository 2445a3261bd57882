import { afterEach, expect, it } from 'vitest';
import { catchUp } from '../../src/islands/early.ts';

afterEach(() => document.body.replaceChildren());

/** A range in an island, which puts itself back to whole numbers at every input, as a figure's may; what was done before it woke. */
function sleeper(...entered: readonly ['input' | 'change', string][]): HTMLInputElement {
  document.body.innerHTML =
    '<div><input type="range" min="1" max="30" step="any" value="30"></div>';
  const range = document.querySelector('input');
  if (!range) throw new Error('The island has no range.');
  window.early = entered.map(([type, value]) => ({
    ...{ type, value, target: range, isChecked: undefined },
  }));
  range.addEventListener('input', () => (range.value = String(Math.round(range.valueAsNumber))));
  return range;
}

it('leaves a field as its figure took the input, though the change after it was of the same value', async () => {
  const range = sleeper(['input', '24.2'], ['change', '24.2']);
  await catchUp(document.body);
  expect(range.value).toBe('24');
  expect(window.early).toEqual([]);
});

it('sets a field for a change that had no input of its own', async () => {
  const range = sleeper(['input', '24.2'], ['change', '12.5']);
  await catchUp(document.body);
  expect(range.value).toBe('12.5');
});

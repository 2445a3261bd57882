/** NetworkAtWork in a wide window: the network keeps its size and place under the pointer while a neuron opens beside it, and closes. */
import { beforeAll, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import '@/styles/site.css';
import NetworkAtWork from '@/widgets/neurons/network-at-work/NetworkAtWork.svelte';

beforeAll(() => loadResources(explainer, hundred));

it('opens a neuron and closes it, and the neuron stays where it was pressed', async () => {
  await page.viewport(1280, 900);
  const { container } = await render(NetworkAtWork);
  const neuron = container.querySelector('[data-neuron="2.13"]');
  if (!neuron) throw new Error('There is no such neuron.');
  const place = (): number[] => {
    const { x, y, width } = neuron.getBoundingClientRect();
    return [x, y, width].map(Math.round);
  };
  await new Promise(requestAnimationFrame);
  const before = place();
  neuron.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.element(page.getByRole('button', { name: 'Close' })).toBeVisible();
  expect(place()).toEqual(before);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(container.querySelector('.inspector')).toBe(null);
  expect(place()).toEqual(before);
});

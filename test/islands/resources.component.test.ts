import { afterEach, expect, it, vi } from 'vitest';
import { explainer, hundred, loadResources, thousand } from '../../src/islands/resources.ts';
import { untilHere } from '../../src/islands/trouble.ts';

afterEach(() => document.body.replaceChildren());

function islandIn(markup: string): Element {
  document.body.innerHTML = markup;
  return document.querySelector('astro-island') ?? document.body;
}

const message = (): Element | null => document.querySelector('[role="status"]');
const FIGURE = '<section data-figure><div><astro-island></astro-island></div></section>';
const failing = (): Promise<void> => Promise.reject(new Error('The server answered 503.'));

it('fetches in the browser what the server reads from disk', async () => {
  await loadResources();
  expect(explainer.value.layers.length).toBe(3);
  expect([hundred.value.length, thousand.value.length]).toEqual([100, 1000]);
});

it('says nothing where nothing fails', async () => {
  await untilHere(islandIn(FIGURE), () => Promise.resolve());
  expect(message()).toBeNull();
});

it('says once in a figure what failed, however many islands it has, and tries for all of them', async () => {
  const island = islandIn(FIGURE);
  const second = document.createElement('astro-island');
  island.after(second);
  let isDown = true;
  const load = vi.fn(() => (isDown ? failing() : Promise.resolve()));
  const both = Promise.all([untilHere(island, load), untilHere(second, load)]);
  await vi.waitFor(() => expect(message()?.textContent).toContain('The server answered 503.'), {
    timeout: 10_000,
  });
  expect(document.querySelectorAll('[role="status"]').length).toBe(1);
  expect(message()?.parentElement).toBe(document.querySelector('section'));
  message()?.querySelector('button')?.click();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(4), { timeout: 10_000 });
  await vi.waitFor(() => expect(message()?.textContent).toContain('The server answered 503.'), {
    timeout: 10_000,
  });
  isDown = false;
  dispatchEvent(new Event('online'));
  await both;
  expect(message()).toBeNull();
});

it('gives up where the island has left the page', async () => {
  const island = islandIn(FIGURE);
  const done = untilHere(island, failing);
  await vi.waitFor(() => expect(message()?.querySelector('button')).not.toBeNull(), {
    timeout: 10_000,
  });
  document.body.replaceChildren();
  dispatchEvent(new Event('online'));
  await done;
});

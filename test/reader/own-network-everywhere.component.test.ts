/** Every figure of the chapters with a network of the reader's own that has learned nothing: it shows that, and no number that is none. */
import type { Component } from 'svelte';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '@/styles/site.css';
import { allNeeded, loadResources } from '@/islands/resources.ts';
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { OWN_NETWORK } from '@/reader/device.ts';
import { writeOwn } from '@/reader/own-network.ts';
import { fingerprintOf } from '@/training/runs/fingerprint.ts';
import type { Specimen } from '@/widgets/specimen.ts';

const specimens = import.meta.glob<{ specimens: readonly Specimen[] }>(
  '../../src/widgets/{neurons,cost,descent,backprop}/**/*.specimens.ts',
);
const widgets = import.meta.glob<{ default: Component }>(
  '../../src/widgets/{neurons,cost,descent,backprop}/**/*.svelte',
);
const found = Object.keys(specimens).map((path) => ({
  name: path.replace(/^.*\/|\.specimens\.ts$/g, ''),
  path,
}));

const network = createNetwork([784, 16, 16, 10], 'normal', createRandom(8));
const own = writeOwn({ letter: 'B', network, fingerprint: fingerprintOf(network), text: null });
/** What these say is of the sizes alone; the numbers are only painted. */
const PAINTED = ['CountingKnobs'];
const faults: string[] = [];

/** What another page of the site does. */
function elsewhere(text: string | null): void {
  if (text === null) localStorage.removeItem(OWN_NETWORK);
  else localStorage.setItem(OWN_NETWORK, text);
  dispatchEvent(new StorageEvent('storage', { key: OWN_NETWORK, newValue: text }));
}

/** All that a figure draws and says, its network's name left out. */
function bodyOf(container: HTMLElement): string {
  const copy = container.cloneNode(true) as HTMLElement;
  copy.querySelector('.figure-header')?.remove();
  return copy.innerHTML;
}

/** What it reads once it stands still: a figure measures its room first, and then drops the picture that has none. */
async function settled(read: () => string): Promise<string> {
  for (let last = ''; ;) {
    const now = read();
    if (now === last) return now;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  localStorage.setItem(OWN_NETWORK, own);
  await loadResources();
  vi.spyOn(console, 'error').mockImplementation((...words) => void faults.push(words.join(' ')));
});
afterAll(() => {
  localStorage.removeItem(OWN_NETWORK);
});

it('finds the figures', () => {
  expect(found.length).toBeGreaterThan(30);
});

it.each(found)('$name', async ({ path, name }) => {
  const file = path.replace('.specimens.ts', '.svelte');
  const Widget = (await widgets[file]()).default;
  const { specimens: all } = await specimens[path]();
  await allNeeded();
  const { container, unmount } = await render(Widget, all[0].props);
  await new Promise(requestAnimationFrame);
  const text = container.innerText;
  expect(text.length).toBeGreaterThan(0);
  expect(text.match(/.{0,40}\b(NaN|undefined|Infinity)\b.{0,40}/g)).toBeNull();
  const namesOwn =
    !PAINTED.includes(name) &&
    container.querySelector('.figure-network')?.textContent.includes('your network');
  if (namesOwn) {
    // What it says beside the name is of the network that it names, and changes with it.
    const rest = (): string => bodyOf(container);
    const before = await settled(rest);
    elsewhere(null);
    await expect.poll(() => container.innerText).not.toContain('your network');
    await expect.poll(rest).not.toBe(before);
    elsewhere(own);
    await expect.poll(rest).toBe(before);
  }
  await unmount();
  expect(faults.splice(0), name).toEqual([]);
});

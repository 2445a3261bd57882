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

const specimens = import.meta.glob<{ specimens: readonly Specimen<object>[] }>(
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
const faults: string[] = [];

beforeAll(async () => {
  localStorage.setItem(
    OWN_NETWORK,
    writeOwn({ letter: 'B', network, fingerprint: fingerprintOf(network), text: null }),
  );
  await loadResources();
  vi.spyOn(console, 'error').mockImplementation((...words) => void faults.push(words.join(' ')));
});
afterAll(() => void localStorage.removeItem(OWN_NETWORK));

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
  await unmount();
  expect(faults.splice(0), name).toEqual([]);
});

/** WobblyDescent where the worker that measures its map breaks down: it says so, walks on without, and measures when asked again. */
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stages } from '@/islands/stages.ts';
import { explainer, explainerB, loadResources, thousand } from '@/islands/resources.ts';
import '@/styles/site.css';
import WobblyDescent from '@/widgets/backprop/wobbly-descent/WobblyDescent.svelte';

beforeAll(async () => {
  await loadResources(explainer, explainerB, thousand);
  await stages.load();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker that breaks down at the first thing it is asked for. */
class BrokenWorker extends EventTarget {
  postMessage(): void {
    queueMicrotask(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })));
  }
  terminate(): void {
    // It never ran.
  }
}

it('walks without its map, and has it measured when asked again', { timeout: 60_000 }, async () => {
  vi.stubGlobal('Worker', BrokenWorker);
  const { container } = await render(WobblyDescent);
  const again = page.getByRole('button', { name: 'Try the map again' });
  await expect.element(again, { timeout: 20_000 }).toBeVisible();
  expect(container.textContent).toContain('its worker broke down');
  const step = (): string => container.querySelector('caption .number')?.textContent ?? '';
  const before = step();
  await page.getByRole('button', { name: 'On', exact: true }).click();
  expect(step()).not.toBe(before);

  vi.unstubAllGlobals();
  await again.click();
  await expect.element(again).not.toBeInTheDocument();
  await expect
    .poll(() => container.textContent, { timeout: 30_000 })
    .toContain('Green lines: the cost, over a plane through three networks');
});

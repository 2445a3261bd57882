import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Inspector } from '@/controls/inspector/inspector.svelte.ts';
import Opened from '@/controls/inspector/Opened.svelte';
import { explain, type Part } from '@/explain/explain.ts';
import { feedforward } from '@/network/feedforward.ts';
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';

it('goes from number to number and back, and closes; a press that comes late does no harm', async () => {
  const network = createNetwork([784, 3, 10], 'scaled', createRandom(1));
  const pass = feedforward(network, new Float64Array(784).fill(0.5));
  const inspector = new Inspector();
  const { container } = await render(Opened, {
    inspector,
    explain: (part: Part) => explain(network, pass, part),
  });
  const heading = (): string | undefined => container.querySelector('h3')?.textContent.trim();
  const press = (name: string): void => {
    container.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
    flushSync();
  };
  expect(heading()).toBeUndefined();

  flushSync(() => inspector.open({ kind: 'activation', layer: 2, j: 7 }));
  const first = heading();
  const leads = container.querySelector<HTMLElement>('.rows button, tbody button');
  flushSync(() => leads?.click());
  expect(heading()).not.toBe(first);
  press('Back');
  expect(heading()).toBe(first);

  const late = container.querySelector<HTMLElement>('tbody button');
  inspector.close();
  expect(() => late?.click()).not.toThrow();
  flushSync(() => inspector.close());
  expect(heading()).toBeUndefined();
});

it('shows the part that it began with as at first after a reset, though its sum was unfolded', async () => {
  const network = createNetwork([784, 3, 10], 'scaled', createRandom(1));
  const pass = feedforward(network, new Float64Array(784).fill(0.5));
  const inspector = new Inspector({ kind: 'activation', layer: 1, j: 1 });
  const { container } = await render(Opened, {
    inspector,
    explain: (part: Part) => explain(network, pass, part),
  });
  const rows = (): number => container.querySelectorAll('section > table thead + tbody tr').length;
  const tables = (): number => container.querySelectorAll('table').length;
  container.querySelector<HTMLElement>('.rows th button')?.click();
  container.querySelector<HTMLElement>('summary')?.click();
  await expect.poll(() => [rows(), tables()]).toEqual([784, 2]);
  flushSync(() => inspector.reset());
  await expect.poll(() => [rows(), tables()]).toEqual([16, 1]);
});

it('closes by Escape and gives the focus back to what opened it; closes where the figure is about something else', async () => {
  const network = createNetwork([784, 3, 10], 'scaled', createRandom(1));
  const pass = feedforward(network, new Float64Array(784).fill(0.5));
  const inspector = new Inspector();
  const opener = document.body.appendChild(document.createElement('button'));
  const { container, rerender } = await render(Opened, {
    inspector,
    explain: (part: Part) => explain(network, pass, part),
    about: '1.0',
  });
  const isOpen = (): boolean => container.querySelector('.inspector') !== null;
  opener.focus();
  flushSync(() => inspector.open({ kind: 'activation', layer: 1, j: 0 }));
  const close = container.querySelector<HTMLElement>('[aria-label="Close"]');
  close?.focus();
  expect(document.activeElement).toBe(close);
  close?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await expect.poll(() => [isOpen(), document.activeElement]).toEqual([false, opener]);

  flushSync(() => inspector.open({ kind: 'activation', layer: 1, j: 0 }));
  await rerender({ about: '2.0' });
  expect([isOpen(), inspector.part]).toEqual([false, null]);
  opener.remove();
});

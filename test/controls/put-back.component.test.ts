import { mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import Slider from '@/controls/Slider.svelte';
import Switch from '@/controls/Switch.svelte';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

it('shows what is the case where what it was set to was taken back', async () => {
  const part = mount(Switch, {
    target: document.body,
    props: { name: 'Sound', isOn: false, onturn: () => undefined },
  });
  const box = document.querySelector<HTMLInputElement>('input[role=switch]');
  box?.click();
  await settle();
  expect(box?.checked).toBe(false);
  await unmount(part);
});

it('lets a control be that has left the page with what it changed', async () => {
  const warned = vi.spyOn(console, 'warn');
  const part = mount(Slider, {
    target: document.body,
    props: {
      ...{ label: 'Step', value: 1, min: 0, max: 10, step: 1 },
      oninput: () => void unmount(part),
    },
  });
  const range = document.querySelector<HTMLInputElement>('input[type=range]');
  if (range === null) throw new Error('There is no range.');
  range.value = '5';
  range.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
  expect(range.isConnected).toBe(false);
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

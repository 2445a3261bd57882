import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ReaderPad from '@/controls/pad/ReaderPad.svelte';
import { ReaderPad as Drawing } from '@/controls/pad/reader-pad.svelte.ts';
import { applyErasers } from '@/digits/eraser.ts';
import { SomeDrawer } from './drawer.svelte.ts';

const digits = [0, 1, 2].map((index) => ({ index, label: index, pixels: new Float64Array(784) }));
const LINE = {
  digit: null,
  strokes: [{ points: [0.3, 0.3, 0.6, 0.6], width: 0.07, erase: false }],
};

/** A choice of a digit or a drawing, and what a hand does to it. */
async function show(drawer = new SomeDrawer()) {
  const drawing = new Drawing(drawer, applyErasers);
  const { container, unmount } = await render(ReaderPad, { drawing, digits, label: 'Draw here' });
  const draw = [...container.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === 'Draw',
  ) as HTMLButtonElement;
  const pad = (): HTMLElement | null => container.querySelector('[aria-label="Draw here"]');
  const press = async (): Promise<boolean> => {
    await userEvent.click(draw);
    await expect.poll(() => draw.getAttribute('aria-pressed')).toBe(String(pad() !== null));
    return pad() !== null;
  };
  /** A short line from where the cursor stands. */
  const ink = async (): Promise<void> => {
    pad()?.focus();
    await userEvent.keyboard('{Enter}{ArrowRight}{ArrowRight}{Enter}');
  };
  const lines = (): number => container.querySelectorAll('path.ink').length;
  return { container, unmount, drawer, drawing, draw, pad, press, ink, lines };
}

it('has the drawing read while the pad shows it, lets it go with the pad, and has it back', async () => {
  const { drawer, press, ink, lines } = await show();
  expect(await press()).toBe(true);
  expect(drawer.source).toBe('digit');
  await ink();
  expect(drawer.source).toBe('drawing');
  expect(await press()).toBe(false);
  expect(drawer.source).toBe('digit');
  expect(await press()).toBe(true);
  expect(drawer.source).toBe('drawing');
  expect(lines()).toBe(1);
});

it('goes back to the digit while there is no ink, and stays open', async () => {
  const { container, drawer, pad, press, ink } = await show();
  await press();
  await ink();
  const clear = [...container.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === 'Clear',
  ) as HTMLButtonElement;
  await userEvent.click(clear);
  await expect.poll(() => drawer.source).toBe('digit');
  expect(pad()).not.toBeNull();
  await ink();
  expect(drawer.source).toBe('drawing');
});

it('closes when a digit is chosen, here or elsewhere', async () => {
  const { container, drawer, pad, press, ink } = await show();
  await press();
  await ink();
  container.querySelectorAll('input')[2].click();
  await expect.poll(pad).toBeNull();
  expect([drawer.source, drawer.digit.label]).toEqual(['digit', 2]);
  await press();
  expect(drawer.source).toBe('drawing');
  drawer.chooseDigit(digits[1]);
  await expect.poll(pad).toBeNull();
  expect(drawer.source).toBe('digit');
});

it('hands the drawing on to another pad that opens', async () => {
  const drawer = new SomeDrawer();
  const [one, other] = [await show(drawer), await show(drawer)];
  await one.press();
  await one.ink();
  await other.press();
  await expect.poll(one.pad).toBeNull();
  expect(one.draw.getAttribute('aria-pressed')).toBe('false');
  expect(drawer.source).toBe('drawing');
  expect(other.lines()).toBe(1);
  await other.press();
  expect(drawer.source).toBe('digit');
});

it('presses Draw for an open pad only, and marks no digit while a drawing is read', async () => {
  const drawer = new SomeDrawer();
  drawer.useDrawing(LINE);
  const { container, draw, drawing, press } = await show(drawer);
  expect(draw.getAttribute('aria-pressed')).toBe('false');
  expect(container.querySelector('input:checked')).toBeNull();
  // There is nothing to close, and what another page drew stays.
  drawing.close();
  expect(drawer.source).toBe('drawing');
  expect(await press()).toBe(true);
  expect(drawer.lastDrawing).toBe(LINE);
});

it('leaves the drawing in force when its figure goes', async () => {
  const { unmount, drawer, drawing, press, ink } = await show();
  await press();
  await ink();
  await unmount();
  expect(drawing.isOpen).toBe(false);
  expect(drawer.source).toBe('drawing');
});

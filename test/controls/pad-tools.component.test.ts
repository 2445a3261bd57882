import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PadTools from '@/controls/pad/PadTools.svelte';
import { Pad } from '@/controls/pad/pad.svelte.ts';
import { applyErasers } from '@/digits/eraser.ts';

function drawn(): Pad {
  const pad = new Pad(applyErasers);
  pad.sketch.down(0.2, 0.2);
  pad.sketch.move([0.6, 0.6]);
  pad.sketch.lift();
  return pad;
}

it('undoes by Ctrl and Z while one of its buttons has the focus', async () => {
  const pad = drawn();
  const screen = await render(PadTools, { pad });
  const eraser = screen.getByRole('button', { name: 'Eraser' }).element();
  const press = (init: KeyboardEventInit): boolean =>
    eraser.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
    );
  expect(press({ key: 'z', code: 'KeyZ' })).toBe(true);
  expect(pad.sketch.isBlank).toBe(false);
  expect(press({ key: 'z', code: 'KeyZ', ctrlKey: true })).toBe(false);
  expect(pad.sketch.isBlank).toBe(true);
});

it('takes the pen back in hand when the pen that is chosen already is pressed', async () => {
  const pad = drawn();
  const screen = await render(PadTools, { pad });
  await screen.getByRole('button', { name: 'Eraser' }).click();
  expect(pad.sketch.tool).toBe('eraser');
  (screen.getByRole('radio', { name: 'Medium pen' }).element() as HTMLInputElement).click();
  flushSync();
  expect(pad.sketch.tool).toBe('pen');
  await expect
    .element(screen.getByRole('button', { name: 'Eraser' }))
    .toHaveAttribute('aria-pressed', 'false');
});

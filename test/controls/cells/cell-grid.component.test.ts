import { createRawSnippet, tick } from 'svelte';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CellGrid from '@/controls/cells/CellGrid.svelte';

const picture = createRawSnippet(() => ({
  render: () => '<div class="picture" style="inline-size: 280px; block-size: 280px"></div>',
}));
const props = {
  cell: null,
  label: 'Weights',
  describe: (cell: number) => `cell ${cell}`,
  children: picture,
};

/** A finger, as the one pointer that a browser always knows: another could not be captured. */
const finger = { pointerType: 'touch', pointerId: 1 };

/** A grid of 28 cells of 10 px each way, and what acts on it as a pointer would. */
async function show(more: Partial<Parameters<typeof CellGrid>[1]> = {}) {
  const screen = await render(CellGrid, { ...props, ...more });
  screen.container.style.inlineSize = '280px';
  const grid = screen.getByRole('application', { name: 'Weights' }).element() as HTMLElement;
  function point(type: string, row: number, column: number, init: PointerEventInit = {}): void {
    const { left, top } = grid.getBoundingClientRect();
    const [clientX, clientY] = [left + 10 * column + 5, top + 10 * row + 5];
    grid.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX, clientY, ...init }));
  }
  /** The row and column that the ring is on. */
  function ringAt(): number[] | null {
    const ring = grid.querySelector('.ring')?.getBoundingClientRect();
    if (!ring) return null;
    const { left, top } = grid.getBoundingClientRect();
    const middle = [ring.top + ring.height / 2 - top, ring.left + ring.width / 2 - left];
    return middle.map((pixels) => Math.floor(pixels / 10));
  }
  return { screen, grid, point, ringAt };
}

it('is one stop of the Tab key, walks by arrows, and says its cell when it rests', async () => {
  const { screen, ringAt } = await show();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
  await expect.poll(ringAt).toEqual([14, 16]);
  const voice = screen.container.querySelector('[aria-live=polite]');
  expect(voice?.textContent).toBe('');
  await expect.poll(() => voice?.textContent).toBe(`cell ${14 * 28 + 16}`);
  await userEvent.keyboard('{Escape}');
  await expect.poll(ringAt).toBeNull();
});

it('follows the mouse, and picks by its button', async () => {
  const onpick = vi.fn();
  const { grid, point, ringAt } = await show({ onpick });
  point('pointermove', 3, 7);
  await expect.poll(ringAt).toEqual([3, 7]);
  expect(onpick).not.toHaveBeenCalled();
  await userEvent.click(grid, { position: { x: 10 * 20 + 5, y: 10 * 9 + 5 } });
  expect(onpick).toHaveBeenCalledExactlyOnceWith(9 * 28 + 20);
  expect(ringAt()).toEqual([9, 20]);
});

it('leaves the page to other buttons, and to a finger that turns out to scroll', async () => {
  const { point, ringAt } = await show({ cell: 5 });
  point('pointerdown', 8, 8, { button: 2 });
  await expect.poll(ringAt).toEqual([0, 5]);
  point('pointerdown', 8, 8, { ...finger, buttons: 1 });
  point('pointermove', 9, 8, { ...finger, buttons: 1 });
  await tick();
  expect(ringAt()).toEqual([0, 5]);
  point('pointercancel', 9, 8, finger);
  await tick();
  expect(ringAt()).toEqual([0, 5]);
  // One that went sideways was heeded: what the system takes away is given back.
  point('pointerdown', 8, 8, { ...finger, buttons: 1 });
  point('pointermove', 8, 10, { ...finger, buttons: 1 });
  await expect.poll(ringAt).toEqual([8, 10]);
  point('pointercancel', 8, 10, finger);
  await expect.poll(ringAt).toEqual([0, 5]);
});

it('enlarges what lies under a finger beside it, and keeps the cell when the finger goes', async () => {
  const onpick = vi.fn();
  const { screen, point, ringAt } = await show({ onpick });
  const loupe = (): Element | null => screen.container.querySelector('.loupe');
  point('pointerdown', 20, 4, { ...finger, buttons: 1 });
  point('pointermove', 20, 12, { ...finger, buttons: 1 });
  await expect.poll(() => loupe()?.querySelector('.picture')).not.toBeNull();
  const { left, right } = loupe()?.getBoundingClientRect() ?? new DOMRect();
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(innerWidth);
  point('pointerup', 20, 12, finger);
  await expect.poll(loupe).toBeNull();
  expect(ringAt()).toEqual([20, 12]);
  expect(onpick).toHaveBeenCalledExactlyOnceWith(20 * 28 + 12);
});

it('does not scroll away under paint, and scrolls upright else', async () => {
  const plain = await show();
  expect(getComputedStyle(plain.grid).touchAction).toBe('pan-y');
  await plain.screen.unmount();
  const painting = await show({ onpaint: vi.fn() });
  expect(getComputedStyle(painting.grid).touchAction).toBe('none');
});

it('paints by Space and the arrows, and lifts when the focus goes', async () => {
  const onpaint = vi.fn();
  const { grid } = await show({ cell: 0, onpaint });
  await userEvent.tab();
  await userEvent.keyboard(' {ArrowRight}');
  grid.blur();
  expect(onpaint.mock.calls).toEqual([
    [0, 'start'],
    [1, 'move'],
    [1, 'end'],
  ]);
});

it('shows no ring for a cell that it does not have, and nothing faulty', async () => {
  const { screen, ringAt } = await show({ cell: NaN });
  expect(ringAt()).toBeNull();
  await screen.rerender({ cell: 784 });
  expect(ringAt()).toBeNull();
  expect(screen.container.innerHTML).not.toMatch(/NaN|undefined/);
});

it('leaves nothing behind that listens', async () => {
  const onpick = vi.fn();
  const { screen, grid, point } = await show({ cell: 3, onpick });
  await screen.unmount();
  point('pointerdown', 1, 1, { buttons: 1 });
  grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(onpick).not.toHaveBeenCalled();
});

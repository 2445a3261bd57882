import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SignedGrid from '@/plot/pixels/SignedGrid.canvas.svelte';
import '@/styles/site.css';

const root = document.documentElement;
afterEach(() => delete root.dataset.theme);

interface Props {
  values: readonly number[];
  max: number;
  columns: number;
  faded?: (i: number) => boolean;
}

/** A grid in a place so many pixels wide. */
async function show(width: number, props: Props) {
  const screen = await render(SignedGrid, props);
  screen.container.style.inlineSize = `${width}px`;
  const canvas = screen.container.querySelector('canvas') as HTMLCanvasElement;
  await expect.poll(() => canvas.width).toBe(Math.round(width * devicePixelRatio));
  await expect.poll(() => screen.container.querySelector('svg')).toBeNull();
  return { screen, canvas };
}

/** The colour at a place of a canvas, in parts of its width and height: red, green, blue, opacity, 0 to 255. */
function colourAt(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  const [left, top] = [Math.floor(x * canvas.width), Math.floor(y * canvas.height)];
  return [...(canvas.getContext('2d')?.getImageData(left, top, 1, 1).data ?? [])];
}

it('shows the sign as a colour and as a rule, and the size as opacity', async () => {
  root.dataset.theme = 'light';
  const { canvas } = await show(200, { values: [1, -1, 0, -0.5], max: 1, columns: 2 });
  expect(canvas.height).toBe(canvas.width);
  expect(colourAt(canvas, 0.25, 0.25)).toEqual([0x21, 0x60, 0xab, 255]);
  expect(colourAt(canvas, 0.75, 0.05)).toEqual([0xae, 0x2e, 0x27, 255]);
  expect(colourAt(canvas, 0.75, 0.25)[3]).toBe(0);
  expect(colourAt(canvas, 0.25, 0.75)[3]).toBe(0);
  expect(colourAt(canvas, 0.75, 0.55)[3]).toBeCloseTo(255 * 0.607, -1);
});

it('leaves the rules out where a cell is too small for them', async () => {
  const { canvas } = await show(56, { values: Array<number>(784).fill(-1), max: 1, columns: 28 });
  const column = [...Array(canvas.height).keys()].map((y) =>
    colourAt(canvas, 0.5, (y + 0.5) / canvas.height),
  );
  expect(new Set(column.map(([, , , opacity]) => opacity))).toEqual(new Set([255]));
});

it('paints again when the numbers change, and fades what steps back', async () => {
  const props = { values: [1, 1], max: 1, columns: 2 };
  const { screen, canvas } = await show(100, props);
  await screen.rerender({ ...props, faded: (i: number) => i === 1 });
  await expect.poll(() => colourAt(canvas, 0.75, 0.5)[3]).toBeLessThan(60);
  expect(colourAt(canvas, 0.25, 0.5)[3]).toBe(255);
});

it('takes the colours of the theme that the reader turns to', async () => {
  root.dataset.theme = 'light';
  const { canvas } = await show(100, { values: [1], max: 1, columns: 1 });
  expect(colourAt(canvas, 0.5, 0.5)).toEqual([0x21, 0x60, 0xab, 255]);
  root.dataset.theme = 'dark';
  await expect.poll(() => colourAt(canvas, 0.5, 0.5)).toEqual([0x76, 0xb2, 0xf5, 255]);
});

it('follows the width of its place', async () => {
  const { screen, canvas } = await show(100, { values: [1, -1, 1, -1], max: 1, columns: 2 });
  screen.container.style.inlineSize = '173px';
  await expect.poll(() => canvas.width).toBe(Math.round(173 * devicePixelRatio));
  expect(colourAt(canvas, 0.9, 0.02)[3]).toBe(255);
});

it('shows nothing for what is no number', async () => {
  const { canvas } = await show(100, { values: [NaN, 1], max: 1, columns: 2 });
  expect(colourAt(canvas, 0.25, 0.5)[3]).toBe(0);
  expect(colourAt(canvas, 0.75, 0.5)[3]).toBe(255);
});

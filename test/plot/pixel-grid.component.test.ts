import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PixelGrid from '@/plot/pixels/PixelGrid.canvas.svelte';

/** The opacity of each pixel on the canvas, 0 to 255, row by row. */
function opacities(container: Element): number[] {
  const canvas = container.querySelector('canvas');
  const picture = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  return [...(picture?.data ?? [])].filter((_, i) => i % 4 === 3);
}

it('paints each number as the opacity of its pixel, and again when the numbers change', async () => {
  const screen = await render(PixelGrid, { values: [0, 1, 0.2, 0, 0, 0.8], columns: 3 });
  expect(opacities(screen.container)).toEqual([0, 255, 51, 0, 0, 204]);
  await screen.rerender({ values: [1, 0, 0, 0.6, 0, 0] });
  expect(opacities(screen.container)).toEqual([255, 0, 0, 153, 0, 0]);
});

it('is a picture with a name where it has one, and silent where it has none', async () => {
  const named = await render(PixelGrid, {
    values: [1],
    columns: 1,
    label: 'A 7, as the network saw it',
  });
  await expect
    .element(named.getByRole('img', { name: 'A 7, as the network saw it' }))
    .toBeInTheDocument();
  await named.unmount();
  const silent = await render(PixelGrid, { values: [1], columns: 1 });
  expect(silent.container.querySelector('[role=img]')).toBeNull();
});

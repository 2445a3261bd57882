import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Plot from '@/plot/Plot.svelte';
import type { PlotFrame } from '@/plot/plot-frame.ts';

const spot = createRawSnippet<[PlotFrame]>((frame) => ({
  render: () => `<text class="width">${frame().width}</text>`,
}));

it('is drawn in pixels of the page: as wide as its place, and never narrower than it can be read', async () => {
  const { container } = await render(Plot, {
    height: 120,
    xDomain: [0, 1],
    yDomain: [0, 1],
    label: 'A plot',
    children: spot,
  });
  const svg = container.querySelector('svg');
  const width = container.querySelector('.plot')?.clientWidth;
  await expect.poll(() => svg?.getAttribute('viewBox')).toBe(`0 0 ${width} 120`);
  expect(svg?.getBoundingClientRect().height).toBe(120);
  expect(svg?.getAttribute('aria-label')).toBe('A plot');
});

import { createRawSnippet } from 'svelte';
import { beforeAll, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Plot from '@/plot/charts/Plot.svelte';
import type { PlotFrame } from '@/plot/charts/plot-frame.ts';
import SamplePlot from './SamplePlot.svelte';

// What the style sheets of a page give; without a font a browser falls back on a size of its own, too.
beforeAll(() => {
  for (const name of ['--sans', '--mono']) {
    document.documentElement.style.setProperty(name, 'monospace');
  }
});

const spot = createRawSnippet<[PlotFrame]>((frame) => ({
  render: () => `<text class="width">${frame().width}</text>`,
}));

/** The numbers along the bottom, once the plot is as wide as its place. */
async function numbersAt(width: number, domain: readonly [number, number]) {
  const { container } = await render(SamplePlot, { domain });
  container.style.inlineSize = `${width}px`;
  const svg = container.querySelector('svg');
  await expect.poll(() => svg?.getAttribute('viewBox')).toBe(`0 0 ${width} 200`);
  const texts = [...container.querySelectorAll('text[text-anchor=middle]')];
  return { container, texts, numbers: texts.map((text) => text.textContent) };
}

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

it('is silent where the words beside it say the same', async () => {
  const { container } = await render(SamplePlot, { domain: [0, 1], label: '' });
  const svg = container.querySelector('svg');
  expect([svg?.getAttribute('role'), svg?.getAttribute('aria-hidden')]).toEqual([null, 'true']);
});

it.each([320, 1100])('at %d pixels its numbers are 12 pixels high and apart', async (width) => {
  const { texts } = await numbersAt(width, [-15, 15]);
  const boxes = texts.map((text) => text.getBoundingClientRect());
  for (const text of texts) expect(getComputedStyle(text).fontSize).toBe('12px');
  for (const [i, box] of boxes.slice(1).entries())
    expect(box.left - boxes[i].right).toBeGreaterThan(8);
});

it('writes more numbers where there is more room, with a true minus', async () => {
  expect((await numbersAt(320, [-15, 15])).numbers).toEqual(['−10', '0', '10']);
  expect((await numbersAt(1100, [-15, 15])).numbers.length).toBeGreaterThan(6);
});

it('has no faulty number in it, whatever it is handed', async () => {
  for (const domain of [
    [0, 0],
    [NaN, 1],
  ] as const) {
    const points = [
      [0, NaN],
      [1, 1],
      [Infinity, 0],
    ] as const;
    const { container, unmount } = await render(SamplePlot, { domain, points, ticks: [NaN, 0] });
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    await unmount();
  }
});

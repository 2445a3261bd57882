/** ThreeLevers as it is laid out: each thumb stands under its own point of the curve. */
import { beforeAll, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { stages } from '@/islands/stages.ts';
import { explainer, hundred, loadResources } from '@/islands/resources.ts';
import '@/styles/site.css';
import ThreeLevers from '@/widgets/backprop/three-levers/ThreeLevers.svelte';

beforeAll(() => loadResources(explainer, hundred, stages));

it.each([360, 1280])('at %i px every thumb stands under its point of the curve', async (width) => {
  await page.viewport(width, 800);
  const { container } = await render(ThreeLevers, { moved: { bias: 1.5, weight: -2 } });
  const levers = [...container.querySelectorAll('.levers > section')];
  expect(levers).toHaveLength(3);
  for (const lever of levers) {
    const apart = (): number => {
      const slider = lever.querySelector<HTMLInputElement>('input[type=range]');
      const point = lever.querySelector('circle')?.getBoundingClientRect();
      if (!slider || !point) throw new Error('It has no slider or no point.');
      const [min, max, value] = [slider.min, slider.max, slider.value].map(Number);
      const track = slider.getBoundingClientRect();
      // A thumb is 24 px wide, and its middle goes from 12 px to 12 px before the end.
      const thumb = track.x + 12 + ((value - min) / (max - min)) * (track.width - 24);
      return Math.abs(thumb - (point.x + point.width / 2));
    };
    await expect.poll(apart).toBeLessThan(1.5);
  }
});

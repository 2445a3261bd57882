import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import LinePlot from '@/plot/charts/LinePlot.svelte';

const props = {
  title: 'Accuracy',
  xTitle: 'epochs',
  xDomain: [0, 10],
  yDomain: [0.8, 1],
  yFormat: (value: number) => `${Math.round(100 * value)}%`,
  label: 'Accuracy by epoch',
} as const;

it('draws each line with its name at its end, and names that would meet apart', async () => {
  const screen = await render(LinePlot, {
    ...props,
    lines: [
      {
        name: 'one',
        spots: [
          [0, 0.1],
          [10, 0.95],
        ],
      },
      {
        name: 'other',
        spots: [
          [0, 0.1],
          [10, 0.951],
        ],
        isDashed: true,
      },
    ],
  });
  const { container } = screen;
  expect(container.querySelectorAll('path')).toHaveLength(2);
  expect(container.querySelectorAll('path.dashed')).toHaveLength(1);
  const [low, high] = [...container.querySelectorAll('.name')]
    .map((name) => name.getBoundingClientRect().top)
    .sort((a, b) => a - b);
  expect(high - low).toBeGreaterThanOrEqual(15);
  await expect.element(screen.getByRole('img', { name: 'Accuracy by epoch' })).toBeVisible();
  const numbers = [...container.querySelectorAll('text.tick')].map((text) =>
    text.textContent.trim(),
  );
  expect(numbers).toEqual(expect.arrayContaining(['80%', '90%', '100%', '0', '10']));
});

it('shows no name for a line that has not begun, or whose end lies beyond the frame', async () => {
  const screen = await render(LinePlot, {
    ...props,
    lines: [
      { name: 'none', spots: [] },
      { name: 'below', spots: [[0, 0.1]] },
    ],
  });
  expect(screen.container.querySelectorAll('.name, circle')).toHaveLength(0);
});

it('has no faulty number in it where there is no room', async () => {
  const screen = await render(LinePlot, { ...props, lines: [{ name: 'one', spots: [[0, 0.9]] }] });
  const parent = screen.container;
  parent.style.inlineSize = '0';
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(parent.innerHTML).not.toMatch(/NaN|undefined|(width|r)="-/);
});

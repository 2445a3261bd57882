import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GradientBall from '@/widgets/descent/gradient-ball/GradientBall.svelte';

it('moves the ball two ways by the arrow keys, and says where it is', async () => {
  const screen = await render(GradientBall, { landscape: 'bowl', x: 1, y: 2 });
  // No slider: one value is less than where it is, and more than one of its keys steers.
  expect(screen.container.querySelector('svg [role=slider]')).toBeNull();
  const handle = screen.getByRole('application', { name: /^Across/ });
  await expect.element(handle).toHaveAccessibleName('Across 1.00, up 2.00: cost 2.50, slope 2.24');
  (handle.element() as SVGElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(handle).toHaveAccessibleName(/^Across 1\.05, up 2\.00/);
  await userEvent.keyboard('{ArrowUp}{Shift>}{ArrowLeft}{/Shift}');
  await expect.element(handle).toHaveAccessibleName(/^Across 0\.80, up 2\.05/);
  const told = screen.getByRole('status').element();
  await expect.poll(() => told.textContent).toMatch(/^Across 0\.80, up 2\.05\. The ball/);
});

it('steps by the ball’s own keys and by the buttons, each to its end', async () => {
  const screen = await render(GradientBall, { landscape: 'bowl', eta: 1 });
  const [back, on] = ['Back', 'On'].map((name) =>
    screen.getByRole('button', { name, exact: true }),
  );
  await expect.element(back).toHaveAttribute('aria-disabled', 'true');
  (screen.getByRole('application', { name: /^Across/ }).element() as SVGElement).focus();
  await userEvent.keyboard('{Enter}');
  // With an eta of 1 one step is to the bottom of the round bowl, where there is no slope.
  await expect.element(on).toHaveAttribute('aria-disabled', 'true');
  await back.click();
  await expect.element(on).toHaveAttribute('aria-disabled', 'false');
  await on.click();
  await expect.element(back).toHaveAttribute('aria-disabled', 'false');
  await screen.getByRole('button', { name: 'To the start' }).click();
  await expect.element(back).toHaveAttribute('aria-disabled', 'true');
});

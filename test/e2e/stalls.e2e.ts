import { expect, test } from './fixtures.ts';
import { isStalled } from './stalls.ts';

test('a page that is drawn has not stalled', async ({ page }) => {
  await page.goto('/');
  expect(await isStalled(page)).toBe(false);
});

test('a page whose frames stay away has stalled, though its scripts run', async ({ page }) => {
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.goto('/credits/');
  expect(await isStalled(page)).toBe(true);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('nobody can tell, so it has not', async ({ page }) => {
    await page.goto('/credits/');
    expect(await isStalled(page)).toBe(false);
  });
});

/** What a reader does to a figure before its script has come counts once it has: by real keys and presses, on a chapter's own page. */
import { expect, ready, test } from './fixtures.ts';

test('a slider that was moved and an answer that was chosen before the figure woke stand when it has', async ({
  page,
}) => {
  let wake = (): void => undefined;
  const held = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/neurons/#sigmoid-slider', { waitUntil: 'commit' });
  const figure = page.locator('#sigmoid-slider');
  const slider = figure.getByRole('slider', { name: 'bias' });
  const sentence = figure.locator('.sentence').first();
  await slider.focus();
  const [first, said] = [await slider.inputValue(), await sentence.textContent()];
  await slider.press('End');
  const moved = await slider.inputValue();
  expect(moved).not.toBe(first);
  const guess = page.locator('#three-threes [data-guess]');
  await guess.getByText('Another 3').click();
  await expect(guess.locator('.verdict')).toBeEmpty();

  wake();
  await guess.scrollIntoViewIfNeeded();
  await ready(page.locator('#three-threes'));
  await expect(guess.locator('.verdict')).not.toBeEmpty();
  await figure.scrollIntoViewIfNeeded();
  await ready(figure);
  await expect(slider).toHaveValue(moved);
  await expect(sentence).not.toHaveText(said ?? '');
});

test('a press on the still of the recogniser counts, though what takes its place comes in the middle of it', async ({
  page,
}) => {
  let come = (): void => undefined;
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/_astro\/live\..*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/recogniser/');
  await ready(page);
  const tab = page.getByRole('tab', { name: 'Your drawings' });
  await tab.hover();
  const came = page.waitForResponse(/\/_astro\/live\./);
  await page.mouse.down();
  come();
  await came;
  await page.waitForTimeout(500); // what came would have taken its place long since
  await page.mouse.up();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Your drawings' })).toContainText('No drawing');
});

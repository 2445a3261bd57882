/** Chapter 7 measures what the reader kept on the recogniser's page: a whole way, in one browser. */
import { PadUnderTest } from './drawing.ts';
import { expect, ready, test } from './fixtures.ts';

/** A 1, and a 7 that leans. */
const ONE = [[0.5, 0.2, 0.5, 0.5, 0.49, 0.8]];
const SEVEN = [[0.3, 0.25, 0.5, 0.24, 0.7, 0.25, 0.6, 0.45, 0.5, 0.8]];

test('drawings that were kept are measured with all settings in the lab of chapter 7, and gone once they are forgotten', async ({
  page,
}) => {
  const pad = new PadUnderTest(page);
  await pad.open();
  for (const strokes of [ONE, SEVEN]) {
    await pad.clear();
    await pad.byMouse(strokes);
    await expect(page.getByText(/^Is it an? \d\?$/)).toBeVisible();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await expect(page.locator('.asked')).toHaveText(/^Counted\. Kept under Your drawings/);
  }

  await page.goto('/draw-a-digit/#preprocess-lab');
  const lab = page.locator('#preprocess-lab');
  await lab.scrollIntoViewIfNeeded();
  await ready(lab);
  await lab.getByRole('button', { name: 'Measure on my 2 drawings' }).click();
  // A Yes says that what was read was meant, so with the page's own way from strokes to pixels all of them are read.
  await expect(lab.locator('.said')).toContainText(
    'Of your 2 drawings the recogniser reads 2 with all five steps on',
  );
  await expect(lab.getByRole('img', { name: /yours 2 of 2/ })).toBeVisible();

  // Forgotten on another page, they are gone here, too.
  const other = await page.context().newPage();
  await other.goto('/recogniser/');
  await other.getByRole('tab', { name: 'Your drawings' }).click();
  await other.getByRole('button', { name: 'Forget them all' }).click();
  await other.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(lab.getByRole('link', { name: 'the recogniser’s page' })).toBeVisible();
});
